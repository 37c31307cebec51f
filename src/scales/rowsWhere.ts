import { rankByBits } from "../criteria/bitSliced/rankByBits.ts";
import type { CompiledCriteria } from "../criteria/compileCriteria.ts";
import { UNRANKED } from "../criteria/rankPlan.ts";
import type { CustomerTable } from "../customers/customerTable.ts";
import { columnsOf } from "./columnsOf.ts";

/**
 * The rows of a table for which the first compiled criterion holds, in ascending order. A criterion that is asked
 * about once is not worth a module of its own.
 */
export function rowsWhere(compiled: CompiledCriteria, table: CustomerTable): Uint32Array {
  const { comparisons, roots } = compiled;
  const plan = { comparisons, rankings: [{ roots: roots.slice(0, 1), climb: "highest" as const }] };
  const [ranks] = rankByBits(plan, columnsOf(table), table.rowCount);
  const rows = new Uint32Array(table.rowCount);
  let rowCount = 0;
  for (const [row, rank] of (ranks as Uint8Array).entries()) {
    if (rank === UNRANKED) continue;
    rows[rowCount] = row;
    rowCount += 1;
  }
  return rows.slice(0, rowCount); // a view would keep the room for all rows
}
