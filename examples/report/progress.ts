import type { Writable } from "node:stream";
import { numberText } from "./numberText.ts";

/** How long a reading stays silent, and how often it speaks after that. */
const SILENCE_MS = 2_000;
const TERMINAL_INTERVAL_MS = 250;
const LOG_INTERVAL_MS = 5_000;

const SIGNS = { group: ",", decimal: "." };

/** Where progress goes; a terminal has its line rewritten. */
export type ProgressOutput = Writable & { readonly isTTY?: boolean };

/** Passes batches of rows through and says on `output` how many rows there were, when it takes long. */
export async function* withProgress<T>(
  batches: AsyncIterable<readonly T[]>,
  output: ProgressOutput,
): AsyncGenerator<readonly T[], void, undefined> {
  const isTerminal = output.isTTY === true;
  const intervalMs = isTerminal ? TERMINAL_INTERVAL_MS : LOG_INTERVAL_MS;
  let speakAtMs = performance.now() + SILENCE_MS;
  let count = 0;
  let hasSpoken = false;
  for await (const batch of batches) {
    yield batch;
    count += batch.length;
    if (performance.now() < speakAtMs) continue;
    speakAtMs = performance.now() + intervalMs;
    hasSpoken = true;
    const text = `${numberText(count, SIGNS)} rows read`;
    output.write(isTerminal ? `\r${text}` : `${text}\n`);
  }
  if (hasSpoken) output.write(`${isTerminal ? "\r" : ""}${numberText(count, SIGNS)} rows read in all\n`);
}
