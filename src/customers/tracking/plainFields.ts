import { FARTHEST_DAY } from "../../units/day.ts";

/*
 * The quick look at an activity before `assertActivity`, which looks up every field by name: whatever passes here
 * would pass there, and what does not is looked at there.
 */

/** Whether what every activity has is as it must be. */
export function isPlainHead(id: unknown, customerId: unknown, atMs: unknown, day: unknown): boolean {
  return (
    isPlainId(customerId) &&
    (id === undefined || isPlainId(id)) &&
    Number.isFinite(atMs) &&
    Number.isSafeInteger(day) &&
    Math.abs(day as number) <= FARTHEST_DAY
  );
}

function isPlainId(id: unknown): boolean {
  return typeof id === "string" && id !== "";
}

/** Whether a value is an amount in integer minor units, at least 0. */
export function isPlainAmount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0);
}

export function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}

export function isFlagOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === "boolean";
}

export function isNumberOrAbsent(value: unknown): boolean {
  return value === undefined || Number.isFinite(value);
}
