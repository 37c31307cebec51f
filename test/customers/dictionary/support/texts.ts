/** The codes that a `Map` gives, and the texts in order of first appearance. */
export function encodeByMap(texts: readonly string[]): { codes: number[]; texts: string[] } {
  const known = new Map<string, number>();
  const codes = texts.map((text) => {
    if (!known.has(text)) known.set(text, known.size);
    return known.get(text) as number;
  });
  return { codes, texts: [...known.keys()] };
}

/** Ids as shops write them, `from` … `from + count - 1`. */
export function plainIds(count: number, from = 0): string[] {
  return Array.from({ length: count }, (_, number) => `C-${from + number}`);
}

const MULTIPLIER = 0x9e37_79b9_7f4a_7c15n;

/** MULTIPLIER times this is 1. */
const INVERSE = inverseOf(MULTIPLIER);

/** Newton's way: each step doubles the number of right bits. */
function inverseOf(odd: bigint): bigint {
  let inverse = odd;
  for (let bits = 3; bits < 64; bits *= 2) inverse = BigInt.asUintN(64, inverse * (2n - odd * inverse));
  return inverse;
}

/** One round of the kernel's hash. */
function mixed(hash: bigint, eightBytes: bigint): bigint {
  const product = BigInt.asUintN(64, (hash ^ eightBytes) * MULTIPLIER);
  return product ^ (product >> 32n);
}

/** What `mixed` made into `hash`. */
function unmixed(hash: bigint): bigint {
  return BigInt.asUintN(64, (hash ^ (hash >> 32n)) * INVERSE);
}

/**
 * Different ASCII texts of 16 bytes with the 32-bit hashes that are asked for. The last round is undone with any
 * high half; for any first half of a text there is then a second half that leads there, and one in 256 is ASCII.
 */
export function textsOfHashes(count: number, hashOf: (index: number) => number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const start = String(index).padStart(8, "0");
    const state = mixed(16n, eightBytesOf(start));
    for (let high = 0n; ; high += 1n) {
      const product = (high << 32n) | (high ^ BigInt(hashOf(index)));
      const beforeLast = BigInt.asUintN(64, product * INVERSE);
      const end = unmixed(beforeLast) ^ state;
      if ((end & 0x8080_8080_8080_8080n) === 0n) return start + textOf(end);
    }
  });
}

/** Different texts of one hash. */
export function collidingTexts(count: number): string[] {
  return textsOfHashes(count, () => 0x1234_5678);
}

function eightBytesOf(text: string): bigint {
  return [...text].reduceRight((bytes, letter) => (bytes << 8n) | BigInt(letter.charCodeAt(0)), 0n);
}

function textOf(eightBytes: bigint): string {
  return Array.from({ length: 8 }, (_, index) =>
    String.fromCharCode(Number((eightBytes >> BigInt(8 * index)) & 0x7fn)),
  ).join("");
}
