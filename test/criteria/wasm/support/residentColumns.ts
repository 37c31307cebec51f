import { allocateResident, type ResidentType } from "../../../../src/machine/residentMemory.ts";
import type { Column } from "../../../../src/units/column.ts";

/** The same columns in one WebAssembly memory. */
export function residentColumns(columns: ReadonlyMap<string, Column>): ReadonlyMap<string, Column> {
  const entries = [...columns];
  const views = allocateResident(
    entries.map(([, column]) => ({ type: typeOf(column), length: column.length })),
  );
  if (views === undefined) throw new Error("no WebAssembly memory");
  return new Map(
    entries.map(([field, column], index) => {
      const view = views[index] as Column;
      view.set(column);
      return [field, view];
    }),
  );
}

function typeOf(column: Column): ResidentType {
  if (column instanceof Float64Array) return "f64";
  if (column instanceof Uint32Array) return "u32";
  return column instanceof Int32Array ? "i32" : "u8";
}
