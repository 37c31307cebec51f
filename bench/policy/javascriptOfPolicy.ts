import { UNRANKED } from "../../src/criteria/rankPlan.ts";
import { type ComparisonDialect, comparisonText } from "./comparisonText.ts";
import { conditionText } from "./conditionText.ts";
import { columnName, type Policy } from "./policy.ts";

const DIALECT: ComparisonDialect = {
  value: (fact) => `d.${columnName(fact)}`,
  double: (fact) => `d.${columnName(fact)}`,
  and: (parts) => `(${parts.join(" && ")})`,
  always: "true",
  never: "false",
  number: (value) => (Number.isFinite(value) ? `(${value})` : value > 0 ? "1e999" : "(-1e999)"),
};

const WORDS = { and: " && ", or: " || ", not: (text: string) => `!${text}`, always: "true", never: "false" };

/** The answers of a policy as one JavaScript expression per ranking over a row `d`: a chain of choices. */
export function javascriptOfPolicy({ comparisons, rankings }: Policy): readonly string[] {
  const told = comparisons.map((comparison) => comparisonText(comparison, DIALECT));
  return rankings.map((conditions) => {
    const choices = conditions.map((node, step) => `${conditionText(node, told, WORDS)} ? ${step} : `);
    return `${choices.reverse().join("")}${UNRANKED}`;
  });
}
