import { addIssue, type IssueList } from "../../base/issueList.ts";
import {
  addRefund,
  isGone,
  issuesOfReturn,
  nothingReturned,
  type Returned,
  unknownOrder,
} from "../rules/returned.ts";
import type { CountedRows } from "./countedRows.ts";

/** Orders after refunds and cancellations. */
export interface SettledOrders {
  /** 1 where the row is an order that still stands. */
  readonly stands: Uint8Array;
  /** What the order brought, net of refunds, in minor units. */
  readonly netAmountMinor: Float64Array;
  /** What it cost, net of the costs that refunds saved; `NaN` where no cost was given. */
  readonly netCostMinor: Float64Array;
}

/**
 * Nets every order with its refunds and cancellations, wherever they arrived, at the order's own date. An
 * unknown order is listed and changes nothing; refunds above the order are cut to it and listed once per order.
 */
export function settleOrders(
  orders: CountedRows<"order">,
  refunds: CountedRows<"refund">,
  cancellations: CountedRows<"cancellation">,
  countFreeOrders: boolean,
  issues: IssueList,
): SettledOrders {
  const { amountMinor, costMinor } = orders.columns.fields;
  const settled: SettledOrders = {
    stands: orders.counts.slice(),
    netAmountMinor: amountMinor.slice(),
    netCostMinor: costMinor.slice(),
  };
  if (!countFreeOrders) {
    for (let row = 0; row < amountMinor.length; row += 1) if (amountMinor[row] === 0) settled.stands[row] = 0;
  }
  for (const [row, returned] of returnedByOrder(orders, refunds, cancellations, issues)) {
    const orderMinor = amountMinor[row] as number;
    if (isGone(returned, orderMinor)) settled.stands[row] = 0;
    settled.netAmountMinor[row] = orderMinor - returned.amountMinor;
    settled.netCostMinor[row] = (costMinor[row] as number) - returned.costMinor;
    const order = amountsAt(amountMinor, costMinor, row);
    for (const issue of issuesOfReturn(orders.columns.ids[row] as string, order, returned))
      addIssue(issues, issue);
  }
  return settled;
}

function returnedByOrder(
  orders: CountedRows<"order">,
  refunds: CountedRows<"refund">,
  cancellations: CountedRows<"cancellation">,
  issues: IssueList,
): ReadonlyMap<number, Returned> {
  const returnedByRow = new Map<number, Returned>();
  const returnedOf = (kind: "refund" | "cancellation", id: string | undefined, orderId: string) => {
    const row = orders.rowOf(orderId);
    if (row === undefined) {
      addIssue(issues, unknownOrder(kind, id, orderId));
      return undefined;
    }
    const returned = returnedByRow.get(row) ?? nothingReturned();
    returnedByRow.set(row, returned);
    return { row, returned };
  };
  const { amountMinor, costMinor } = orders.columns.fields;
  const refundFields = refunds.columns.fields;
  for (let row = 0; row < refunds.columns.count; row += 1) {
    if (refunds.counts[row] !== 1) continue;
    const found = returnedOf("refund", refunds.columns.ids[row], refundFields.orderId[row] as string);
    if (found === undefined) continue;
    const refund = amountsAt(refundFields.amountMinor, refundFields.costMinor, row);
    addRefund(found.returned, refund, amountsAt(amountMinor, costMinor, found.row));
  }
  for (let row = 0; row < cancellations.columns.count; row += 1) {
    if (cancellations.counts[row] !== 1) continue;
    const orderId = cancellations.columns.fields.orderId[row] as string;
    const found = returnedOf("cancellation", cancellations.columns.ids[row], orderId);
    if (found !== undefined) found.returned.cancelled = true;
  }
  return returnedByRow;
}

function amountsAt(amountMinor: Float64Array, costMinor: Float64Array, row: number) {
  return { amountMinor: amountMinor[row] as number, costMinor: costMinor[row] as number };
}
