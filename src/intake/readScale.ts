import { parseScale } from "../scales/parseScale.ts";
import type { OpenScale } from "../scales/scale.ts";

/**
 * Reads a stored scale: JSON that was parsed already. It is checked like a definition by `defineScale`, and
 * comes back frozen. Whether its calibration is closed only the value tells: ask `isCalibrated`, or calibrate.
 *
 * @throws LoyaltyError with everything that is wrong, at most 100 issues; codes as `defineScale`, and
 *   `unknown_format` for JSON of another format.
 *
 * @example
 * const stored = '{ "name": "buyers", "steps": [{ "id": "buyer", "when": { "fact": "orders", "atLeast": 1 } }] }';
 * readScale(JSON.parse(stored)).format; // => "loyalty-ladder/scale@1"
 */
export function readScale(json: unknown): OpenScale {
  return parseScale(json);
}
