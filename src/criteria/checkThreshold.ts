import { createIssue, type IssuePath } from "../base/issue.ts";
import { addIssue, type IssueList } from "../base/issueList.ts";
import type { CommonCode } from "../base/issueMessages.ts";
import type { ColumnKind, FactSchema } from "../units/column.ts";
import { parseDay } from "../units/day.ts";
import { type MinorBounds, minorBoundsOf } from "../units/money.ts";
import { type Fields, isFields, statedNames } from "./fields.ts";

/** The comparisons as a criterion writes them. */
export const OPERATOR_NAMES = ["atLeast", "moreThan", "atMost", "lessThan", "between", "is"] as const;
export type OperatorName = (typeof OPERATOR_NAMES)[number];

/** What the check of a threshold needs to know, and where it reports. */
export interface ThresholdContext {
  readonly schema: FactSchema;
  readonly currency?: string | undefined;
  readonly allowTop: boolean;
  readonly issues: IssueList;
  /** Checks the criterion inside a `{ top, among }` threshold. */
  readonly checkAmong: (among: unknown, path: IssuePath) => void;
  /** The kind of what is compared; undefined where the fact itself is unknown, so nothing can be said. */
  readonly kind: ColumnKind | undefined;
  readonly isSum: boolean;
}

/** Checks what stands behind `atLeast`, `between` and the like: the right type for the fact, and in range. */
export function checkThreshold(
  threshold: unknown,
  operator: OperatorName,
  path: IssuePath,
  context: ThresholdContext,
): void {
  if (isFields(threshold) && ("top" in threshold || "among" in threshold)) {
    checkTop(threshold, operator, path, context);
  } else if (operator !== "between" || context.kind === "flag") {
    checkBound(threshold, operator, path, context);
  } else if (!Array.isArray(threshold) || threshold.length !== 2) {
    report(context, "invalid_threshold", path, "[low, high]", threshold);
  } else {
    const lowIsFine = checkBound(threshold[0], operator, [...path, 0], context);
    const highIsFine = checkBound(threshold[1], operator, [...path, 1], context);
    if (lowIsFine && highIsFine && isAbove(threshold[0], threshold[1], context.kind)) {
      report(context, "invalid_threshold", path, "low not above high", `${threshold[0]} to ${threshold[1]}`);
    }
  }
}

function report(
  context: ThresholdContext,
  code: CommonCode,
  path: IssuePath,
  expected: string,
  received: unknown,
): void {
  addIssue(context.issues, createIssue(code, path, expected, received));
}

function checkBound(
  bound: unknown,
  operator: OperatorName,
  path: IssuePath,
  context: ThresholdContext,
): boolean {
  const { kind, currency } = context;
  if (kind === undefined) return false;
  const expected = expectedBound(kind, bound, operator);
  if (expected !== undefined) report(context, "invalid_threshold", path, expected, bound);
  else if (kind === "money" && currency === undefined) {
    report(context, "currency_required", path, "a scale with a currency", bound);
  } else return true;
  return false;
}

/** What the bound should have been, or undefined where it is fine. */
function expectedBound(kind: ColumnKind, bound: unknown, operator: OperatorName): string | undefined {
  switch (kind) {
    case "flag":
      return operator === "is" && typeof bound === "boolean" ? undefined : "is: true or is: false";
    case "money":
      return isAmount(bound) ? undefined : "an amount in major units, as a number or a decimal string";
    case "day":
      return isDay(bound) ? undefined : "a calendar day, YYYY-MM-DD";
    default:
      if (typeof bound !== "number" || !Number.isFinite(bound)) return "a finite number";
      return kind !== "number" && bound < 0 ? "a number from 0" : undefined; // no count, no score is below 0
  }
}

function isAmount(bound: unknown): boolean {
  return (typeof bound === "number" || typeof bound === "string") && minorBoundsOf(bound, 0) !== undefined;
}

function isDay(bound: unknown): boolean {
  return typeof bound === "string" && parseDay(bound) !== undefined;
}

/** Compares two bounds that are fine each for itself. */
function isAbove(low: string | number, high: string | number, kind: ColumnKind | undefined): boolean {
  if (kind !== "money") return low > high; // calendar days sort as text
  const lowBounds = minorBoundsOf(low, 0) as MinorBounds;
  const highBounds = minorBoundsOf(high, 0) as MinorBounds;
  if (lowBounds.floor !== highBounds.floor) return lowBounds.floor > highBounds.floor;
  return Number(low) > Number(high); // the same whole unit: doubles tell them apart far below a minor unit
}

function checkTop(
  threshold: Fields,
  operator: OperatorName,
  path: IssuePath,
  context: ThresholdContext,
): void {
  const { kind, isSum, allowTop } = context;
  if (operator !== "atLeast" || isSum || !allowTop) {
    const expected = allowTop ? "a plain threshold; { top } fits atLeast of one fact" : "a plain threshold";
    report(context, "not_calibratable", path, expected, threshold);
    return;
  }
  if (kind === "flag") report(context, "invalid_threshold", path, "is: true or is: false", threshold);
  const { top, among, prefer } = threshold;
  if (typeof top !== "number" || !(top > 0 && top <= 1)) {
    report(context, "invalid_threshold", [...path, "top"], "a share above 0 and at most 1", top);
  }
  context.checkAmong(among, [...path, "among"]);
  if (prefer !== undefined) checkPreferred(prefer, [...path, "prefer"], context);
  for (const name of statedNames(threshold)) {
    if (["top", "among", "prefer"].includes(name)) continue;
    report(context, "invalid_threshold", [...path, name], "only top, among and prefer", name);
  }
}

function checkPreferred(prefer: unknown, path: IssuePath, context: ThresholdContext): void {
  const preferred = typeof prefer === "string" ? context.schema.get(prefer) : undefined;
  if (preferred === undefined) report(context, "unknown_fact", path, "the name of a known fact", prefer);
  else if (context.kind !== undefined && preferred.kind !== context.kind) {
    report(context, "invalid_threshold", path, `a fact of the same kind (${context.kind})`, preferred.kind);
  }
}
