import { createActivityIssue } from "../../base/activityIssue.ts";
import { addIssue, createIssueList, type IssueList } from "../../base/issueList.ts";
import { failOnIssues } from "../../base/loyaltyError.ts";
import { FARTHEST_DAY } from "../../units/day.ts";
import type { OrderBatch } from "../orders/orderBatch.ts";

interface OrderRows extends OrderBatch {
  readonly ids?: readonly string[];
  readonly atMs?: Float64Array;
}

/**
 * Checks what stands in columns of orders, of which `assertOrderBatch` has seen days, amounts, costs and
 * customers. Of each column the first wrong row is told.
 *
 * @throws LoyaltyError `invalid_column`, `empty_id`
 */
export function assertOrderRows(orders: OrderRows, rowCount: number): void {
  const { ids, atMs, days, amountsMinor, costsMinor } = orders;
  const issues = createIssueList();
  if (ids !== undefined) checkIds(ids, rowCount, issues);
  if (atMs !== undefined) checkInstants(atMs, rowCount, issues);
  checkRows("days", days, firstFarDay(days), "an epoch day that a Date can name", issues);
  checkRows(
    "amountsMinor",
    amountsMinor,
    firstOddAmount(amountsMinor),
    "whole minor units, at least 0",
    issues,
  );
  if (costsMinor !== undefined) {
    const expected = "whole minor units, at least 0, or NaN";
    checkRows("costsMinor", costsMinor, firstOddCost(costsMinor), expected, issues);
  }
  failOnIssues(issues.issues);
}

function checkIds(ids: readonly string[], rowCount: number, issues: IssueList): void {
  const isList = Array.isArray(ids);
  if (!isList || ids.length !== rowCount) {
    const received = isList ? ids.length : ids;
    addIssue(issues, createActivityIssue("invalid_column", ["ids"], `an array of ${rowCount} ids`, received));
    return;
  }
  const row = firstOddId(ids);
  if (row >= 0) addIssue(issues, createActivityIssue("empty_id", ["ids", row], "a non-empty text", ids[row]));
}

function checkInstants(atMs: Float64Array, rowCount: number, issues: IssueList): void {
  const isRight = Object.prototype.toString.call(atMs) === "[object Float64Array]";
  if (!isRight || atMs.length !== rowCount) {
    const received = isRight ? atMs.length : atMs;
    addIssue(
      issues,
      createActivityIssue("invalid_column", ["atMs"], `a Float64Array of ${rowCount}`, received),
    );
    return;
  }
  checkRows("atMs", atMs, firstOddInstant(atMs), "finite milliseconds", issues);
}

function checkRows(
  column: string,
  values: ArrayLike<number>,
  wrongRow: number,
  expected: string,
  issues: IssueList,
): void {
  if (wrongRow < 0) return;
  addIssue(issues, createActivityIssue("invalid_column", [column, wrongRow], expected, values[wrongRow]));
}

// Loops of their own, one per column: `findIndex` calls a function for each row and takes five times as long.

function firstOddId(ids: readonly unknown[]): number {
  for (let row = 0; row < ids.length; row += 1)
    if (typeof ids[row] !== "string" || ids[row] === "") return row;
  return -1;
}

function firstOddInstant(atMs: Float64Array): number {
  for (let row = 0; row < atMs.length; row += 1) if (!Number.isFinite(atMs[row])) return row;
  return -1;
}

function firstFarDay(days: Int32Array): number {
  for (let row = 0; row < days.length; row += 1) {
    const day = days[row] as number;
    if (day > FARTHEST_DAY || day < -FARTHEST_DAY) return row;
  }
  return -1;
}

function firstOddAmount(amountsMinor: Float64Array): number {
  for (let row = 0; row < amountsMinor.length; row += 1) {
    if (!isAmount(amountsMinor[row] as number)) return row;
  }
  return -1;
}

function firstOddCost(costsMinor: Float64Array): number {
  for (let row = 0; row < costsMinor.length; row += 1) {
    const cost = costsMinor[row] as number;
    if (!isAmount(cost) && !Number.isNaN(cost)) return row;
  }
  return -1;
}

function isAmount(value: number): boolean {
  return Number.isSafeInteger(value) && (value > 0 || Object.is(value, 0));
}
