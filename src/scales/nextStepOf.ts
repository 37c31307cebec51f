import { explainCompiled } from "../criteria/explainCompiled.ts";
import type { ExplainedComparison, ExplainedPart } from "../criteria/explainedPart.ts";
import type { Locale } from "../criteria/locale.ts";
import { sentenceOf } from "../criteria/sentenceOf.ts";
import type { CustomerFacts } from "../customers/facts.ts";
import type { CompiledScale } from "./compileScale.ts";
import { CUSTOMER_GROWTH } from "./customerGrowth.ts";
import { labelOf } from "./labelOf.ts";
import { withBefore } from "./withBefore.ts";

/** The step above, and what is missing for it. */
export interface ExplainedNextStep<Step extends string = string> {
  readonly step: Step;
  /** From 1, the lowest step. */
  readonly rank: number;
  /** The name of the step in the asked language, else in English, else its id. */
  readonly label: string;
  /** All of this must change; never empty. */
  readonly missing: readonly ExplainedPart[];
  /** The same in words, one phrase per part. */
  readonly sentences: readonly string[];
}

/** How a next step is put into words. */
interface NextStepWording {
  readonly locale: Locale;
  /** The window of the facts, where it is known. */
  readonly windowDays: number | undefined;
  readonly beforeOf: ((comparison: ExplainedComparison) => string | undefined) | undefined;
}

/** The lowest step from `index` on that the customer can still reach; a stepwise climb cannot pass over any. */
export function nextStepOf<Step extends string>(
  compiled: CompiledScale<Step>,
  index: number,
  facts: CustomerFacts,
  wording: NextStepWording,
): ExplainedNextStep<Step> | null {
  const { steps, climb } = compiled.scale;
  const end = climb === "stepwise" ? Math.min(index + 1, steps.length) : steps.length;
  for (let above = index; above < end; above += 1) {
    const { missing } = explainCompiled(compiled.criteria, above, facts, CUSTOMER_GROWTH);
    if (!missing.some(({ kind }) => kind === "impossible"))
      return describeStep(compiled, above, missing, wording);
  }
  return null;
}

function describeStep<Step extends string>(
  compiled: CompiledScale<Step>,
  index: number,
  parts: readonly ExplainedPart[],
  { locale, windowDays, beforeOf }: NextStepWording,
): ExplainedNextStep<Step> {
  const { step, rank } = compiled.placements[index] as { step: Step; rank: number };
  const missing = beforeOf === undefined ? parts : parts.map((part) => withBefore(part, beforeOf));
  const context = windowDays === undefined ? {} : { windowDays };
  return {
    step,
    rank,
    label: labelOf(compiled.scale.steps[index]?.labels, locale.code, step),
    missing,
    sentences: missing.map((part) => sentenceOf(part, locale, context)),
  };
}
