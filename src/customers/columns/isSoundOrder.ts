import { type EpochDay, FARTHEST_DAY } from "../../units/day.ts";
import type { OrderActivity, OrderLine } from "../activity.ts";

/** What an order says, in an object that has every field. */
export interface OrderFields {
  readonly id: string | undefined;
  readonly customerId: string;
  readonly atMs: number;
  readonly day: EpochDay;
  readonly amountMinor: number;
  readonly costMinor: number | undefined;
  readonly units: number | undefined;
  readonly lines: readonly OrderLine[] | undefined;
}

/** Reads each field once: of objects that were made by `{ ...spread }` V8 11 may take 90 ns for each. */
export function fieldsOfOrder(order: OrderActivity): OrderFields {
  const { id, customerId, atMs, day, amountMinor, costMinor, units, lines } = order;
  return { id, customerId, atMs, day, amountMinor, costMinor, units, lines };
}

/**
 * Whether an order is beyond doubt: `assertActivity` would find nothing. It asks the same in an eighth of the time,
 * because it knows the names of the fields; what it doubts, `assertActivity` judges and names.
 */
export function isSoundOrder(order: OrderFields): boolean {
  const { id, customerId, atMs, day, amountMinor, costMinor, units, lines } = order;
  return (
    isId(customerId) &&
    (id === undefined || isId(id)) &&
    Number.isFinite(atMs) &&
    Number.isSafeInteger(day) &&
    Math.abs(day) <= FARTHEST_DAY &&
    isAmount(amountMinor) &&
    (costMinor === undefined || isAmount(costMinor)) &&
    (units === undefined || Number.isFinite(units)) &&
    (lines === undefined || Array.isArray(lines))
  );
}

function isId(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function isAmount(value: number): boolean {
  return Number.isSafeInteger(value) && (value > 0 || Object.is(value, 0));
}
