import { createRandom, type SeededRandom } from "../../../src/math/createRandom.ts";

/** Draws in a row from one seed. */
export function draw(count: number, seed: number, variate: (random: SeededRandom) => number): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: count }, () => variate(random));
}

/**
 * The distance of Kolmogorov and Smirnov between draws and a continuous distribution, times √n. Of true draws one set in
 * a thousand comes above 1.95, one in a hundred thousand above 2.47.
 */
export function distanceFrom(draws: Float64Array, distribution: (value: number) => number): number {
  const sorted = Float64Array.from(draws).sort();
  let distance = 0;
  sorted.forEach((value, index) => {
    const share = distribution(value);
    distance = Math.max(distance, share - index / draws.length, (index + 1) / draws.length - share);
  });
  return distance * Math.sqrt(draws.length);
}

/** How far the mean of draws is from the true one, in standard errors. */
export function meanError(draws: Float64Array, mean: number, variance: number): number {
  const sum = draws.reduce((total, value) => total + (value - mean), 0);
  return sum / Math.sqrt(draws.length * variance);
}

/** The mean of the squared distance from `mean`, relative to `variance`. */
export function varianceRatio(draws: Float64Array, mean: number, variance: number): number {
  return draws.reduce((total, value) => total + (value - mean) ** 2, 0) / draws.length / variance;
}

/**
 * Pearson's χ² of whole numbers against their probabilities, the last cell being all that is left, less its degrees of
 * freedom and over the root of twice them: above 4 for fewer than one true set in a thousand.
 */
export function countError(draws: Float64Array, first: number, probabilities: readonly number[]): number {
  const cells = new Float64Array(probabilities.length + 1);
  for (const value of draws) {
    const cell = value - first;
    const slot = cell >= 0 && cell < probabilities.length ? cell : probabilities.length;
    cells[slot] = (cells[slot] as number) + 1;
  }
  const rest = 1 - probabilities.reduce((total, probability) => total + probability, 0);
  const chiSquare = [...probabilities, rest].reduce((total, probability, cell) => {
    const expected = probability * draws.length;
    return total + ((cells[cell] as number) - expected) ** 2 / expected;
  }, 0);
  return (chiSquare - probabilities.length) / Math.sqrt(2 * probabilities.length);
}

/** Φ by its series around 0, whose terms all have one sign: DLMF 7.6.2. */
export function normalDistribution(z: number): number {
  if (Math.abs(z) > 9) return z > 0 ? 1 : 0;
  let term = z;
  let sum = 0;
  for (let odd = 3; sum + term !== sum; odd += 2) {
    sum += term;
    term *= (z * z) / odd;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}
