import type { ExplainedComparison } from "./explainedPart.ts";
import { fillTemplate } from "./fillTemplate.ts";
import type { FactPhrase, Locale, NounForms } from "./locale.ts";

/** What a sentence may know beyond the comparison. */
export interface SentenceContext {
  /** Length of the trailing window in days, for "in the last 365 days" instead of "in the window". */
  readonly windowDays?: number;
}

/**
 * What a comparison is about, in words: "referrals or testimonials in the window". Nouns take the form that
 * goes with `count`. Where things must come before a day, that day says more than the window, which is left out.
 */
export function subjectOf(
  { facts, unit, before }: ExplainedComparison,
  count: number,
  locale: Locale,
  context: SentenceContext,
): string {
  const phrases = facts.map((fact) => phraseOf(fact, locale));
  const nouns = facts.map((fact, index) => nounOf(fact, phrases[index], count, locale));
  const saysWindow = unit !== "count" || before === undefined;
  const windowed = phrases.map((phrase) => saysWindow && phrase !== undefined && "window" in phrase);
  const isShared = windowed.every((each) => each === windowed[0]);
  const windowText = ` ${windowOf(locale, context)}`;
  const texts = isShared ? nouns : nouns.map((noun, index) => (windowed[index] ? noun + windowText : noun));
  const joined = unit === "count" ? joinWithOr(texts, locale) : texts.join(locale.plus);
  return isShared && windowed[0] ? joined + windowText : joined;
}

/** The phrase of a fact, where the locale has one of its own. */
export function phraseOf(fact: string, locale: Locale): FactPhrase | undefined {
  return Object.hasOwn(locale.facts, fact) ? locale.facts[fact] : undefined;
}

/** The form of a noun that goes with a number. */
export function formOf(forms: NounForms, count: number, locale: Locale): string {
  return forms[locale.pluralOf(count)] ?? forms.other;
}

function nounOf(fact: string, phrase: FactPhrase | undefined, count: number, locale: Locale): string {
  if (phrase === undefined || "yes" in phrase) return fact;
  return "name" in phrase ? phrase.name : formOf(phrase, count, locale);
}

function windowOf(locale: Locale, { windowDays }: SentenceContext): string {
  if (windowDays === undefined) return locale.window.unstated;
  return fillTemplate(formOf(locale.window.days, windowDays, locale), { days: windowDays });
}

function joinWithOr(texts: readonly string[], { or }: Locale): string {
  const last = texts.at(-1) as string;
  return texts.length === 1 ? last : texts.slice(0, -1).join(or.others) + or.last + last;
}
