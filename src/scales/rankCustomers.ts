import { assertKnownOptions } from "../base/assertKnownOptions.ts";
import { fail } from "../base/loyaltyError.ts";
import type { CustomerTable } from "../customers/customerTable.ts";
import type { BuiltinFact, FlagFact } from "../customers/facts.ts";
import { type FactColumn, numberAt } from "../units/column.ts";
import { columnsOf } from "./columnsOf.ts";
import { tableSchema } from "./tableSchema.ts";

/** A fact to sort by: any but a flag, built-in or your own. */
export type RankingFact = Exclude<BuiltinFact, FlagFact> | (string & {});

/** What a list of customers can be told. */
export interface RankingOptions {
  /** The fact whose value comes first when high. @defaultValue `"revenue"` */
  readonly by?: RankingFact;
  /** How many customers to list; all of them when left out. */
  readonly limit?: number;
  /** How many of the first customers to skip. @defaultValue `0` */
  readonly offset?: number;
  /**
   * For lists of people to contact: leaves out whoever said no (`contactable` is false), before anything is counted
   * or cut. Who never said stays in. @defaultValue `false`
   */
  readonly contactableOnly?: boolean;
}

const OPTION_NAMES: readonly string[] = [
  "by",
  "limit",
  "offset",
  "contactableOnly",
] satisfies (keyof RankingOptions)[];

/** How a table says that someone said no. */
const SAID_NO = 0;

/** One customer on a list. */
export interface RankedCustomer {
  readonly id: string;
  /** The customer's row in the table, from 0. */
  readonly row: number;
  /** In the unit that {@link RankedCustomers.field} names; null when it is not known. */
  readonly value: number | null;
}

/** Customers by value, the highest first. Plain data, safe for JSON. */
export interface RankedCustomers {
  /** How many there are in all, listed or not; without those whom `contactableOnly` leaves out. */
  readonly total: number;
  /** The field that was sorted by, with its unit: `revenueMinor` (minor units), `lastOrderDay` (epoch day), `orders`. */
  readonly field: string;
  readonly customers: readonly RankedCustomer[];
}

/** Below every value, so customers whose value is not known come last. */
const NOT_KNOWN = Number.NEGATIVE_INFINITY;

/**
 * Sorts rows of a table by the value of a fact, the highest first, unknown values last, equals by id in
 * code-unit order, and lists the asked part.
 *
 * @throws LoyaltyError `unknown_fact`, `invalid_option`
 */
export function rankCustomers(
  table: CustomerTable,
  found: Uint32Array,
  options: RankingOptions,
): RankedCustomers {
  assertKnownOptions(options, OPTION_NAMES);
  const { by = "revenue", offset = 0, contactableOnly = false } = options;
  if (typeof contactableOnly !== "boolean") {
    fail("invalid_option", ["contactableOnly"], "true or false", contactableOnly);
  }
  const { contactable } = table.columns;
  const rows = contactableOnly ? found.filter((row) => contactable[row] !== SAID_NO) : found;
  const { limit = rows.length } = options;
  assertCount(limit, "limit");
  assertCount(offset, "offset");
  const { kind, field } = rankingColumn(table, by);
  const column = columnsOf(table)(field);
  const values = Float64Array.from(rows, (row) => {
    const value = numberAt(kind, column, row);
    return Number.isNaN(value) ? NOT_KNOWN : value + 0; // −0 is 0
  });
  const idAt = (index: number): string => table.ids[rows[index] as number] as string;
  const order = candidates(values, offset + limit).sort((a, b) => {
    const difference = (values[b] as number) - (values[a] as number);
    if (difference > 0 || difference < 0) return difference;
    return idAt(a) < idAt(b) ? -1 : 1; // ids stand once in a table
  });
  const customers = Array.from(order.subarray(offset, offset + limit), (index) => {
    const value = values[index] as number;
    return { id: idAt(index), row: rows[index] as number, value: value === NOT_KNOWN ? null : value };
  });
  return { total: rows.length, field, customers };
}

/** The indexes whose values can be among the first `count`: the few that are asked for need no full sort. */
function candidates(values: Float64Array, count: number): Uint32Array {
  const indexes = Uint32Array.from(values.keys());
  if (count >= values.length) return indexes;
  const lowest = values.slice().sort()[values.length - count] ?? Number.POSITIVE_INFINITY;
  return indexes.filter((index) => (values[index] as number) >= lowest);
}

function rankingColumn(table: CustomerTable, by: string): FactColumn {
  const found = tableSchema(table).get(by);
  if (found === undefined) fail("unknown_fact", ["by"], "a fact of the table", by);
  if (found.kind === "flag") fail("invalid_option", ["by"], "a fact with a value, not a flag", by);
  return found;
}

function assertCount(value: number, name: string): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  fail("invalid_option", [name], "a whole number from 0", value);
}
