import { hasTopThreshold } from "../criteria/hasTopThreshold.ts";
import { parseScale } from "./parseScale.ts";
import type { OpenScale, Scale } from "./scale.ts";

/**
 * Whether every threshold of the scale stands, so that it can classify. Scales without any `{ top }` always can.
 *
 * @throws LoyaltyError what `defineScale` throws for an object that is no scale
 *
 * @example
 * isCalibrated(ladderOfLoyalty()); // => true
 * isCalibrated(customerLevels()); // => false
 */
export function isCalibrated<Step extends string>(scale: OpenScale<Step>): scale is Scale<Step> {
  return !parseScale(scale).steps.some((step) => hasTopThreshold(step.when));
}
