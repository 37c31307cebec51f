import { compileFunction } from "node:vm";
import type { CForm } from "../../../bench/policy/cOfPolicy.ts";
import type { NumpyForm } from "../../../bench/policy/numpyOfPolicy.ts";
import { columnName, type Policy } from "../../../bench/policy/policy.ts";
import type { ColumnLookup } from "../../../src/criteria/rankPlan.ts";

/** The answers of a form in C, whose statements read as JavaScript once their types are gone. */
export function answersOfC(
  { body }: CForm,
  policy: Policy,
  columnOf: ColumnLookup,
  rowCount: number,
): Uint8Array[] {
  const answers = policy.rankings.map(() => new Uint8Array(rowCount));
  const scratch = [
    ...policy.comparisons.map((_, index) => `m${index}`),
    ...policy.columns.map(({ field }) => `n_${field}`),
  ];
  const names = [
    ...policy.columns.map(columnName),
    ...answers.map((_, ranking) => `r${ranking}`),
    ...scratch,
    "INFINITY",
  ];
  const values = [
    ...policy.columns.map(({ field }) => columnOf(field)),
    ...answers,
    ...scratch.map(() => new Uint8Array(rowCount)),
    Number.POSITIVE_INFINITY,
  ];
  const form = compileFunction(body.replaceAll(/\b(?:long|uint8_t) (?=\w+ =)/g, "let "), [
    "first",
    "end",
    ...names,
  ]);
  form(0, rowCount, ...values);
  return answers;
}

/** The answers of a form with numpy, read as JavaScript and run for one row after the other. */
export function answersOfNumpy(
  { body }: NumpyForm,
  policy: Policy,
  columnOf: ColumnLookup,
  rowCount: number,
): Uint8Array[] {
  const lines = body
    .filter((line) => !line.includes("[first:end] = np") || line.startsWith("r"))
    .map((line) =>
      line
        .replaceAll("[first:end]", "[row]")
        .replaceAll("np.ones(end - first, bool)", "1")
        .replaceAll("np.zeros(end - first, np.uint8)", "0")
        .replaceAll(".view(np.uint8)", "")
        .replace(/^np\.maximum\(s, (.*), out=s\)$/, "s = Math.max(s, $1)")
        .replace(/^np\.subtract\(s, np\.uint8\(1\), out=(r\d+\[row\])\)$/, "$1 = s - 1")
        .replaceAll("np.inf", "Infinity")
        .replaceAll("~", "1 ^ "),
    );
  const answers = policy.rankings.map(() => new Uint8Array(rowCount));
  const locals = lines.flatMap((line) => line.match(/^(\w+) =/)?.[1] ?? []);
  const source = `let ${[...new Set(locals)].join(", ")};\n${lines.join(";\n")};`;
  const columns = policy.columns.map(({ field }) => `w_${field}`);
  const results = answers.map((_, ranking) => `r${ranking}`);
  const form = compileFunction(source, ["row", "np", ...columns, ...results]);
  const arrays = policy.columns.map(({ field }) => columnOf(field));
  for (let row = 0; row < rowCount; row += 1) form(row, PLAYED_NUMPY, ...arrays, ...answers);
  return answers;
}

const PLAYED_NUMPY = {
  uint8: (value: number) => value,
  select: (conditions: readonly unknown[], choices: readonly number[], otherwise: number) => {
    const found = conditions.findIndex(Boolean);
    return found < 0 ? otherwise : choices[found];
  },
};
