/**
 * The generator SplitMix64 (Steele, Lea & Flood 2014) makes 64 bits out of a counter: near seeds give words that have
 * nothing in common, so it is what fills the state of a better generator.
 *
 * @returns A function that gives the next word, from 0 to 2^64 − 1.
 */
export function splitMix64(seed: bigint): () => bigint {
  let counter = seed;
  const mixed = (word: bigint, shift: bigint, factor: bigint) =>
    BigInt.asUintN(64, (word ^ (word >> shift)) * factor);
  return () => {
    counter = BigInt.asUintN(64, counter + 0x9e3779b97f4a7c15n);
    const word = mixed(mixed(counter, 30n, 0xbf58476d1ce4e5b9n), 27n, 0x94d049bb133111ebn);
    return word ^ (word >> 31n);
  };
}
