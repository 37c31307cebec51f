import { dotProduct } from "./dotProduct.ts";
import { invertSymmetric } from "./invertSymmetric.ts";
import type { SmoothFunction } from "./smoothFunction.ts";

/** A polished minimum. */
interface PolishedMinimum {
  readonly point: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  /** Second derivatives at `point`, row-major and symmetric; NaN where the function cannot be had beside it. */
  readonly hessian: Float64Array;
}

/**
 * Distance of the two gradients whose difference gives a second derivative, relative to max(1, |coordinate|). The
 * difference errs by the order of the square of this (1e-9), and by the gradient's own rounding over this: the cube
 * root of 2^-52 would suit a gradient good to the last digit, five times as much suits sums over thousands of
 * customers. On the likelihoods here standard errors come out to 1e-8. A power of two, so that the points lie
 * where they are meant to.
 */
const DIFFERENCE_STEP: number = 2 ** -15;

/** No step changes a coordinate by more than this: a polish goes a short way. */
const LONGEST_STEP = 1;

/** After a step this short, relative to max(1, |coordinate|), Newton's method is done, and the Hessian still holds. */
const SHORT_STEP = 1e-8;

const HALVING_LIMIT = 10;

/** Differences of values within this share of them are rounding. */
const ROUNDING = 1e-15;

/**
 * Newton's method from a point near a minimum, with second derivatives from central differences of the gradient. A step
 * is halved until it lowers the value or, where the values differ by rounding only, the slopes; without such a
 * step, or where the Hessian is not positive definite, the point stays. So the value never gets worse, but for
 * rounding in its last place or two.
 *
 * @param steps The most steps taken; 0 gives the Hessian alone.
 *
 * @example
 * const parabola = {
 *   evaluate(point: Float64Array, gradient: Float64Array) {
 *     gradient[0] = 4 * (point[0]! - 3);
 *     return 2 * (point[0]! - 3) ** 2;
 *   },
 * };
 * newtonPolish(parabola, [2.5], 1).point; // => Float64Array.of(3)
 * newtonPolish(parabola, [2.5], 1).hessian; // => Float64Array.of(4)
 */
export function newtonPolish(
  problem: SmoothFunction,
  start: ArrayLike<number>,
  steps: number,
): PolishedMinimum {
  const size = start.length;
  let point = Float64Array.from(start);
  let gradient = new Float64Array(size);
  let value = problem.evaluate(point, gradient);
  let hessian = hessianAt(problem, point);
  for (let count = 0; count < steps; count += 1) {
    const inverse = invertSymmetric(hessian, size);
    if (inverse === null) break;
    const step = stepOf(inverse, gradient);
    const decrement = dotProduct(gradient, step);
    const rounding = ROUNDING * Math.abs(value);
    let share = Math.min(1, LONGEST_STEP / lengthOf(step, null));
    let found = false;
    for (let halving = 0; halving <= HALVING_LIMIT && !found; halving += 1) {
      const trial = point.map((coordinate, index) => coordinate - share * (step[index] as number));
      const trialGradient = new Float64Array(size);
      const trialValue = problem.evaluate(trial, trialGradient);
      const trialDecrement = dotProduct(trialGradient, stepOf(inverse, trialGradient));
      const exists = Number.isFinite(trialValue) && Number.isFinite(trialDecrement);
      const isNoHigher = exists && trialValue <= value + rounding;
      found = isNoHigher && (trialValue < value - rounding || trialDecrement < decrement);
      if (found) [point, value, gradient] = [trial, trialValue, trialGradient];
      // A shorter step would drown in rounding even more.
      else if (isNoHigher) break;
      else share /= 2;
    }
    if (!found) break;
    if (share * lengthOf(step, point) <= SHORT_STEP) break;
    hessian = hessianAt(problem, point);
  }
  return { point, value, gradient, hessian };
}

function hessianAt(problem: SmoothFunction, point: Float64Array): Float64Array {
  const size = point.length;
  const hessian = new Float64Array(size * size);
  const moved = Float64Array.from(point);
  const above = new Float64Array(size);
  const below = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    const coordinate = point[row] as number;
    const distance = DIFFERENCE_STEP * Math.max(1, Math.abs(coordinate));
    const upper = coordinate + distance;
    const lower = coordinate - distance;
    moved[row] = upper;
    const valueAbove = problem.evaluate(moved, above);
    moved[row] = lower;
    const valueBelow = problem.evaluate(moved, below);
    moved[row] = coordinate;
    // A gradient without a value is none.
    const width = Number.isFinite(valueAbove) && Number.isFinite(valueBelow) ? upper - lower : Number.NaN;
    for (let column = 0; column < size; column += 1) {
      const half = ((above[column] as number) - (below[column] as number)) / width / 2;
      hessian[row * size + column] = (hessian[row * size + column] as number) + half;
      hessian[column * size + row] = (hessian[column * size + row] as number) + half;
    }
  }
  return hessian;
}

function stepOf(inverse: Float64Array, gradient: Float64Array): Float64Array {
  const size = gradient.length;
  return gradient.map((_, row) => dotProduct(inverse.subarray(row * size, (row + 1) * size), gradient));
}

/** The largest magnitude in a step; next to a point, relative to max(1, |coordinate|). */
function lengthOf(step: Float64Array, point: Float64Array | null): number {
  return step.reduce(
    (longest, value, index) =>
      Math.max(longest, Math.abs(value) / Math.max(1, Math.abs(point?.[index] ?? 0))),
    0,
  );
}
