import type { PolarsExpression, PolarsWords } from "../../../bench/policy/polarsOfPolicy.ts";
import type { SqlRow } from "./evaluateSql.ts";

type Value = number | boolean | null;

/** What an expression gives for a row. */
interface PlayedExpression extends PolarsExpression {
  readonly of: (row: SqlRow) => Value;
  readonly named?: string;
}

/** The words of polars, played on one row at a time: null is neither true nor false. */
export const PLAYED_POLARS: PolarsWords = {
  col: (name) => expression((row) => row[name] as number | null),
  lit: (value) => expression(() => value),
  when: (condition) => choice([], condition),
  UInt8: "u8",
  UInt32: "u32",
  Int32: "i32",
  Int64: "i64",
  Float64: "f64",
};

/** The value of a played expression at a row. */
export function playedValue(played: PolarsExpression, row: SqlRow): Value {
  return (played as PlayedExpression).of(row);
}

function expression(of: PlayedExpression["of"]): PlayedExpression {
  const compared = (holds: (left: number, right: number) => boolean) => (other: PolarsExpression) =>
    expression((row) => {
      const [left, right] = [of(row), playedValue(other, row)];
      return left === null || right === null ? null : holds(Number(left), Number(right));
    });
  return {
    of,
    gtEq: compared((left, right) => left >= right),
    gt: compared((left, right) => left > right),
    ltEq: compared((left, right) => left <= right),
    lt: compared((left, right) => left < right),
    eq: compared((left, right) => left === right),
    add: (other) =>
      expression((row) => {
        const [left, right] = [of(row), playedValue(other, row)];
        return left === null || right === null ? null : Number(left) + Number(right);
      }),
    and: (other) =>
      expression((row) => {
        const both = [of(row), playedValue(other, row)];
        if (both.includes(false)) return false;
        return both.includes(null) ? null : true;
      }),
    or: (other) =>
      expression((row) => {
        const both = [of(row), playedValue(other, row)];
        if (both.includes(true)) return true;
        return both.includes(null) ? null : false;
      }),
    not: () =>
      expression((row) => {
        const value = of(row);
        return value === null ? null : !value;
      }),
    fillNull: (other) => expression((row) => of(row) ?? playedValue(other, row)),
    cast: () => expression(of),
    alias: () => expression(of),
    isNan: () => expression((row) => Number.isNaN(of(row))),
    count: () => expression(of),
    sum: () => expression(of),
    min: () => expression(of),
    max: () => expression(of),
  };
}

type Case = readonly [condition: PolarsExpression, value: PolarsExpression];

function choice(before: readonly Case[], condition: PolarsExpression): ReturnType<PolarsWords["when"]> {
  return {
    // biome-ignore lint/suspicious/noThenProperty: polars calls it so, and nobody awaits it
    then(value) {
      const cases: readonly Case[] = [...before, [condition, value]];
      return {
        when: (next) => choice(cases, next),
        otherwise: (last) =>
          expression((row) => {
            const found = cases.find(([holds]) => playedValue(holds, row) === true);
            return playedValue(found === undefined ? last : found[1], row);
          }),
      };
    },
  };
}
