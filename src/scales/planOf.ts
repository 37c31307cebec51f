import { compileCriteria } from "../criteria/compileCriteria.ts";
import type { RankPlan } from "../criteria/rankPlan.ts";
import { factSchemaOf } from "../customers/facts.ts";
import type { Scale } from "./scale.ts";

/** The plans of late, by their definitions: whoever defines a scale anew at each call shares the compiled code. */
const plans: Map<string, RankPlan> = /* @__PURE__ */ new Map();
const MOST_PLANS = 64;

/**
 * The plan that ranks rows on some scales, in which what they compare in common is compared once. They must agree
 * in currency and in facts, as scales do that fit one table.
 */
export function planOf(scales: readonly Scale[]): RankPlan {
  const definition = JSON.stringify(scales); // which says all of it: thresholds are finite
  const plan = plans.get(definition) ?? makePlan(scales);
  if (plans.size === MOST_PLANS) plans.clear();
  plans.set(definition, plan);
  return plan;
}

function makePlan(scales: readonly Scale[]): RankPlan {
  const schema = factSchemaOf(Object.assign({}, ...scales.map((scale) => scale.ownFacts)));
  const currency = scales.find((scale) => scale.currency !== undefined)?.currency;
  const criteria = scales.flatMap(({ steps }) => steps.map((step) => step.when));
  const { comparisons, roots } = compileCriteria(criteria, { schema, currency });
  let end = 0;
  const rankings = scales.map(({ climb, steps }) => {
    const first = end;
    end += steps.length;
    return { roots: roots.slice(first, end), climb };
  });
  return { comparisons, rankings };
}
