import type { FactPhrase } from "../../../src/criteria/locale.ts";
import type { FactColumn } from "../../../src/units/column.ts";

/** The facts for which a language has no phrase, or one that does not fit the kind of the fact. */
export function factsWithoutPhrase(
  phrases: Readonly<Record<string, FactPhrase | undefined>>,
  facts: ReadonlyMap<string, FactColumn>,
): string[] {
  return [...facts].filter(([name, { kind }]) => !fits(name, kind, phrases[name])).map(([name]) => name);
}

function fits(name: string, kind: FactColumn["kind"], phrase: FactPhrase | undefined): boolean {
  if (phrase === undefined) return false;
  if (kind === "flag") return "yes" in phrase && phrase.yes !== "" && phrase.no !== "";
  const countsInWindow = "window" in phrase && phrase.window === true;
  if (countsInWindow !== name.startsWith("recent")) return false;
  return kind === "count" ? "other" in phrase : "name" in phrase;
}
