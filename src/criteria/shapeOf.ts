import type { Operator } from "./compareValue.ts";
import type { Criterion, Threshold, TopThreshold } from "./criterion.ts";

/** A criterion with its form said outright, for code that walks it. */
type CriterionShape =
  | { readonly form: "all" | "any"; readonly parts: readonly Criterion[] }
  | { readonly form: "not"; readonly part: Criterion }
  | {
      readonly form: "between";
      readonly names: readonly string[];
      readonly ends: readonly [Threshold, Threshold];
    }
  | {
      readonly form: "plain";
      readonly names: readonly string[];
      /** `is` goes by `equals`. */
      readonly operator: Operator;
      readonly threshold: Threshold | boolean;
    }
  | { readonly form: "top"; readonly fact: string; readonly top: TopThreshold };

/** Every property that some criterion has; a checked one may hold `undefined` where it states nothing. */
interface AnyCriterion {
  readonly all?: readonly Criterion[];
  readonly any?: readonly Criterion[];
  readonly not?: Criterion;
  readonly fact?: string;
  readonly sum?: readonly string[];
  readonly atLeast?: Threshold | TopThreshold;
  readonly moreThan?: Threshold;
  readonly atMost?: Threshold;
  readonly lessThan?: Threshold;
  readonly between?: readonly [Threshold, Threshold];
  readonly is?: Threshold | boolean;
}

/** The form of a criterion that `checkCriterion` found nothing wrong with. */
export function shapeOf(criterion: Criterion): CriterionShape {
  const { all, any, not, fact, sum, between, ...stated }: AnyCriterion = criterion;
  if (all !== undefined) return { form: "all", parts: all };
  if (any !== undefined) return { form: "any", parts: any };
  if (not !== undefined) return { form: "not", part: not };
  const names = fact === undefined ? (sum as readonly string[]) : [fact];
  if (between !== undefined) return { form: "between", names, ends: between };
  if (typeof stated.atLeast === "object") return { form: "top", fact: fact as string, top: stated.atLeast };
  return { form: "plain", names, ...statedComparison(stated) };
}

function statedComparison(stated: AnyCriterion): {
  operator: Operator;
  threshold: Threshold | boolean;
} {
  const { atLeast, moreThan, atMost, lessThan, is } = stated;
  if (atLeast !== undefined) return { operator: "atLeast", threshold: atLeast as Threshold };
  if (moreThan !== undefined) return { operator: "moreThan", threshold: moreThan };
  if (atMost !== undefined) return { operator: "atMost", threshold: atMost };
  if (lessThan !== undefined) return { operator: "lessThan", threshold: lessThan };
  return { operator: "equals", threshold: is as Threshold | boolean };
}
