import type { SeededRandom } from "./createRandom.ts";

/**
 * A normal variate of mean 0 and variance 1, by Marsaglia's polar method (Marsaglia & Bray 1964). Of each pair it
 * keeps one, so that nothing has to be remembered between calls.
 *
 * @example
 * normalVariate({ next: () => 0.6 }).toFixed(3); // => "1.589"
 */
export function normalVariate(random: SeededRandom): number {
  for (;;) {
    const across = 2 * random.next() - 1;
    const up = 2 * random.next() - 1;
    const square = across * across + up * up;
    if (square < 1 && square > 0) return across * Math.sqrt((-2 * Math.log(square)) / square);
  }
}
