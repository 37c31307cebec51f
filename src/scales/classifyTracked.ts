import { compileDecision } from "../criteria/decision/compileDecision.ts";
import { decideValues } from "../criteria/decision/decideValues.ts";
import type { Decision } from "../criteria/decision/decision.ts";
import type { Ranking } from "../criteria/rankPlan.ts";
import { createCustomerTable } from "../customers/createCustomerTable.ts";
import type { OwnColumn } from "../customers/customerTable.ts";
import type { CustomerTracker } from "../customers/trackCustomers.ts";
import type { FactReader } from "../customers/tracking/factReader.ts";
import { createColumn } from "../units/column.ts";
import { isoDayOf } from "../units/day.ts";
import { assertFitsTable } from "./assertFitsTable.ts";
import type { CompiledScale } from "./compileScale.ts";
import type { Placement } from "./placement.ts";
import { placementAt } from "./placementAt.ts";
import { recentScale } from "./rows/recentScale.ts";
import type { Scale } from "./scale.ts";
import { stepIndexOf } from "./stepIndexOf.ts";

/**
 * Where the customer in a row of a tracker stands now: the placement that {@link classifyTable} gives for the table of
 * everything that the tracker has taken. The result is frozen and shared between calls.
 *
 * @throws LoyaltyError `unknown_customer` where there is no such row; `not_calibrated`; `currency_mismatch`,
 * `window_mismatch`, `unknown_fact` where the scale was not made for what is tracked; what `defineScale` throws
 * for an object that is no scale; `unsafe_total`
 *
 * @example
 * const nothing = createActivityTable([], { currency: "USD" });
 * const tracker = trackCustomers(nothing, { asOf: "1970-01-31" });
 * const row = tracker.add({ kind: "order", customerId: "ann", atMs: 0, day: 0, amountMinor: 1250 });
 * classifyTracked(tracker, row, ladderOfLoyalty()).step; // => "shopper"
 */
export function classifyTracked<Step extends string>(
  tracker: CustomerTracker,
  row: number,
  scale: Scale<Step>,
): Placement<Step> {
  const compiled = recentScale(scale);
  const { decision, read, values } = readingOf(tracker, compiled);
  let index: number;
  if (decision === undefined) index = stepIndexOf(compiled, tracker.factsAt(row));
  else {
    read(row, values);
    index = decideValues(decision, values, 0);
  }
  return placementAt(compiled, index);
}

/** How the facts that a scale asks for are read from a tracker. */
interface Reading {
  readonly compiled: CompiledScale;
  /** Undefined where the scale is too large for one. */
  readonly decision: Decision | undefined;
  readonly read: FactReader;
  readonly values: Float64Array;
}

/** What was prepared last for each tracker, which it does not keep alive. */
const readings: WeakMap<CustomerTracker, Reading[]> = /* @__PURE__ */ new WeakMap();
const MOST_READINGS = 8;

function readingOf(tracker: CustomerTracker, compiled: CompiledScale): Reading {
  const known = readings.get(tracker) ?? [];
  for (const reading of known) if (reading.compiled === compiled) return reading;
  const reading = prepareReading(tracker, compiled);
  readings.set(tracker, [reading, ...known].slice(0, MOST_READINGS));
  return reading;
}

function prepareReading(tracker: CustomerTracker, compiled: CompiledScale): Reading {
  const { scale, criteria, plan } = compiled;
  assertFits(tracker, scale);
  const fields = [...new Set(criteria.comparisons.flatMap(({ facts }) => facts.map(({ field }) => field)))];
  const slotOf = (field: string) => fields.indexOf(field);
  return {
    compiled,
    decision: compileDecision(plan.rankings[0] as Ranking, criteria.comparisons, slotOf),
    read: tracker.reader(fields),
    values: new Float64Array(fields.length),
  };
}

/** An empty table of the same making has what a scale must fit. */
function assertFits(tracker: CustomerTracker, scale: Scale): void {
  const { currency, timeZone, windowDays } = tracker;
  const ownFacts = Object.entries(tracker.ownFacts).map(
    ([name, kind]) => [name, { kind, values: createColumn(kind, 0) } as OwnColumn] as const,
  );
  const asOf = isoDayOf(tracker.asOfDay());
  const table = createCustomerTable({
    ids: [],
    asOf,
    windowDays,
    currency,
    timeZone,
    ownFacts: Object.fromEntries(ownFacts),
  });
  assertFitsTable(scale, table);
}
