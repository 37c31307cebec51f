import { fail } from "../base/loyaltyError.ts";
import type { Locale } from "./locale.ts";
import { en } from "./locales/en.ts";
import { vi } from "./locales/vi.ts";

/** The languages whose sentences are shipped. */
export type LocaleCode = "en" | "vi";

/**
 * The locale itself, or the shipped one with the code.
 *
 * @throws LoyaltyError `unknown_locale` for a code without shipped sentences
 *
 * @example
 * localeOf("vi").facts.orders; // => { other: "đơn hàng" }
 */
export function localeOf(locale: Locale | LocaleCode): Locale {
  if (typeof locale === "object") return locale;
  if (locale === "en") return en;
  return locale === "vi" ? vi : fail("unknown_locale", ["locale"], "en, vi or a locale of your own", locale);
}
