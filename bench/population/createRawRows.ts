import { isoDayOf } from "../../src/units/day.ts";
import { createOrders } from "./createOrders.ts";

/** An order as a row of a file or a query: texts, and what a driver makes of numbers. */
export interface RawOrder {
  readonly kind: "order";
  readonly id: string;
  readonly customerId: string;
  /** A calendar day. */
  readonly at: string;
  /** Major units. */
  readonly amount: string | number;
  readonly cost: string | number;
}

/** How amounts are written: by a file as texts, by a database as numbers. */
export type RawAmounts = "text" | "number";

/** `count` order rows in which nothing is wrong; two decimals, as money has them. */
export function createRawRows(count: number, amounts: RawAmounts, seed: number): RawOrder[] {
  const written = (minor: number) => (amounts === "text" ? (minor / 100).toFixed(2) : minor / 100);
  return createOrders(count, true, seed).map((order) => ({
    kind: "order",
    id: order.id!,
    customerId: order.customerId,
    at: isoDayOf(order.day),
    amount: written(order.amountMinor),
    cost: written(order.costMinor!),
  }));
}
