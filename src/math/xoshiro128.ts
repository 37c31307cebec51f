/**
 * The generator xoshiro128** 1.1 (Blackman & Vigna 2021, ACM TOMS 47): 32 bits at a time, period 2^128 − 1, from
 * integer operations that every host does alike.
 *
 * @param state Four words, not all 0.
 * @returns A function that gives the next word, from 0 to 2^32 − 1.
 */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const turned = Math.imul(b, 5);
    const word = Math.imul((turned << 7) | (turned >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return word;
  };
}
