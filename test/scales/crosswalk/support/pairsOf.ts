import type { Criterion } from "../../../../src/criteria/criterion.ts";
import { type AllowedPairs, allowedPairs } from "../../../../src/scales/crosswalk/allowedPairs.ts";
import { defineScale } from "../../../../src/scales/defineScale.ts";
import type { Scale, ScaleDefinition } from "../../../../src/scales/scale.ts";

type Head = Omit<ScaleDefinition, "name" | "steps">;

/** A scale with the steps s0, s1 … */
export function scaleOf(criteria: readonly Criterion[], head: Head = {}): Scale {
  const steps = criteria.map((when, index) => ({ id: `s${index}`, when }));
  return defineScale({ name: "test", ...head, steps }) as Scale;
}

/** Whether a customer can meet both criteria, as the pairs of two scales of one step each say. */
export function canBoth(one: Criterion, other: Criterion, head: Head = {}): boolean {
  return pairsOf(one, other, head).allowed[0]?.[0] as boolean;
}

/** The pairs of two scales of one step each. */
export function pairsOf(one: Criterion, other: Criterion, head: Head = {}): AllowedPairs {
  return allowedPairs(scaleOf([one], head), scaleOf([other], head));
}

/** The allowed pairs as text, one line per row: `x` where a pair is allowed. */
export function pictureOf({ rows, allowed }: AllowedPairs): string[] {
  return rows.map((row, index) => `${row} ${allowed[index]?.map((is) => (is ? "x" : "·")).join("")}`);
}
