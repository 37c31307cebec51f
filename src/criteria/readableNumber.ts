import { compareValue } from "./compareValue.ts";
import type { ExplainedComparison } from "./explainedPart.ts";

/** Sentences say two decimals; beyond this, hundredths are no longer whole doubles. */
const HUNDREDTHS = 100;
const LARGEST = Number.MAX_SAFE_INTEGER / HUNDREDTHS;

/** A number as sentences say it: at most two decimals, never −0. */
export function readableNumber(value: number): number {
  return inHundredths(value, Math.round);
}

/**
 * The actual number of a comparison as sentences say it. Where rounding would make it look met or unmet when it
 * is not, it is rounded the other way: 3.001 against at most 3 is 3.01.
 */
export function readableActual(
  actual: number,
  required: number,
  { comparison, holds }: ExplainedComparison,
): number {
  const said = readableNumber(required);
  const looks = (value: number) =>
    (comparison === "differsFrom" ? value !== said : compareValue(comparison, value, said)) === holds;
  const candidates = [Math.round, Math.ceil, Math.floor].map((round) => inHundredths(actual, round));
  return candidates.find(looks) ?? readableNumber(actual);
}

function inHundredths(value: number, round: (value: number) => number): number {
  return Math.abs(value) > LARGEST ? value : round(value * HUNDREDTHS) / HUNDREDTHS + 0;
}
