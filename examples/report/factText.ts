import { en, type Locale, vi } from "../../src/scales/index.ts";

/** How a fact is called in the language of the report, with its window: `revenue in the last 365 days`. */
export function factText(fact: string, locale: string, windowDays: number): string {
  const { facts, window, pluralOf }: Locale = locale === "vi" ? vi : en;
  const phrase = facts[fact];
  if (phrase === undefined || "yes" in phrase) return fact;
  const name = "name" in phrase ? phrase.name : phrase.other;
  const days = window.days[pluralOf(windowDays)] ?? window.days.other;
  return phrase.window === true ? `${name} ${days.replace("{days}", String(windowDays))}` : name;
}
