import type { DefinedScale } from "./definedScale.ts";
import { parseScale } from "./parseScale.ts";
import type { ScaleDefinition } from "./scale.ts";

/**
 * Checks a definition of a scale and returns the scale: a deep copy, frozen, plain data that JSON carries. The
 * step ids become a union of literals in its type; `{ top }` thresholds make it an open scale, to be given to
 * `calibrateScale` first. A scale (from here, or stored as JSON and parsed) is a definition too and comes back
 * as it was.
 *
 * Thresholds on money are in major units and need the `currency` of the scale; `{ top }` thresholds do not.
 *
 * @throws LoyaltyError with everything that is wrong, at most 100 issues: `invalid_definition`,
 * `unknown_format`, `unknown_currency`, `currency_required`, `no_steps`, `too_many_steps`, `empty_step`,
 * `duplicate_step`, `reserved_fact`, `invalid_fact`, and for the criteria `invalid_criterion`, `unknown_fact`,
 * `invalid_threshold`, `mixed_units`, `not_calibratable`, `criterion_too_deep`
 *
 * @example
 * const regulars = defineScale({
 *   name: "regulars",
 *   steps: [
 *     { id: "guest", when: { fact: "orders", atLeast: 1 } },
 *     { id: "regular", when: { fact: "recentOrders", atLeast: 6 }, labels: { en: "Regular" } },
 *   ],
 * });
 * regulars.version; // => "1"
 * regulars.climb; // => "highest"
 */
export function defineScale<const D extends ScaleDefinition>(definition: D): DefinedScale<D> {
  return parseScale(definition) as DefinedScale<D>;
}
