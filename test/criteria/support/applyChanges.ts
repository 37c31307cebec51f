import type { ExplainedComparison, ExplainedPart } from "../../../src/criteria/explainedPart.ts";
import type { FactColumn, FactSchema } from "../../../src/units/column.ts";

/** A row that may be changed. */
export type ChangingRow = Record<string, number | boolean>;

/** Picks one of `count` alternatives. */
export type Pick = (count: number) => number;

/** Makes the changes that an explanation asks for, one picked option of each choice, in the order of the parts. */
export function applyChanges(
  parts: readonly ExplainedPart[],
  row: ChangingRow,
  schema: FactSchema,
  pick: Pick,
): void {
  for (const part of parts) {
    if (part.kind === "impossible") throw new Error("nothing can be changed");
    if (part.kind === "comparison") applyComparison(part, row, schema, pick);
    else applyChanges(part.options[pick(part.options.length)] ?? [], row, schema, pick);
  }
}

function applyComparison(part: ExplainedComparison, row: ChangingRow, schema: FactSchema, pick: Pick): void {
  const [first = "", ...others] = part.facts.map((name) => (schema.get(name) as FactColumn).field);
  const isOutOfReach = part.actual !== null && part.gap === null && part.unit !== "number";
  if (part.orUnknown === true && part.unit !== "flag" && (isOutOfReach || pick(2) === 0)) {
    delete row[first];
    return;
  }
  const current = row[first];
  const isOne = others.length === 0 && part.unit !== "number";
  if (part.gap !== null && isOne && pick(2) === 0) {
    row[first] = changedBy(Number(current), part);
    return;
  }
  for (const other of others) row[other] = 0;
  row[first] = part.unit === "flag" ? (part.required as boolean) : targetOf(part);
}

/** The value (in whole units) after the change that the gap names. */
export function changedBy(current: number, { gap, unit }: ExplainedComparison): number {
  const change = unit === "money" ? String(gap).replace(".", "") : (gap as number);
  return Number(BigInt(current) + BigInt(change));
}

/** A value that satisfies the comparison, in the unit of the column. */
export function targetOf(part: ExplainedComparison): number {
  const required = storedUnit(part, part.required as number | string);
  const step = Math.max(1, Math.abs(required) / 2 ** 50);
  if (part.comparison === "moreThan" || part.comparison === "differsFrom") return required + step;
  return part.comparison === "lessThan" ? required - step : required;
}

function storedUnit({ unit }: ExplainedComparison, value: number | string): number {
  if (typeof value === "number") return value;
  return unit === "day" ? Date.parse(value) / 86_400_000 : Number(value.replace(".", ""));
}

/** Raises facts until every part (of a monotone criterion) holds; never lowers one. */
export function raiseFacts(
  parts: readonly ExplainedPart[],
  row: ChangingRow,
  schema: FactSchema,
  pick: Pick,
): void {
  for (const part of parts) {
    if (part.kind === "impossible") throw new Error("nothing can be raised");
    if (part.kind === "comparison") raiseComparison(part, row, schema);
    else raiseFacts(part.options[pick(part.options.length)] ?? [], row, schema, pick);
  }
}

function raiseComparison(part: ExplainedComparison, row: ChangingRow, schema: FactSchema): void {
  const fields = part.facts.map((name) => (schema.get(name) as FactColumn).field);
  const [first = ""] = fields;
  if (part.unit === "flag") {
    row[first] = true;
    return;
  }
  const target = targetOf(part);
  if (fields.length === 1) {
    row[first] = Math.max(Number(row[first] ?? target), target);
    return;
  }
  for (const field of fields) row[field] ??= 0;
  const sum = (): number => fields.reduce((total, field) => total + Number(row[field]), 0);
  for (let raise = 1; sum() < target; raise *= 2) row[first] = Number(row[first]) + raise;
}
