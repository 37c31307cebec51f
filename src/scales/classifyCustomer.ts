import type { CustomerFacts } from "../customers/facts.ts";
import type { Placement } from "./placement.ts";
import { placementAt } from "./placementAt.ts";
import { recentScale } from "./rows/recentScale.ts";
import type { Scale } from "./scale.ts";
import { stepIndexOf } from "./stepIndexOf.ts";

/**
 * Where a customer stands on a scale: by `climb: "highest"` on the highest step whose criterion holds, by
 * `"stepwise"` on the highest step up to which every criterion holds; off the scale (`step: null`) where there
 * is none. The facts must be of the window and currency that the scale was made for: facts carry neither, so
 * only {@link classifyTable} can check. The result is frozen and shared between calls.
 *
 * @throws LoyaltyError `not_calibrated` for a scale whose calibration is open; what `defineScale` throws for an
 * object that is no scale
 *
 * @example
 * const table = createCustomerTable({
 *   ids: ["ann"],
 *   asOf: "2026-06-30",
 *   currency: "USD",
 *   columns: { orders: Uint32Array.of(2) },
 * });
 * classifyCustomer(customerAt(table, 0), ladderOfLoyalty()); // => { scale: "ladder", step: "customer", rank: 4 }
 */
export function classifyCustomer<Step extends string>(
  facts: CustomerFacts,
  scale: Scale<Step>,
): Placement<Step> {
  const compiled = recentScale(scale);
  return placementAt(compiled, stepIndexOf(compiled, facts));
}
