import type { SettledOrders } from "./settleOrders.ts";

/** Orders with their owner: the row of a customer table, or `NOBODY`. */
export interface OwnedOrders extends SettledOrders {
  readonly ownerRows: Uint32Array;
  readonly days: Int32Array;
}
