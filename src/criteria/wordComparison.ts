import type { ExplainedComparison } from "./explainedPart.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { integerBounds } from "./integerBounds.ts";
import type { Locale, OperatorTemplates } from "./locale.ts";
import { formOf, phraseOf, type SentenceContext, subjectOf } from "./subjectOf.ts";

/** One comparison in words: what is required, what is there, and until when. */
export function wordComparison(part: ExplainedComparison, locale: Locale, context: SentenceContext): string {
  const missing = missingCountOf(part);
  const sentence =
    missing === undefined
      ? withActual(wordRequirement(part, locale, context), part, locale)
      : wordMissing(part, missing, locale, context);
  return part.before === undefined ? sentence : fillTemplate(locale.before, { sentence, day: part.before });
}

/** How many more it takes, where things are counted: "1 more order" needs no explanation. */
function missingCountOf({ unit, comparison, gap }: ExplainedComparison): number | undefined {
  const isFloor = comparison === "atLeast" || comparison === "moreThan";
  return unit === "count" && isFloor && typeof gap === "number" ? gap : undefined;
}

function wordMissing(
  part: ExplainedComparison,
  gap: number,
  locale: Locale,
  context: SentenceContext,
): string {
  const subject = subjectOf(part, gap, locale, context);
  return fillTemplate(locale.counts.more, { gap, subject });
}

function wordRequirement(part: ExplainedComparison, locale: Locale, context: SentenceContext): string {
  const { comparison, required, unit } = part;
  if (typeof required === "boolean") return wordFlag(part.facts[0] as string, required, locale);
  if (unit === "count") return wordCount(part, Number(required), locale, context);
  const templates: OperatorTemplates = unit === "day" ? locale.days : locale.quantities;
  const subject = subjectOf(part, 0, locale, context);
  return fillTemplate(templates[comparison], { subject, required: measured(part, required, locale) });
}

function wordFlag(fact: string, required: boolean, locale: Locale): string {
  const phrase = phraseOf(fact, locale);
  const forms = phrase !== undefined && "yes" in phrase ? phrase : locale.flags;
  return fillTemplate(required ? forms.yes : forms.no, { subject: fact });
}

function wordCount(
  part: ExplainedComparison,
  required: number,
  locale: Locale,
  context: SentenceContext,
): string {
  const { comparison } = part;
  const allowsNone = comparison !== "differsFrom" && integerBounds(comparison, required).high === 0;
  if (allowsNone) return fillTemplate(locale.counts.none, { subject: subjectOf(part, 0, locale, context) });
  const subject = subjectOf(part, comparison === "differsFrom" ? 0 : required, locale, context);
  return fillTemplate(locale.counts[comparison], { subject, required });
}

/** A threshold with its currency or its unit. */
function measured(part: ExplainedComparison, required: number | string, locale: Locale): string {
  if (part.currency !== undefined) return `${required} ${part.currency}`;
  const phrase = part.facts.length === 1 ? phraseOf(part.facts[0] as string, locale) : undefined;
  if (phrase === undefined || !("unit" in phrase) || typeof required !== "number") return String(required);
  return fillTemplate(locale.measure, { number: required, unit: formOf(phrase.unit, required, locale) });
}

function withActual(sentence: string, part: ExplainedComparison, { actual: templates }: Locale): string {
  const { actual, gap, holds } = part;
  if (actual === null) return fillTemplate(holds ? templates.unknownWillDo : templates.unknown, { sentence });
  if (typeof actual === "boolean") return sentence;
  if (part.unit !== "money" || typeof gap !== "string") {
    return fillTemplate(templates.known, { sentence, actual });
  }
  const isTooHigh = gap.startsWith("-");
  const template = isTooHigh ? templates.amountTooHigh : templates.amountMissing;
  return fillTemplate(template, { sentence, actual, gap: isTooHigh ? gap.slice(1) : gap });
}
