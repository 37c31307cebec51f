/** Past this many terms averaging over p is faster. */
const TERMS_MAX = 600;

/** So many times may the terms together be larger than their sum. */
const CANCELLATION_MAX = 50;

/**
 * Σ_k (a)_k (b)_k / ((c)_k (d)_k) · z^k, which is 2F1(a, b; c; z) for d = 1.
 *
 * @param b May be below 0: the terms then change sign at first.
 * @param c Above 0.
 * @param d Above 0.
 * @param z From 0 to 1.
 * @returns NaN where the terms fall too slowly or cancel too much, to about 1e-14 otherwise.
 */
export function sumSeries(a: number, b: number, c: number, d: number, z: number): number {
  const square = z * z;
  let term = 1;
  let sum = 1;
  let size = 1;
  let k = 0;
  // Two terms a turn: the second does not wait for the division of the first.
  while (k < TERMS_MAX && Math.abs(term) > 1e-17 * size) {
    const above = (a + k) * (b + k);
    const below = (c + k) * (d + k);
    const next = term * (above / below) * z;
    term *= (above * ((a + k + 1) * (b + k + 1)) * square) / (below * ((c + k + 1) * (d + k + 1)));
    sum += next + term;
    size += Math.abs(next) + Math.abs(term);
    k += 2;
  }
  return k < TERMS_MAX && size < CANCELLATION_MAX * Math.abs(sum) ? sum : Number.NaN;
}
