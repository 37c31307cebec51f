import { compileCriteria } from "../criteria/compileCriteria.ts";
import type { Criterion, TopThreshold } from "../criteria/criterion.ts";
import type { CustomerTable } from "../customers/customerTable.ts";
import { type ColumnKind, type FactColumn, type FactSchema, numberAt } from "../units/column.ts";
import { assertCurrency } from "../units/currency.ts";
import { isoDayOf } from "../units/day.ts";
import { formatMinor } from "../units/money.ts";
import { columnsOf } from "./columnsOf.ts";
import { rankOfTop } from "./rankOfTop.ts";
import { rowsWhere } from "./rowsWhere.ts";

/** What a population decides for one open threshold. */
interface CalibratedThreshold {
  /** The fact to compare. */
  readonly fact: string;
  /** How many customers were looked at. */
  readonly amongCount: number;
  /** In the unit in which a criterion states it; null when there was nobody to look at. */
  readonly threshold: number | string | null;
}

/** The customers who decide, and the facts they may be asked for. */
interface Population {
  readonly table: CustomerTable;
  readonly schema: FactSchema;
}

/** Takes the threshold of one fact from a population, as `calibrateScale` says. */
export function calibrateThreshold(
  named: string,
  { top, among, prefer = named }: TopThreshold,
  population: Population,
): CalibratedThreshold {
  const rows = rowsAmong(among, population);
  const preferred = knownValues(prefer, rows, population);
  const isComplete = rows.length > 0 && preferred.length === rows.length;
  const fact = isComplete ? prefer : named;
  const values = isComplete ? preferred : knownValues(named, rows, population);
  const amongCount = values.length;
  if (amongCount === 0) return { fact, amongCount, threshold: null };
  values.sort(); // ascending, as numbers: the array is typed
  const value = values[amongCount - rankOfTop(top, amongCount)] as number;
  const { kind } = factColumnOf(fact, population);
  return { fact, amongCount, threshold: statedThreshold(kind, value, population.table.currency) };
}

function rowsAmong(among: Criterion, { table, schema }: Population): Uint32Array {
  return rowsWhere(compileCriteria([among], { schema, currency: table.currency }), table);
}

function knownValues(fact: string, rows: Uint32Array, population: Population): Float64Array {
  const { kind, field } = factColumnOf(fact, population);
  const column = columnsOf(population.table)(field);
  const values = new Float64Array(rows.length);
  let count = 0;
  for (const row of rows) {
    const value = numberAt(kind, column, row);
    if (Number.isNaN(value)) continue;
    values[count] = value;
    count += 1;
  }
  return values.subarray(0, count);
}

function factColumnOf(fact: string, { schema }: Population): FactColumn {
  return schema.get(fact) as FactColumn;
}

function statedThreshold(kind: ColumnKind, value: number, currency: string): number | string {
  if (kind === "money") return formatMinor(value, assertCurrency(currency, ["currency"]));
  return kind === "day" ? isoDayOf(value) : value + 0; // −0 is 0
}
