import { createIssue, type IssuePath } from "../base/issue.ts";
import { addIssue } from "../base/issueList.ts";
import type { ColumnKind } from "../units/column.ts";
import {
  checkThreshold,
  OPERATOR_NAMES,
  type OperatorName,
  type ThresholdContext,
} from "./checkThreshold.ts";
import { type Fields, statedNames } from "./fields.ts";

/** What the check of one comparison needs to know, and where it reports. */
type ComparisonContext = Omit<ThresholdContext, "kind" | "isSum">;

/** Checks a criterion of the form `{ fact, … }` or `{ sum, … }`: the facts, then the one comparison. */
export function checkComparison(
  fields: Fields,
  form: "fact" | "sum",
  path: IssuePath,
  context: ComparisonContext,
): void {
  const subject = fields[form];
  const subjectPath = [...path, form];
  const kind =
    form === "fact" ? kindOfFact(subject, subjectPath, context) : kindOfSum(subject, subjectPath, context);
  const others = statedNames(fields).filter((name) => name !== form);
  const operators = others.filter(isOperatorName);
  const allowed = `exactly one of ${OPERATOR_NAMES.join(", ")}`;
  for (const name of others) {
    if (isOperatorName(name)) continue;
    addIssue(context.issues, createIssue("invalid_criterion", [...path, name], allowed, name));
  }
  if (operators.length !== 1) {
    const received = operators.join(", ") || "none of them";
    addIssue(context.issues, createIssue("invalid_criterion", path, allowed, received));
  }
  for (const operator of operators) {
    checkThreshold(fields[operator], operator, [...path, operator], {
      ...context,
      kind,
      isSum: form === "sum",
    });
  }
}

function isOperatorName(name: string): name is OperatorName {
  return (OPERATOR_NAMES as readonly string[]).includes(name);
}

function kindOfFact(fact: unknown, path: IssuePath, context: ComparisonContext): ColumnKind | undefined {
  const column = typeof fact === "string" ? context.schema.get(fact) : undefined;
  if (column === undefined) {
    addIssue(context.issues, createIssue("unknown_fact", path, "the name of a known fact", fact));
  }
  return column?.kind;
}

/** The kind that a sum behaves as: `money`, `count` for what is never below 0, or `number`. */
function kindOfSum(facts: unknown, path: IssuePath, context: ComparisonContext): ColumnKind | undefined {
  if (!Array.isArray(facts)) {
    addIssue(context.issues, createIssue("invalid_criterion", path, "a list of names of facts", facts));
    return undefined;
  }
  if (facts.length === 0) {
    addIssue(context.issues, createIssue("invalid_threshold", path, "at least one fact", facts));
    return undefined;
  }
  let sumKind: ColumnKind | undefined;
  let canBeNegative = false;
  for (let index = 0; index < facts.length; index += 1) {
    const kind = kindOfFact(facts[index], [...path, index], context);
    if (kind === undefined) continue;
    canBeNegative ||= kind === "number";
    const isAddable = kind !== "day" && kind !== "flag";
    const addsAs = kind === "money" ? "money" : "number";
    if (isAddable && (sumKind === undefined || sumKind === addsAs)) sumKind = addsAs;
    else addIssue(context.issues, createIssue("mixed_units", [...path, index], expectedIn(sumKind), kind));
  }
  return sumKind === "number" && !canBeNegative ? "count" : sumKind;
}

function expectedIn(sumKind: ColumnKind | undefined): string {
  if (sumKind === "money") return "money, like the facts before it";
  return sumKind === undefined ? "a count, a number, a score or money" : "a count, a number or a score";
}
