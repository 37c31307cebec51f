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
import { NO_ROW } from "./latestRows.ts";

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
  const isFinal = refunds.columns.count === 0 && cancellations.columns.count === 0;
  const settled: SettledOrders = {
    stands: orders.counts.slice(),
    netAmountMinor: isFinal ? amountMinor : amountMinor.slice(),
    netCostMinor: isFinal ? costMinor : costMinor.slice(),
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

/** What came back, by the row of the order, in the order in which the orders were first named. */
function returnedByOrder(
  orders: CountedRows<"order">,
  refunds: CountedRows<"refund">,
  cancellations: CountedRows<"cancellation">,
  issues: IssueList,
): ReadonlyMap<number, Returned> {
  const returnedByRow = new Map<number, Returned>();
  const returnedOf = (row: number) => {
    const returned = returnedByRow.get(row) ?? nothingReturned();
    returnedByRow.set(row, returned);
    return returned;
  };
  const { amountMinor, costMinor } = orders.columns.fields;
  const refundFields = refunds.columns.fields;
  for (const [row, orderRow] of namedOrders(orders, "refund", refunds, issues)) {
    const refund = amountsAt(refundFields.amountMinor, refundFields.costMinor, row);
    addRefund(returnedOf(orderRow), refund, amountsAt(amountMinor, costMinor, orderRow));
  }
  for (const [, orderRow] of namedOrders(orders, "cancellation", cancellations, issues)) {
    returnedOf(orderRow).cancelled = true;
  }
  return returnedByRow;
}

/** The rows that count with the rows of the orders they name; lists those whose order is not known. */
function* namedOrders(
  orders: CountedRows<"order">,
  kind: "refund" | "cancellation",
  returns: CountedRows<"refund"> | CountedRows<"cancellation">,
  issues: IssueList,
): Generator<readonly [row: number, orderRow: number]> {
  const { ids, fields, count } = returns.columns;
  const orderRows = orders.rowsOf(fields.orderId);
  for (let row = 0; row < count; row += 1) {
    if (returns.counts[row] !== 1) continue;
    const orderRow = orderRows[row] as number;
    if (orderRow !== NO_ROW) yield [row, orderRow];
    else addIssue(issues, unknownOrder(kind, ids[row], fields.orderId[row] as string));
  }
}

function amountsAt(amountMinor: Float64Array, costMinor: Float64Array, row: number) {
  return { amountMinor: amountMinor[row] as number, costMinor: costMinor[row] as number };
}
