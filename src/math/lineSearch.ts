/** A point on the line: how far along, the value there and its slope along the line. */
export interface LinePoint {
  readonly step: number;
  /** +Infinity where the function cannot be had; the slope means nothing then. */
  readonly value: number;
  readonly slope: number;
}

/** The function along one direction. */
type Line = (step: number) => LinePoint;

/** Share of the first slope's promise that a step must keep (Armijo). */
const DESCENT = 1e-4;

/** Share of the first slope that may be left at the end (curvature); loose, as quasi-Newton methods want it. */
const CURVATURE = 0.9;

/** Values nearer than this, relative to the first, are the same: only their slopes can tell them apart. */
const ROUNDING = 1e-15;

const WIDENING = 3;
const TRIAL_LIMIT = 40;

/** A narrowing search stops when it has come down to this share of where it began. */
const NARROWEST = 1e-16;

/**
 * A step that satisfies the strong Wolfe conditions, f(s) ≤ f(0) + 10⁻⁴·s·f′(0) and |f′(s)| ≤ 0.9·|f′(0)| (Nocedal &
 * Wright 2006, algorithms 3.5 and 3.6): first wider and wider steps until a minimum is passed, then cubic interpolation
 * between the best step and the one beyond it. What differs: a point without a value is one that is too high, and
 * differences of values within rounding are left out of the first condition, so that the slopes can still be
 * brought down where the values cannot.
 *
 * @param line The last point asked of it is the one that is returned.
 * @param start The point at step 0.
 * @param firstStep Tried first.
 * @param lastStep No step goes further: there the first condition is enough.
 * @returns Null when no step lowers the value, as where the first slope is not negative.
 */
export function lineSearch(
  line: Line,
  start: LinePoint,
  firstStep: number,
  lastStep: number,
): LinePoint | null {
  if (!(start.slope < 0)) return null;
  const rounding = ROUNDING * Math.abs(start.value);
  const isTooHigh = ({ step, value }: LinePoint, low: LinePoint) =>
    !(value <= start.value + DESCENT * step * start.slope + rounding && value <= low.value + rounding);
  const isFlat = ({ slope }: LinePoint) => Math.abs(slope) <= -CURVATURE * start.slope;

  let low = start;
  let trial = line(Math.min(firstStep, lastStep));
  while (!isTooHigh(trial, low) && !isFlat(trial) && trial.slope < 0) {
    if (trial.step >= lastStep) return trial;
    low = trial;
    trial = line(Math.min(WIDENING * trial.step, lastStep));
  }
  let high = low;
  if (isTooHigh(trial, low)) high = trial;
  else if (isFlat(trial)) return trial;
  else low = trial;

  const width = Math.abs(high.step - low.step);
  for (let count = 1; count <= TRIAL_LIMIT; count += 1) {
    const step = stepBetween(low, high, rounding, count);
    if (!(Math.abs(high.step - low.step) > NARROWEST * width) || step === low.step) break;
    trial = line(step);
    if (isTooHigh(trial, low)) {
      high = trial;
      continue;
    }
    if (isFlat(trial)) return trial;
    if (trial.slope * (high.step - low.step) >= 0) high = low;
    low = trial;
  }
  return low.value < start.value ? line(low.step) : null;
}

/** The next step to try, strictly inside: where a parabola or cubic through both ends has its minimum, or halfway. */
function stepBetween(low: LinePoint, high: LinePoint, rounding: number, count: number): number {
  const width = high.step - low.step;
  const fall = low.value - high.value;
  let share = 0.5;
  // Every third step halves, whatever the values say.
  if (Number.isFinite(high.value) && count % 3 !== 0) {
    if (Math.abs(fall) <= rounding) {
      share = low.slope / (low.slope - high.slope);
    } else {
      const bend = (low.slope + high.slope) * width + 3 * fall;
      const root = Math.sqrt(bend * bend - low.slope * width * (high.slope * width));
      share = 1 - (high.slope * width + root - bend) / ((high.slope - low.slope) * width + 2 * root);
    }
    if (Number.isNaN(share)) share = 0.5;
  }
  return low.step + width * Math.min(0.9, Math.max(0.1, share));
}
