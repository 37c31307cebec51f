import { compileCriteria } from "../criteria/compileCriteria.ts";
import type { RankPlan } from "../criteria/rankPlan.ts";
import { factSchemaOf } from "../customers/facts.ts";
import type { Scale } from "./scale.ts";

/**
 * The plan that ranks rows on some scales, in which what they compare in common is compared once. They must agree
 * in currency and in facts, as scales do that fit one table.
 */
export function planOf(scales: readonly Scale[]): RankPlan {
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
