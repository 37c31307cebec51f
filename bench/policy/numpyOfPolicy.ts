import { UNRANKED } from "../../src/criteria/rankPlan.ts";
import { type ComparisonDialect, comparisonText } from "./comparisonText.ts";
import { conditionText } from "./conditionText.ts";
import { columnName, type Policy } from "./policy.ts";
import { statementsOf } from "./statements.ts";

/** A way to write a policy with numpy: the body of `def form(first, end)`, which fills `r0`, `r1` … */
export interface NumpyForm {
  readonly name: string;
  readonly body: readonly string[];
  /** Rows per call; null for all at once. */
  readonly blockRows: number | null;
}

const DIALECT: ComparisonDialect = {
  value: (fact) => columnName(fact),
  double: (fact) => columnName(fact),
  and: (parts) => `(${parts.join(" & ")})`,
  always: "everything",
  never: "nothing",
  number: (value) => (Number.isFinite(value) ? String(value) : value > 0 ? "np.inf" : "-np.inf"),
};

const WORDS = {
  and: " & ",
  or: " | ",
  not: (text: string) => `(~${text})`,
  always: DIALECT.always,
  never: DIALECT.never,
};

/** A form without choices on whole columns, as one writes it at first. */
export function numpyOfPolicy(policy: Policy): NumpyForm {
  return { name: "whole columns", body: branchFreeBody(policy), blockRows: null };
}

/** The same by blocks that stay in cache: what someone does who knows where the time goes. */
export function numpyByBlock(policy: Policy): NumpyForm {
  return { name: "blocks of 32,768 rows", body: branchFreeBody(policy), blockRows: 32_768 };
}

/** What the manual shows: conditions from the highest step down, and what to choose for each. */
export function numpySelectOfPolicy({ comparisons, rankings, columns }: Policy): NumpyForm {
  const told = comparisons.map((comparison) => comparisonText(comparison, DIALECT));
  const answers = rankings.map((conditions, ranking) => {
    const texts = conditions.map((node) => conditionText(node, told, WORDS)).reverse();
    const choices = conditions.map((_, step) => `np.uint8(${step})`).reverse();
    const select = `np.select([${texts.join(", ")}], [${choices.join(", ")}], np.uint8(${UNRANKED}))`;
    return `r${ranking}[first:end] = ${select}`;
  });
  return { name: "np.select", body: [...sliceLines(columns), ...answers], blockRows: null };
}

/** The step is the most of `holds × (step + 1)`, less one: 0 − 1 is 255 in a byte, off the scale. */
function branchFreeBody(policy: Policy): readonly string[] {
  const { joints, rankings } = statementsOf(policy);
  const tests = policy.comparisons.map(
    (comparison, index) => `t${index} = ${comparisonText(comparison, DIALECT)}`,
  );
  const lines = joints.map(({ name, kind, parts }) => {
    if (kind === "not") return `${name} = ~${parts[0]}`;
    if (parts.length === 0) return `${name} = ${kind === "all" ? DIALECT.always : DIALECT.never}`;
    return `${name} = ${parts.join(kind === "all" ? " & " : " | ")}`;
  });
  const answers = rankings.flatMap((names, ranking) => [
    `s = np.zeros(end - first, np.uint8)`,
    ...names.map((name, step) => `np.maximum(s, ${name}.view(np.uint8) * np.uint8(${step + 1}), out=s)`),
    `np.subtract(s, np.uint8(1), out=r${ranking}[first:end])`,
  ]);
  return [...sliceLines(policy.columns), ...tests, ...lines, ...answers];
}

/** Inside a form a column's name stands for the rows of the call; whole columns are named `w_…`. */
function sliceLines(columns: Policy["columns"]): readonly string[] {
  const slices = columns.map((fact) => `${columnName(fact)} = w_${fact.field}[first:end]`);
  return [...slices, "everything = np.ones(end - first, bool)", "nothing = ~everything"];
}
