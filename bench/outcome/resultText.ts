import type { Result } from "./outcome.ts";

/** A number as readers take it: three digits that mean something, thousands apart. */
export function figureText(value: number): string {
  return value.toLocaleString("en", { maximumSignificantDigits: 3 });
}

/** `≥ 0.6`, or without a peer `≤ 1,000`; empty where there is no goal. */
export function goalText({ goal, ratio }: Pick<Result, "goal" | "ratio">): string {
  return goal === null ? "" : `${ratio === null ? "≤" : "≥"} ${figureText(goal)}`;
}

/** How far it came, in a word; empty where there is no goal. */
export function reachedText({ reached }: Pick<Result, "reached">): string {
  if (reached === null) return "";
  return { aim: "beyond the aim", goal: "met", missed: "**missed**" }[reached];
}
