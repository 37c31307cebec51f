import { createCustomerTable } from "../../src/customers/createCustomerTable.ts";
import type { CustomerTable, FactColumns, OwnColumn } from "../../src/customers/customerTable.ts";
import type { Column } from "../../src/units/column.ts";
import { createCustomers } from "./createCustomers.ts";
import { createRandom } from "./random.ts";
import { AS_OF, CURRENCY } from "./setting.ts";

/** So many customers differ; a larger population is these over and over, too many for a processor to learn. */
const DISTINCT_ROWS_MAXIMUM = 1_000_000;

/** A fact of the user's own: a double that is missing for some. */
export const OWN_FACTS = { tenureYears: "number" } as const;

/**
 * A table of `rowCount` customers without ids, of which only the columns of `fields` are filled (the others are
 * empty arrays), so that ten million fit. The same people as `createCustomers` makes, with facts of their own.
 */
export function createPopulation(
  rowCount: number,
  seed: number,
  fields: ReadonlySet<string>,
  distinctRowsMaximum: number = DISTINCT_ROWS_MAXIMUM,
): CustomerTable {
  const distinct = createCustomers(Math.min(rowCount, distinctRowsMaximum), seed);
  const repeat = <Array extends Column>(field: string, column: Array): Array =>
    repeated(column, fields.has(field) ? rowCount : 0);
  const columns = Object.entries(distinct.columns).map(([field, column]) => [field, repeat(field, column)]);
  const tenureYears: OwnColumn = {
    kind: "number",
    values: repeat("tenureYears", createTenure(distinct.rowCount, seed + 1)),
  };
  return {
    ...createCustomerTable({ ids: [], asOf: AS_OF, currency: CURRENCY }),
    rowCount,
    columns: Object.fromEntries(columns) as unknown as FactColumns,
    ownFacts: new Map([["tenureYears", tenureYears]]),
  };
}

function createTenure(rowCount: number, seed: number): Float64Array {
  const random = createRandom(seed);
  return new Float64Array(rowCount).map(() => (random.chance(0.8) ? random.next() * 10 : Number.NaN));
}

function repeated<Array extends Column>(column: Array, length: number): Array {
  const Type = column.constructor as new (length: number) => Array;
  const whole = new Type(length);
  for (let first = 0; first < length; first += column.length) {
    whole.set(column.subarray(0, Math.min(column.length, length - first)), first);
  }
  return whole;
}
