import { createActivityIssue, failOnActivity } from "../base/activityIssue.ts";
import type { IssuePath } from "../base/issue.ts";
import { addIssue, createIssueList, type IssueList } from "../base/issueList.ts";
import { failOnIssues } from "../base/loyaltyError.ts";
import { type Column, type ColumnKind, createColumn, MISSING_BYTE } from "../units/column.ts";
import { assertCurrency } from "../units/currency.ts";
import { assertTimeZone } from "../units/timeZone.ts";
import type { CustomerTable, FactColumns, OwnColumn } from "./customerTable.ts";
import { BUILTIN_FACTS } from "./facts.ts";
import { assertOwnFactKinds } from "./rules/ownFact.ts";
import { DEFAULT_MINIMUM_GAP_DAYS } from "./rules/rhythm.ts";
import { windowOf } from "./rules/window.ts";

/** Facts that were gathered elsewhere (a warehouse, a notebook) as columns. */
export interface CustomerTableInput {
  /** One id per row, each once. */
  readonly ids: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** @defaultValue `365` */
  readonly windowDays?: number;
  /** ISO 4217. */
  readonly currency: string;
  /** @defaultValue `"UTC"` */
  readonly timeZone?: string;
  /** @defaultValue `7` */
  readonly minimumGapDays?: number;
  /** The columns that are known, as long as `ids`; a count that is left out is 0, anything else missing. */
  readonly columns?: Partial<FactColumns>;
  /** Facts of your own by name. */
  readonly ownFacts?: Readonly<Record<string, OwnColumn>>;
  /** Month × 100 + day by row; 0 where not known. */
  readonly birthdays?: Uint16Array;
}

/**
 * Makes a customer table of columns that you already have; arrays are taken as they are, not copied.
 * No ids give a table without rows.
 *
 * @throws `invalid_option`, `unknown_currency`, `invalid_time_zone`, `empty_id`, `duplicate_customer`,
 * `invalid_column` (unknown name, other array, other length, money that is no safe integer, a flag or score
 * out of range), `invalid_fact`, `reserved_fact`
 * @example
 * const table = createCustomerTable({
 *   ids: ["ann", "bob"],
 *   asOf: "2026-06-30",
 *   currency: "USD",
 *   columns: { orders: Uint32Array.of(1, 4) },
 * });
 * table.rowCount; // => 2
 */
export function createCustomerTable(input: CustomerTableInput): CustomerTable {
  const { ids, currency, timeZone = "UTC", minimumGapDays = DEFAULT_MINIMUM_GAP_DAYS } = input;
  const { asOfDay, windowDays } = windowOf(input.asOf, input.windowDays);
  assertCurrency(currency, ["currency"]);
  assertTimeZone(timeZone, ["timeZone"]);
  if (!(Number.isFinite(minimumGapDays) && minimumGapDays > 0)) {
    failOnActivity("invalid_option", ["minimumGapDays"], "a finite number of days above 0", minimumGapDays);
  }
  assertIds(ids);
  const issues = createIssueList();
  const columns = checkedColumns(input.columns ?? {}, ids.length, issues);
  const ownFacts = checkedOwnFacts(input.ownFacts ?? {}, ids.length, issues);
  const birthdays = input.birthdays ?? new Uint16Array(ids.length);
  checkColumn("birthdays", birthdays instanceof Uint16Array, birthdays.length, ids.length, issues);
  failOnIssues(issues.issues);
  const nameless = { orders: 0, revenueMinor: 0, profitMinor: 0 };
  return {
    rowCount: ids.length,
    ids,
    asOfDay,
    windowDays,
    currency,
    timeZone,
    minimumGapDays,
    columns,
    ownFacts,
    birthdays,
    nameless,
    issues: [],
    issueCount: 0,
  };
}

function assertIds(ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const [row, id] of ids.entries()) {
    if (typeof id !== "string" || id === "") failOnActivity("empty_id", ["ids", row], "a non-empty text", id);
    if (seen.has(id)) failOnActivity("duplicate_customer", ["ids", row], "every id once", id);
    seen.add(id);
  }
}

function checkedColumns(given: Partial<FactColumns>, rowCount: number, issues: IssueList): FactColumns {
  const columns: Record<string, Column> = {};
  const unknown = new Set(Object.keys(given));
  for (const { kind, field } of BUILTIN_FACTS.values()) {
    unknown.delete(field);
    const column = given[field as keyof FactColumns];
    columns[field] = column ?? createColumn(kind, rowCount);
    if (column !== undefined) checkFactColumn(kind, column, rowCount, ["columns", field], issues);
  }
  for (const field of unknown) {
    addIssue(
      issues,
      createActivityIssue("invalid_column", ["columns", field], "the field of a built-in fact", field),
    );
  }
  return columns as unknown as FactColumns;
}

function checkedOwnFacts(
  given: Readonly<Record<string, OwnColumn>>,
  rowCount: number,
  issues: IssueList,
): ReadonlyMap<string, OwnColumn> {
  const entries = Object.entries(given);
  assertOwnFactKinds(Object.fromEntries(entries.map(([name, { kind }]) => [name, kind])));
  for (const [name, { kind, values }] of entries) {
    checkFactColumn(kind, values, rowCount, ["ownFacts", name], issues);
  }
  return new Map(entries);
}

/** Checks array type, length and range of one column, and adds what is wrong. */
export function checkFactColumn(
  kind: ColumnKind,
  column: Column,
  rowCount: number,
  path: IssuePath,
  issues: IssueList,
): void {
  const sample = createColumn(kind, 0);
  const right = Object.prototype.toString.call(column) === Object.prototype.toString.call(sample);
  if (!right || column.length !== rowCount) {
    const expected = `a ${sample.constructor.name} of ${rowCount}`;
    addIssue(issues, createActivityIssue("invalid_column", path, expected, right ? column.length : column));
    return;
  }
  const wrongRow = column.findIndex((value) => !fitsColumn(kind, value));
  if (wrongRow >= 0) {
    addIssue(
      issues,
      createActivityIssue("invalid_column", [...path, wrongRow], RANGES[kind], column[wrongRow]),
    );
  }
}

function checkColumn(
  name: string,
  rightArray: boolean,
  length: number,
  rowCount: number,
  issues: IssueList,
): void {
  if (rightArray && length === rowCount) return;
  addIssue(issues, createActivityIssue("invalid_column", [name], `a Uint16Array of ${rowCount}`, length));
}

const RANGES: Readonly<Record<ColumnKind, string>> = {
  count: "a count",
  day: "an epoch day",
  money: "safe integer minor units, or NaN for missing",
  number: "a finite number, or NaN for missing",
  score: "a score from 0 to 10, or 255 for missing",
  flag: "0, 1, or 255 for missing",
};

function fitsColumn(kind: ColumnKind, value: number): boolean {
  switch (kind) {
    case "money":
      return Number.isNaN(value) || (Number.isSafeInteger(value) && !Object.is(value, -0));
    case "number":
      return Number.isNaN(value) || Number.isFinite(value);
    case "score":
      return value <= 10 || value === MISSING_BYTE;
    case "flag":
      return value <= 1 || value === MISSING_BYTE;
    default:
      return true;
  }
}
