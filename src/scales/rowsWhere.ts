import type { CompiledCriteria } from "../criteria/compileCriteria.ts";
import { evaluateColumns } from "../criteria/plain/evaluateColumns.ts";
import type { CustomerTable } from "../customers/customerTable.ts";
import { columnsOf } from "./columnsOf.ts";

/** The rows of a table for which the first compiled criterion holds, in ascending order. */
export function rowsWhere(compiled: CompiledCriteria, table: CustomerTable): Uint32Array {
  const rows = new Uint32Array(table.rowCount);
  let rowCount = 0;
  evaluateColumns(compiled, columnsOf(table), table.rowCount, (firstRow, count, answers) => {
    const holds = answers[0] as Uint8Array;
    for (let index = 0; index < count; index += 1) {
      if (holds[index] !== 1) continue;
      rows[rowCount] = firstRow + index;
      rowCount += 1;
    }
  });
  return rows.subarray(0, rowCount);
}
