import { expect } from "vitest";

/** The published parameters of the CDNOW customers in weeks (Fader, Hardie & Lee 2005, table 2): r, alpha, s, beta. */
export const PUBLISHED: readonly number[] = [0.553, 10.578, 0.606, 11.669];

/** Relative distance; absolute where the reference is 0. */
export function errorOf(value: number, reference: number): number {
  return reference === 0 ? Math.abs(value) : Math.abs(value / reference - 1);
}

/** Expects a value within a relative tolerance of its reference. */
export function expectNear(value: number, reference: number, tolerance: number, what = ""): void {
  expect(errorOf(value, reference), `${what} ${value} for ${reference}`).toBeLessThanOrEqual(tolerance);
}

/** ∫ f(u) du from `from` to `to` by the tanh-sinh rule: nothing that the library integrates with. */
export function integral(f: (u: number) => number, from: number, to: number): number {
  const width = to - from;
  let sum = 0;
  for (let node = -4; node <= 4; node += 1 / 64) {
    const power = Math.exp(-Math.PI * Math.sinh(node));
    const share = 1 / (1 + power);
    const weight = share * (power / (1 + power)) * Math.cosh(node);
    if (weight > 1e-300) sum += weight * f(from + width * share);
  }
  return (sum * width * Math.PI) / 64;
}

/** The derivative of f at x by central differences of three widths, extrapolated: its error falls with the sixth power. */
export function derivative(f: (x: number) => number, x: number, width: number): number {
  const central = (step: number) => (f(x + step) - f(x - step)) / (2 * step);
  const [one, two, four] = [central(width), central(2 * width), central(4 * width)];
  const [fine, coarse] = [(4 * one - two) / 3, (4 * two - four) / 3];
  return (16 * fine - coarse) / 15;
}
