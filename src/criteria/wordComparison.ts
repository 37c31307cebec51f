import type { ExplainedComparison } from "./explainedPart.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { integerBounds } from "./integerBounds.ts";
import type { Locale, OperatorTemplates } from "./locale.ts";
import { readableActual, readableNumber } from "./readableNumber.ts";
import { isRenewal } from "./renewal.ts";
import { formOf, phraseOf, type SentenceContext, subjectOf } from "./subjectOf.ts";

/** One comparison in words: what is required, what is there, and until when. */
export function wordComparison(part: ExplainedComparison, locale: Locale, context: SentenceContext): string {
  const renewal = wordRenewal(part, locale);
  if (renewal !== undefined) return renewal;
  const missing = missingCountOf(part);
  const sentence =
    missing === undefined
      ? withActual(wordRequirement(part, locale, context), part, locale)
      : wordMissing(part, missing, locale, context);
  return part.before === undefined ? sentence : fillTemplate(locale.before, { sentence, day: part.before });
}

/** What to do, where only something new can make it hold, and the language has words for it. */
function wordRenewal(part: ExplainedComparison, locale: Locale): string | undefined {
  const phrase = phraseOf(part.facts[0] as string, locale);
  const words = phrase !== undefined && "renewal" in phrase ? phrase.renewal : undefined;
  if (words === undefined || !isRenewal(part)) return undefined;
  const { comparison, actual } = part;
  if (typeof actual !== "number" || (comparison !== "atMost" && comparison !== "lessThan"))
    return words.plain;
  const required = Number(part.required);
  return fillTemplate(words[comparison], {
    actual: measured(part, readableActual(actual, required, part), locale),
    required: readableNumber(required),
  });
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
  return fillTemplate(locale.counts[comparison], { subject, required: readableNumber(required) });
}

/** A value with its currency or its unit. */
function measured(part: ExplainedComparison, value: number | string, locale: Locale): string {
  if (part.currency !== undefined) return `${value} ${part.currency}`;
  if (typeof value === "string") return value;
  const number = readableNumber(value);
  const phrase = part.facts.length === 1 ? phraseOf(part.facts[0] as string, locale) : undefined;
  if (phrase === undefined || !("unit" in phrase)) return String(number);
  return fillTemplate(locale.measure, { number, unit: formOf(phrase.unit, number, locale) });
}

function withActual(sentence: string, part: ExplainedComparison, { actual: templates }: Locale): string {
  const { actual, gap, holds } = part;
  if (actual === null) return fillTemplate(holds ? templates.unknownWillDo : templates.unknown, { sentence });
  if (typeof actual === "boolean") return sentence;
  if (typeof actual === "number") {
    const said = readableActual(actual, Number(part.required), part);
    return fillTemplate(templates.known, { sentence, actual: said });
  }
  if (part.unit !== "money" || typeof gap !== "string") {
    return fillTemplate(templates.known, { sentence, actual });
  }
  const isTooHigh = gap.startsWith("-");
  const template = isTooHigh ? templates.amountTooHigh : templates.amountMissing;
  return fillTemplate(template, { sentence, actual, gap: isTooHigh ? gap.slice(1) : gap });
}
