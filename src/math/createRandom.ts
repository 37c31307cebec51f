import { fail } from "../base/loyaltyError.ts";
import { splitMix64 } from "./splitMix64.ts";
import { xoshiro128 } from "./xoshiro128.ts";

/** A source of random numbers that its seed determines. */
export interface SeededRandom {
  /** The next number, uniform between 0 and 1 and never either: an odd multiple of 2^-53. */
  next(): number;
}

/**
 * Random numbers from a seed: xoshiro128** with a state filled by SplitMix64, two words for each number. The same seed
 * gives the same numbers on every host and in every version; different seeds, near ones too, give unrelated ones. Not
 * for secrets.
 *
 * Numbers that `normalVariate` and its neighbours make from them go through `Math.log` and the like, whose last digit a
 * host may round its own way.
 *
 * @param seed A safe integer.
 * @throws LoyaltyError `invalid_option` for any other seed.
 *
 * @example
 * createRandom(42).next() === createRandom(42).next(); // => true
 */
export function createRandom(seed: number): SeededRandom {
  if (!Number.isSafeInteger(seed)) fail("invalid_option", ["seed"], "a safe integer", seed);
  const nextSeed = splitMix64(BigInt(seed));
  const first = nextSeed();
  const second = nextSeed();
  const low = (word: bigint) => Number(BigInt.asIntN(32, word));
  const nextWord = xoshiro128([low(first), low(first >> 32n), low(second), low(second >> 32n)]);
  return {
    // 52 bits, and half of the last one: the ends are equally far, and no rounding reaches them.
    next: () => (nextWord() * 2 ** 20 + (nextWord() >>> 12) + 0.5) * 2 ** -52,
  };
}
