import { replaceTopThresholds } from "../criteria/replaceTopThresholds.ts";
import type { CustomerTable } from "../customers/customerTable.ts";
import { BUILTIN_FACTS, factSchemaOf } from "../customers/facts.ts";
import { assertFitsTable } from "./assertFitsTable.ts";
import { calibrateThreshold } from "./calibrateThreshold.ts";
import { criterionFacts } from "./criterionFacts.ts";
import { isCalibrated } from "./isCalibrated.ts";
import { parseScale } from "./parseScale.ts";
import type { CalibrationNote, OpenScale, Scale, StepDefinition } from "./scale.ts";

/**
 * The scale with every `{ top: s, among }` threshold taken from the customers of a table: the value at rank
 * ceil(s · n) in descending order among the n customers for whom `among` holds and the fact is known. Ties with
 * it are in. Where the threshold prefers another fact (profit) and nobody in `among` misses it, that fact is
 * compared instead. A scale without open thresholds comes back as it is.
 *
 * What was decided stands in `calibration`. With nobody in `among`, the step is closed: its criterion is
 * `{ any: [] }`, which never holds, and the threshold of its note is null. Amounts of money are written in major
 * units, and the scale then states the table's `currency`; it states the table's `windowDays` when a calibrated
 * step looks at any `recent…` fact.
 *
 * @throws LoyaltyError `currency_mismatch`, `window_mismatch`, `unknown_fact` where the table does not fit the
 * scale; what `defineScale` throws for an object that is no scale
 *
 * @example
 * const table = createCustomerTable({
 *   ids: ["ann", "bob", "eve"],
 *   asOf: "2026-06-30",
 *   currency: "USD",
 *   columns: { recentOrders: Uint32Array.of(5, 4, 9), recentRevenueMinor: Float64Array.of(70_00, 50_00, 90_00) },
 * });
 * const levels = calibrateScale(customerLevels({ keyAccountTop: 0.5 }), table);
 * levels.calibration; // => [{ step: "key-account", fact: "recentRevenue", top: 0.5, amongCount: 3, threshold: "70.00" }]
 */
export function calibrateScale<Step extends string>(
  scale: OpenScale<Step>,
  table: CustomerTable,
): Scale<Step> {
  const open = parseScale(scale) as OpenScale<Step>;
  assertFitsTable(open, table);
  if (isCalibrated(open)) return open;
  const notes: CalibrationNote[] = [];
  const calibrated = open.steps.map((step) => calibrateStep(step, open, table, notes));
  return parseScale({
    ...open,
    ...(hasMoneyNote(notes) ? { currency: table.currency } : {}),
    ...(looksAtWindow(open, notes) ? { windowDays: table.windowDays } : {}),
    steps: calibrated,
    calibration: [...(open.calibration ?? []), ...notes],
  }) as Scale<Step>;
}

function calibrateStep<Step extends string>(
  step: StepDefinition<Step>,
  scale: OpenScale<Step>,
  table: CustomerTable,
  notes: CalibrationNote[],
): StepDefinition<Step> {
  const schema = factSchemaOf(scale.ownFacts);
  let closed = false;
  const when = replaceTopThresholds(step.when, (named, top) => {
    const { fact, amongCount, threshold } = calibrateThreshold(named, top, { table, schema });
    notes.push({ step: step.id, fact, top: top.top, amongCount, threshold });
    if (threshold === null) closed = true;
    return threshold === null ? { any: [] } : { fact, atLeast: threshold };
  });
  return { ...step, when: closed ? { any: [] } : when };
}

function hasMoneyNote(notes: readonly CalibrationNote[]): boolean {
  return notes.some(({ fact, threshold }) => threshold !== null && isMoney(fact));
}

const BUILTINS: ReadonlyMap<string, { readonly kind: string }> = BUILTIN_FACTS;

function isMoney(fact: string): boolean {
  return BUILTINS.get(fact)?.kind === "money";
}

function looksAtWindow(scale: OpenScale, notes: readonly CalibrationNote[]): boolean {
  const calibrated = new Set(notes.map(({ step }) => step));
  const steps = scale.steps.filter(({ id }) => calibrated.has(id));
  return steps.some(({ when }) => criterionFacts(when).some(isRecent));
}

/** Own facts may be called anything; what is in them is theirs to know. */
function isRecent(fact: string): boolean {
  return /^recent[A-Z]/.test(fact) && BUILTINS.has(fact);
}
