import type { LoyaltyIssue } from "../base/issue.ts";
import type { ColumnArrays } from "../units/column.ts";
import type { EpochDay } from "../units/day.ts";
import type { CountField, DayField, FlagFact, MoneyField, NumberFact, ScoreFact } from "./facts.ts";

/** One column per built-in fact, `rowCount` long. */
export type FactColumns = { readonly [F in CountField]: ColumnArrays["count"] } & {
  readonly [F in MoneyField]: ColumnArrays["money"];
} & { readonly [F in DayField]: ColumnArrays["day"] } & {
  readonly [F in NumberFact]: ColumnArrays["number"];
} & { readonly [F in ScoreFact]: ColumnArrays["score"] } & {
  readonly [F in FlagFact]: ColumnArrays["flag"];
};

/** A column of a user's own fact. */
export type OwnColumn =
  | { readonly kind: "number"; readonly values: ColumnArrays["number"] }
  | { readonly kind: "flag"; readonly values: ColumnArrays["flag"] };

/** Sums over people who were removed with `forgetCustomer`: nobody's any more, but still in the books. */
export interface NamelessTotals {
  readonly orders: number;
  readonly revenueMinor: number;
  /** `NaN` when a counted order lacks a cost. */
  readonly profitMinor: number;
}

/**
 * The facts of all customers on one day: a struct of arrays, one row per customer. Only `summarizeCustomers`,
 * `createCustomerTable` and `withFacts` make tables, and they check. Rows stand in the order in which the
 * customers first appeared; results that have an order sort by value and id instead.
 */
export interface CustomerTable {
  readonly rowCount: number;
  /** The customer of each row; for joined ids the smallest in code-unit order. */
  readonly ids: readonly string[];
  /** The last day that counts. */
  readonly asOfDay: EpochDay;
  /** Length of the trailing window, in days, both ends in. */
  readonly windowDays: number;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA name of the zone in which instants became days. */
  readonly timeZone: string;
  /** The floor under `meanGapDays` in `rhythm`, in days. */
  readonly minimumGapDays: number;
  readonly columns: FactColumns;
  /** Users' own facts by name. */
  readonly ownFacts: ReadonlyMap<string, OwnColumn>;
  /** Birthdays by row, as month × 100 + day; 0 where not known. */
  readonly birthdays: Uint16Array;
  readonly nameless: NamelessTotals;
  /** What the summary found wrong, at most `issueLimit` of them; the input itself was well-formed. */
  readonly issues: readonly LoyaltyIssue[];
  /** How many issues there were in all. */
  readonly issueCount: number;
}
