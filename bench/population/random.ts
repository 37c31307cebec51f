/** Seeded random numbers: the same seed gives the same population on every machine. */
export interface Random {
  /** A number from 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from 0 up to, but not including, `end`. */
  below(end: number): number;
  /** True in `share` of all cases. */
  chance(share: number): boolean;
}

/** Xorshift with 32 bits of state: whole numbers only, so no engine rounds it differently. */
export function createRandom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e37_79b1) | 1; // never 0, where the sequence would stand still
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
  return {
    next,
    below: (end) => Math.floor(next() * end),
    chance: (share) => next() < share,
  };
}
