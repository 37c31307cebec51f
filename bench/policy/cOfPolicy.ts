import { UNRANKED } from "../../src/criteria/rankPlan.ts";
import type { ColumnKind } from "../../src/units/column.ts";
import { type ComparisonDialect, comparisonText } from "./comparisonText.ts";
import { conditionText } from "./conditionText.ts";
import { columnName, type Policy } from "./policy.ts";
import { statementsOf } from "./statements.ts";

/** A way to write the same policy. Compilers differ in which they make the best of. */
export interface CForm {
  readonly name: string;
  /** The body of `void form(long first, long end)` over global columns and results. */
  readonly body: string;
}

const TYPES: Readonly<Record<ColumnKind, string>> = {
  count: "uint32_t",
  money: "double",
  day: "int32_t",
  number: "double",
  score: "uint8_t",
  flag: "uint8_t",
};

/** The type of a column in C. */
export function cTypeOf(kind: ColumnKind): string {
  return TYPES[kind];
}

/** The rows that one call of a form handles; blocks of this many stay in the nearest cache. */
export const C_BLOCK_ROWS = 2_048;

const DIALECT: Omit<ComparisonDialect, "and"> = {
  value: (fact) => `${columnName(fact)}[i]`,
  double: (fact) => `${columnName(fact)}[i]`,
  always: "1",
  never: "0",
  number: (value) => (Number.isFinite(value) ? doubleText(value) : value > 0 ? "INFINITY" : "-INFINITY"),
};

const BRANCHY: ComparisonDialect = { ...DIALECT, and: (parts) => `(${parts.join(" && ")})` };
const FLAT: ComparisonDialect = { ...DIALECT, and: (parts) => `(${parts.join(" & ")})` };

const WORDS = { and: " && ", or: " || ", not: (text: string) => `!${text}`, always: "1", never: "0" };

/** All forms of a policy. */
export function cOfPolicy(policy: Policy): readonly CForm[] {
  return [
    { name: "branches", body: branchingBody(policy) },
    { name: "branch-free rows", body: branchFreeBody(policy) },
    { name: "masks by block", body: maskingBody(policy) },
    { name: "narrowed by block", body: narrowingBody(policy) },
  ];
}

/** What anybody writes first: a chain of ifs from the highest step down. */
function branchingBody({ comparisons, rankings }: Policy): string {
  const told = comparisons.map((comparison) => comparisonText(comparison, BRANCHY));
  const answers = rankings.map((conditions, ranking) => {
    const chain = conditions.map(
      (node, step) => `if (${conditionText(node, told, WORDS)}) r${ranking}[i] = ${step};`,
    );
    return [...chain.reverse(), `r${ranking}[i] = ${UNRANKED};`].join(" else ");
  });
  return rowLoop(answers);
}

/** Every comparison of a row, whatever the others said: nothing to foresee, and the compiler may take lanes. */
function branchFreeBody(policy: Policy): string {
  const tests = policy.comparisons.map(
    (comparison, index) => `uint8_t t${index} = ${comparisonText(comparison, FLAT)};`,
  );
  return rowLoop([...tests, ...jointLines(policy)]);
}

/** One loop per comparison into bytes, so that columns of all widths fill whole vectors, then one over bytes. */
function maskingBody(policy: Policy): string {
  const masks = policy.comparisons.map(
    (comparison, index) =>
      `for (long i = first; i < end; i++) m${index}[i - first] = ${comparisonText(comparison, FLAT)};`,
  );
  const tests = policy.comparisons.map((_, index) => `uint8_t t${index} = m${index}[i - first];`);
  return [...masks, rowLoop([...tests, ...jointLines(policy)])].join("\n");
}

/**
 * The trick that our kernels use, in C: counts are cut to bytes once per block, so that what many comparisons
 * read is one vector of bytes, and a comparison of it needs no mask in memory.
 */
function narrowingBody(policy: Policy): string {
  const narrow = narrowableCounts(policy);
  const dialect: ComparisonDialect = {
    ...FLAT,
    value: (fact) => (narrow.has(fact.field) ? `n_${fact.field}[i - first]` : `${columnName(fact)}[i]`),
  };
  const loops = policy.columns
    .filter(({ field }) => narrow.has(field))
    .map((fact) => {
      const value = `${columnName(fact)}[i]`;
      return `for (long i = first; i < end; i++) n_${fact.field}[i - first] = ${value} < 255 ? ${value} : 255;`;
    });
  const tests: string[] = [];
  for (const [index, comparison] of policy.comparisons.entries()) {
    const text = comparisonText(comparison, dialect);
    const isWide = comparison.facts.some(
      ({ kind, field }) => TYPES[kind] !== "uint8_t" && !narrow.has(field),
    );
    if (isWide) loops.push(`for (long i = first; i < end; i++) m${index}[i - first] = ${text};`);
    tests.push(`uint8_t t${index} = ${isWide ? `m${index}[i - first]` : text};`);
  }
  return [...loops, rowLoop([...tests, ...jointLines(policy)])].join("\n");
}

/** The counts that are compared with nothing above 254, alone or in a sum of such counts. */
function narrowableCounts({ comparisons, columns }: Policy): ReadonlySet<string> {
  const narrow = new Set(columns.filter(({ kind }) => kind === "count").map(({ field }) => field));
  for (const { facts, threshold } of comparisons) {
    const isSmall = Math.abs(threshold) <= 254 && facts.every(({ kind }) => kind === "count");
    if (!isSmall) for (const { field } of facts) narrow.delete(field);
  }
  return narrow;
}

function jointLines(policy: Policy): readonly string[] {
  const { joints, rankings } = statementsOf(policy);
  const lines = joints.map(({ name, kind, parts }) => {
    if (kind === "not") return `uint8_t ${name} = ${parts[0]} ^ 1;`;
    const empty = kind === "all" ? "1" : "0";
    return `uint8_t ${name} = ${parts.length === 0 ? empty : parts.join(kind === "all" ? " & " : " | ")};`;
  });
  const answers = rankings.map((names, ranking) => {
    const chain = names.map((name, step) => `s${ranking} = ${name} ? ${step} : s${ranking};`);
    return `uint8_t s${ranking} = ${UNRANKED}; ${chain.join(" ")} r${ranking}[i] = s${ranking};`;
  });
  return [...lines, ...answers];
}

function rowLoop(lines: readonly string[]): string {
  return `for (long i = first; i < end; i++) {\n  ${lines.join("\n  ")}\n}`;
}

/** The shortest text that reads back as this double, never as an int. */
function doubleText(value: number): string {
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}
