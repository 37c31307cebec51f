import type { Criterion, Threshold } from "../../../src/criteria/criterion.ts";
import type { FactColumn, FactSchema } from "../../../src/units/column.ts";
import type { Row } from "./arbitraryRow.ts";

/**
 * Says whether a criterion holds for a row, by the letter of the definition and with nothing of `src`: no
 * compiling, money as exact fractions, days as text. Slow on purpose.
 */
export function naiveHolds(criterion: Criterion, row: Row, schema: FactSchema, digits: number): boolean {
  const inner = (part: Criterion): boolean => naiveHolds(part, row, schema, digits);
  if ("all" in criterion) return !criterion.all.map(inner).includes(false);
  if ("any" in criterion) return criterion.any.map(inner).includes(true);
  if ("not" in criterion) return !inner(criterion.not);
  const names = "fact" in criterion ? [criterion.fact] : criterion.sum;
  const columns = names.map((name) => schema.get(name) as FactColumn);
  const values = columns.map(({ field }) => row[field]);
  if (values.includes(undefined)) return false;
  const kind = columns[0]?.kind;
  const order = (threshold: unknown): number => {
    if (kind === "flag") return Number(values[0]) - Number(threshold);
    const value = (values as number[]).reduce((sum, each) => sum + each, 0);
    if (kind === "day") return textOrder(isoDay(value), threshold as string);
    if (kind === "money") return moneyOrder(value, threshold as Threshold, digits);
    return value < (threshold as number) ? -1 : value > (threshold as number) ? 1 : 0;
  };
  if ("atLeast" in criterion) return order(criterion.atLeast) >= 0;
  if ("moreThan" in criterion) return order(criterion.moreThan) > 0;
  if ("atMost" in criterion) return order(criterion.atMost) <= 0;
  if ("lessThan" in criterion) return order(criterion.lessThan) < 0;
  if ("between" in criterion) return order(criterion.between[0]) >= 0 && order(criterion.between[1]) <= 0;
  return order(criterion.is) === 0;
}

function textOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Compares whole minor units with a decimal in major units, both brought to the same power of ten. */
function moneyOrder(minor: number, threshold: Threshold, digits: number): number {
  const [mantissa = "", power = "0"] = String(threshold).toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const exponent = Number(power) - fraction.length + digits;
  const significand = BigInt(whole + fraction);
  const left = BigInt(minor) * 10n ** BigInt(Math.max(-exponent, 0));
  const right = significand * 10n ** BigInt(Math.max(exponent, 0));
  return left < right ? -1 : left > right ? 1 : 0;
}
