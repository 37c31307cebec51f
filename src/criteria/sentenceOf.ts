import type { ExplainedPart } from "./explainedPart.ts";
import { fillTemplate } from "./fillTemplate.ts";
import type { Locale } from "./locale.ts";
import { type LocaleCode, localeOf } from "./localeOf.ts";
import { isEcho } from "./renewal.ts";
import type { SentenceContext } from "./subjectOf.ts";
import { wordComparison } from "./wordComparison.ts";

/**
 * A part of an explanation as people read it: a phrase without capital and full stop, to stand in a list or in
 * a sentence of yours. Numbers, amounts and days are plain in every language.
 *
 * @param locale - a shipped language or a locale of your own
 * @throws LoyaltyError `unknown_locale` for a code without shipped sentences
 *
 * @example
 * const part = {
 *   kind: "comparison", facts: ["orders"], unit: "count", comparison: "atLeast",
 *   required: 2, actual: 1, gap: 1, holds: false, before: "2027-03-01",
 * };
 * sentenceOf(part, "en"); // => "1 more order before 2027-03-01"
 * sentenceOf(part, "vi"); // => "thêm 1 đơn hàng trước ngày 2027-03-01"
 */
export function sentenceOf(
  part: ExplainedPart,
  locale: Locale | LocaleCode,
  context: SentenceContext = {},
): string {
  return wordPart(part, localeOf(locale), context);
}

function wordPart(part: ExplainedPart, locale: Locale, context: SentenceContext): string {
  switch (part.kind) {
    case "comparison":
      return wordComparison(part, locale, context);
    case "oneOf": {
      const options = part.options.map((option) => wordOption(option, locale, context));
      return fillTemplate(locale.oneOf, { options: options.join(locale.between.options) });
    }
    case "impossible":
      return locale.impossible;
  }
}

function wordOption(option: readonly ExplainedPart[], locale: Locale, context: SentenceContext): string {
  const words = option.flatMap((part) => {
    if (isEcho(part, option)) return [];
    const sentence = wordPart(part, locale, context);
    return [part.kind === "oneOf" ? fillTemplate(locale.nested, { sentence }) : sentence];
  });
  return words.join(locale.between.parts);
}
