import type { PartialFacts } from "./facts.ts";

/** One line of a text table: facts and the step they lead to; null off the scale. */
export interface PlacementCase {
  readonly text: string;
  readonly facts: PartialFacts;
  readonly step: string | null;
}

/**
 * Reads a text table, one case per line: `orders=2 member !targeted → member`. Facts go by their fields; `off`
 * is off the scale; what follows `#` is a remark.
 */
export function placementCases(table: string): PlacementCase[] {
  return table
    .split("\n")
    .map((line) => line.split("#")[0]?.trim() ?? "")
    .filter((line) => line !== "")
    .map((text) => {
      const [left = "", step = ""] = text.split("→").map((side) => side.trim());
      const facts = Object.fromEntries(left.split(/\s+/).filter(Boolean).map(readFact));
      return { text, facts, step: step === "off" ? null : step };
    });
}

function readFact(token: string): [string, number | boolean] {
  const [name = "", value] = token.split("=");
  if (value !== undefined) return [name, Number(value)];
  return name.startsWith("!") ? [name.slice(1), false] : [name, true];
}
