import { rankByBits } from "../../../src/criteria/bitSliced/rankByBits.ts";
import { compileDecision } from "../../../src/criteria/decision/compileDecision.ts";
import { decideValues } from "../../../src/criteria/decision/decideValues.ts";
import type { RankPlan } from "../../../src/criteria/rankPlan.ts";
import { rankByWasm } from "../../../src/criteria/wasm/rankByWasm.ts";
import { allocateResident } from "../../../src/machine/residentMemory.ts";
import { type Column, numberAt } from "../../../src/units/column.ts";
import { rankPlainly } from "./rankPlainly.ts";
import { TEST_SCHEMA } from "./testSchema.ts";

/** Columns by their fields. */
export type Columns = ReadonlyMap<string, Column>;

/** A way to rank rows. All that is listed below must agree on every plan and every row. */
export interface NamedExecutor {
  readonly name: string;
  rank(plan: RankPlan, columns: Columns, rowCount: number): readonly Uint8Array[] | undefined;
}

/** Every executor of the library. */
export const EXECUTORS: readonly NamedExecutor[] = [
  { name: "plain", rank: (plan, columns, rowCount) => rankPlainly(plan, lookUp(columns), rowCount) },
  { name: "bit-sliced", rank: (plan, columns, rowCount) => rankByBits(plan, lookUp(columns), rowCount) },
  {
    name: "WebAssembly, copied",
    rank: (plan, columns, rowCount) => rankByWasm(plan, lookUp(columns), rowCount),
  },
  {
    name: "WebAssembly, resident",
    rank: (plan, columns, rowCount) => rankByWasm(plan, lookUp(residentColumns(columns, 0)), rowCount),
  },
  {
    name: "WebAssembly, resident at odd places",
    rank: (plan, columns, rowCount) => rankByWasm(plan, lookUp(residentColumns(columns, 3)), rowCount),
  },
  { name: "decisions, row by row", rank: decideRows },
];

function lookUp(columns: Columns): (field: string) => Column {
  return (field) => columns.get(field) as Column;
}

/** The same columns in one WebAssembly memory, each `start` elements behind a 16-byte boundary. */
function residentColumns(columns: Columns, start: number): Columns {
  const specs = Array.from(columns.values(), (column) => ({
    type: residentTypeOf(column),
    length: start + column.length,
  }));
  const places = allocateResident(specs);
  if (places === undefined) throw new Error("this host has no WebAssembly memory");
  return new Map(
    Array.from(columns, ([field, column], index) => {
      const place = (places[index] as Column).subarray(start);
      place.set(column);
      return [field, place];
    }),
  );
}

function residentTypeOf(column: Column): "u32" | "i32" | "f64" | "u8" {
  if (column instanceof Uint32Array) return "u32";
  if (column instanceof Int32Array) return "i32";
  return column instanceof Float64Array ? "f64" : "u8";
}

/** The facts of each row side by side, as `decideValues` reads them. */
function decideRows({ comparisons, rankings }: RankPlan, columns: Columns, rowCount: number): Uint8Array[] {
  const facts = [...TEST_SCHEMA.values()];
  const slotOf = (field: string): number => facts.findIndex((fact) => fact.field === field);
  const values = new Float64Array(rowCount * facts.length);
  for (const [slot, { kind, field }] of facts.entries()) {
    const column = columns.get(field) as Column;
    for (let row = 0; row < rowCount; row += 1)
      values[row * facts.length + slot] = numberAt(kind, column, row);
  }
  return rankings.map((ranking) => {
    const decision = compileDecision(ranking, comparisons, slotOf);
    if (decision === undefined) throw new Error("the plan is too large for a decision");
    return Uint8Array.from({ length: rowCount }, (_, row) =>
      decideValues(decision, values, row * facts.length),
    ); // −1 is 255
  });
}
