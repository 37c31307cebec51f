import type { HostTextEncoder } from "../../machine/host.ts";

/** The most texts of a batch. */
export const TEXTS_PER_BATCH = 4096;

/** A batch of texts has at most this many bytes in all. */
export const BATCH_BYTES = 0x2_0000;

/** Longer texts are no plain ones: they would only fill the batch. */
const LENGTH_MAX = 1024;

const ASCII = /^[\0-\x7f]*$/;

/** Where kernels find texts as bytes: one after the other, the first one at `bytes.byteOffset`. */
export interface TextBatch {
  readonly bytes: Uint8Array;
  /** The address behind each text. */
  readonly ends: Uint32Array;
}

/**
 * Whether a text may be known by its bytes: short and ASCII. Of other texts bytes do not say what `===` says;
 * lone surrogates, for one, all become the bytes of U+FFFD.
 */
export function isPlainText(text: string): boolean {
  return text.length <= LENGTH_MAX && ASCII.test(text);
}

/** Notes where texts will end, as long as they fit in. Gives the index of the first that does not, or `to`. */
export function noteEnds(batch: TextBatch, texts: readonly string[], from: number, to: number): number {
  const { ends } = batch;
  const start = batch.bytes.byteOffset;
  let total = 0;
  for (let index = from; index < to; index += 1) {
    const { length } = texts[index] as string;
    total += length;
    if (length > LENGTH_MAX || total > BATCH_BYTES) return index;
    ends[index - from] = start + total;
  }
  return to;
}

/** Copies texts that fit in; false when they are not all ASCII, as other characters take more bytes than units. */
export function copyBytes(
  batch: TextBatch,
  encoder: HostTextEncoder,
  texts: readonly string[],
  from: number,
  to: number,
): boolean {
  const run = to - from === texts.length ? texts : texts.slice(from, to);
  const joined = run.join("");
  const { read, written } = encoder.encodeInto(joined, batch.bytes);
  return read === joined.length && written === joined.length;
}
