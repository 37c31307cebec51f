import { explainCompiled } from "../criteria/explainCompiled.ts";
import type { ExplainedComparison, ExplainedPart } from "../criteria/explainedPart.ts";
import { type LocaleCode, localeOf } from "../criteria/localeOf.ts";
import type { CustomerFacts } from "../customers/facts.ts";
import { compileScale } from "./compileScale.ts";
import { labelOf } from "./labelOf.ts";
import { type ExplainedNextStep, nextStepOf } from "./nextStepOf.ts";
import { placementSentence } from "./placementSentence.ts";
import type { PlacementLocale } from "./placementTemplates.ts";
import type { Scale } from "./scale.ts";
import { stepIndexOf } from "./stepIndexOf.ts";

/** Why someone stands where they stand, and what is missing for the next step. Plain data, safe for JSON. */
export interface ExplainedPlacement<Step extends string = string> {
  /** The name of the scale. */
  readonly scale: string;
  /** Null off the scale. */
  readonly step: Step | null;
  /** From 1, the lowest step; null off the scale. */
  readonly rank: number | null;
  /** The name of the step in the asked language, else in English, else its id; null off the scale. */
  readonly label: string | null;
  /** What speaks for the step; empty off the scale. */
  readonly met: readonly ExplainedPart[];
  /** The lowest step above that can be reached; null on the highest, and where none above can be reached. */
  readonly next: ExplainedNextStep<Step> | null;
  /** All of it for people to read. */
  readonly sentence: string;
}

/** What {@link explainPlacement} can be told. */
export interface ExplainOptions {
  /** A shipped language or a locale of your own. @defaultValue `"en"` */
  readonly locale?: LocaleCode | PlacementLocale;
  /** The window of the facts, to be named in sentences; the scale's unless stated. */
  readonly windowDays?: number;
  /** Until when a missing comparison must be met, exclusive: for those who know the customer's history. */
  readonly beforeOf?: (comparison: ExplainedComparison) => string | undefined;
}

/**
 * Why a customer stands on a step, and what is missing for the next one, actual against required: as data to
 * switch on and in sentences. With `climb: "stepwise"` as with `"highest"` the next step asks for its own
 * criterion only. Off the scale, the next step is the lowest. A step that nothing can reach (closed by a
 * calibration without anybody to look at), or that this customer no longer can (to be `new` after a second
 * purchase), is passed over, or ends a stepwise climb.
 *
 * @throws LoyaltyError `not_calibrated`; `unknown_locale` for a language that is not shipped; what `defineScale`
 * throws for an object that is no scale
 *
 * @example
 * const table = createCustomerTable({
 *   ids: ["ann"],
 *   asOf: "2026-06-30",
 *   currency: "USD",
 *   columns: { orders: Uint32Array.of(1) },
 * });
 * const explained = explainPlacement(customerAt(table, 0), ladderOfLoyalty());
 * explained.sentence; // => "Shopper, step 3 of 7. Missing for Customer: 1 more order."
 * explained.next?.missing[0]?.kind; // => "comparison"
 */
export function explainPlacement<Step extends string>(
  facts: CustomerFacts,
  scale: Scale<Step>,
  options: ExplainOptions = {},
): ExplainedPlacement<Step> {
  const compiled = compileScale(scale);
  const locale: PlacementLocale = localeOf(options.locale ?? "en");
  const windowDays = options.windowDays ?? compiled.scale.windowDays;
  const index = stepIndexOf(compiled, facts);
  const { step, rank } = compiled.placements[index] ?? compiled.offPlacement;
  const stood = compiled.scale.steps[index];
  const placed = {
    scale: compiled.scale.name,
    step,
    rank,
    label: stood === undefined ? null : labelOf(stood.labels, locale.code, stood.id),
    met: stood === undefined ? [] : explainCompiled(compiled.criteria, index, facts).met,
    next: nextStepOf(compiled, index + 1, facts, { locale, windowDays, beforeOf: options.beforeOf }),
  };
  return { ...placed, sentence: placementSentence(placed, compiled.scale.steps.length, locale) };
}
