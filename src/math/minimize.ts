import { assertInvariant } from "../base/assertInvariant.ts";
import { dotProduct } from "./dotProduct.ts";
import { type LinePoint, lineSearch } from "./lineSearch.ts";
import type { SmoothFunction } from "./smoothFunction.ts";

/** When to stop. */
interface MinimizeOptions {
  /** @defaultValue `500` */
  readonly iterationLimit?: number;
  /** Converged when no slope is larger than this times max(1, |value|). @defaultValue `1e-9` */
  readonly gradientTolerance?: number;
}

/** Where a search for a minimum ended. */
interface Minimum {
  /** `stalled`: no step lowers the value, though the slopes are above the tolerance; or there is no value at the start. */
  readonly status: "converged" | "iteration_limit" | "stalled";
  readonly point: Float64Array;
  /** +Infinity when the start has none. */
  readonly value: number;
  readonly gradient: Float64Array;
  /** Steps taken. */
  readonly iterations: number;
}

const DEFAULT_ITERATION_LIMIT = 500;
const DEFAULT_GRADIENT_TOLERANCE = 1e-9;

/** As many steps in a row that lower neither the value nor the slopes are the end: only rounding is left. */
const IDLE_LIMIT = 8;

/** A fall below this share of the value is rounding. */
const LEAST_FALL = 1e-15;

/**
 * A local minimum by BFGS (Nocedal & Wright 2006, algorithm 6.1) with a line search that satisfies the strong Wolfe
 * conditions. The value never rises by more than its rounding, and the same start always takes the same path. Where
 * the function cannot be had (any value or slope that is not finite) it counts as +Infinity and the search turns back.
 *
 * One iteration changes no coordinate by more than the largest magnitude among all, or 2: made for the logarithms of
 * parameters, from which a long first step would land where a likelihood is flat; elsewhere the reach still doubles
 * with every step.
 *
 * @throws LoyaltyError `internal_invariant` for a coordinate of the start that is not finite.
 *
 * @example
 * const parabola = {
 *   evaluate(point: Float64Array, gradient: Float64Array) {
 *     gradient[0] = 2 * (point[0]! - 3);
 *     return (point[0]! - 3) ** 2;
 *   },
 * };
 * minimize(parabola, [1]).status; // => "converged"
 */
export function minimize(
  problem: SmoothFunction,
  start: ArrayLike<number>,
  options: MinimizeOptions = {},
): Minimum {
  const { iterationLimit = DEFAULT_ITERATION_LIMIT, gradientTolerance = DEFAULT_GRADIENT_TOLERANCE } =
    options;
  const size = start.length;
  const point = Float64Array.from(start);
  assertInvariant(point.every(Number.isFinite), "a finite start", String(point));
  const gradient = new Float64Array(size);
  const trial = new Float64Array(size);
  const trialGradient = new Float64Array(size);
  const direction = new Float64Array(size);
  const inverse = new Float64Array(size * size);
  let value = problem.evaluate(point, gradient);
  if (!(Number.isFinite(value) && gradient.every(Number.isFinite))) {
    return { status: "stalled", point, value: Number.POSITIVE_INFINITY, gradient, iterations: 0 };
  }

  const line = (step: number): LinePoint => {
    for (let index = 0; index < size; index += 1) {
      trial[index] = (point[index] as number) + step * (direction[index] as number);
    }
    const trialValue = problem.evaluate(trial, trialGradient);
    const slope = dotProduct(trialGradient, direction);
    const exists = Number.isFinite(trialValue) && Number.isFinite(slope);
    return { step, value: exists ? trialValue : Number.POSITIVE_INFINITY, slope };
  };

  let isFresh = true;
  let idleCount = 0;
  let least = largestOf(gradient);
  for (let iterations = 0; ; iterations += 1) {
    const steepest = largestOf(gradient);
    const end = (status: Minimum["status"]) => ({ status, point, value, gradient, iterations });
    if (steepest <= gradientTolerance * Math.max(1, Math.abs(value))) return end("converged");
    if (iterations >= iterationLimit) return end("iteration_limit");
    if (idleCount >= IDLE_LIMIT) return end("stalled");

    let found: LinePoint | null = null;
    while (found === null) {
      if (isFresh) resetTo(inverse, size, 1 / steepest);
      const slope = directionOf(inverse, gradient, direction);
      const lastStep = Math.max(2, largestOf(point)) / largestOf(direction);
      found = lineSearch(line, { step: 0, value, slope }, 1, lastStep);
      if (found === null && isFresh) return end("stalled");
      if (found === null) isFresh = true;
    }

    const isIdle = found.value >= value - LEAST_FALL * Math.abs(value) && largestOf(trialGradient) >= least;
    idleCount = isIdle ? idleCount + 1 : 0;
    least = Math.min(least, largestOf(trialGradient));
    isFresh = !learn(inverse, isFresh, point, gradient, trial, trialGradient) && isFresh;
    point.set(trial);
    gradient.set(trialGradient);
    value = found.value;
  }
}

/**
 * The BFGS update of the inverse Hessian by one step, written over the two old arrays: afterwards `point` holds the
 * step and `gradient` the change of slopes. The first update sets the scale (equation 6.20). False, and nothing
 * learnt, when the step shows no positive curvature.
 */
function learn(
  inverse: Float64Array,
  isFresh: boolean,
  point: Float64Array,
  gradient: Float64Array,
  newPoint: Float64Array,
  newGradient: Float64Array,
): boolean {
  const size = point.length;
  for (let index = 0; index < size; index += 1) {
    point[index] = (newPoint[index] as number) - (point[index] as number);
    gradient[index] = (newGradient[index] as number) - (gradient[index] as number);
  }
  const curvature = dotProduct(point, gradient);
  const scale = curvature / dotProduct(gradient, gradient);
  if (!(curvature > 0 && scale > 0 && scale < Number.POSITIVE_INFINITY)) return false;
  if (isFresh) resetTo(inverse, size, scale);
  const image = new Float64Array(size);
  const stretch = (1 - directionOf(inverse, gradient, image) / curvature) / curvature;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const steps = (point[row] as number) * (point[column] as number);
      // The image bears a minus, see directionOf.
      const cross =
        (image[row] as number) * (point[column] as number) +
        (point[row] as number) * (image[column] as number);
      inverse[row * size + column] =
        (inverse[row * size + column] as number) + stretch * steps + cross / curvature;
    }
  }
  return true;
}

/** Writes −(inverse · gradient) into `direction` and returns its product with the gradient. */
function directionOf(inverse: Float64Array, gradient: Float64Array, direction: Float64Array): number {
  const size = gradient.length;
  for (let row = 0; row < size; row += 1) {
    let sum = 0;
    for (let column = 0; column < size; column += 1) {
      sum -= (inverse[row * size + column] as number) * (gradient[column] as number);
    }
    direction[row] = sum;
  }
  return dotProduct(gradient, direction);
}

function resetTo(inverse: Float64Array, size: number, scale: number): void {
  inverse.fill(0);
  for (let index = 0; index < size; index += 1) inverse[index * (size + 1)] = scale;
}

function largestOf(values: Float64Array): number {
  return values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}
