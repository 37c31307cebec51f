import { BUILTIN_FACTS, type BuiltinFact } from "../../customers/facts.ts";

/**
 * Whether a sum of facts only falls or only rises while nothing new counts: what is in the window leaves it, and
 * the time since the last order grows. Profit may rise as well, when a loss leaves or an order without a cost.
 */
export function runsOneWay(names: readonly string[]): boolean {
  if (names.includes("recentProfit")) return false;
  const falls = names.some((name) => name.startsWith("recent") && BUILTIN_FACTS.has(name as BuiltinFact));
  const rises = names.some((name) => name === "recencyDays" || name === "rhythm");
  return !(falls && rises);
}
