import type { ActivityTable } from "../../src/customers/activityTable.ts";
import { addOrder, type OrderTotals } from "./totalsByHand.ts";

interface Order {
  customer: number;
  day: number;
  atMs: number;
  amountMinor: number;
  costMinor: number;
  /** What refunds left of the amount. Counting refunds up from 0 would turn a small integer into a double. */
  leftMinor: number;
  stands: boolean;
}

/**
 * Count, net sum, first and last day by person (the code of their smallest id), from a table with repeats,
 * conflicts, refunds, cancellations and aliases: the plain program for it, with maps and objects.
 */
export function totalsOfEverything(table: ActivityTable, asOfDay: number): Map<number, OrderTotals> {
  const orders = distinctOrders(table, asOfDay);
  takeRefunds(table, orders, asOfDay);
  takeCancellations(table, orders, asOfDay);
  const personOf = joinedCodes(table, asOfDay);
  const totals = new Map<number, OrderTotals>();
  for (const { customer, day, leftMinor, stands } of orders.values()) {
    if (stands && leftMinor > 0) addOrder(totals, personOf(customer), day, leftMinor);
  }
  return totals;
}

/** Orders by id; of an id with two contents none stands. */
function distinctOrders(table: ActivityTable, asOfDay: number): Map<string, Order> {
  const { count, ids, customers, days, atMs, fields } = table.kinds.order;
  const orders = new Map<string, Order>();
  for (let row = 0; row < count; row += 1) {
    if (days[row]! > asOfDay) continue;
    const known = orders.get(ids[row]!);
    if (known === undefined) {
      orders.set(ids[row]!, {
        customer: customers[row]!,
        day: days[row]!,
        atMs: atMs[row]!,
        amountMinor: fields.amountMinor[row]!,
        costMinor: fields.costMinor[row]!,
        leftMinor: fields.amountMinor[row]!,
        stands: true,
      });
    } else if (
      known.customer !== customers[row] ||
      known.day !== days[row] ||
      known.atMs !== atMs[row] ||
      known.amountMinor !== fields.amountMinor[row] ||
      known.costMinor !== fields.costMinor[row]
    ) {
      known.stands = false;
    }
  }
  return orders;
}

/** Refunds lower their order, each refund id once; of a refund id with two contents none counts. */
function takeRefunds(table: ActivityTable, orders: Map<string, Order>, asOfDay: number): void {
  const { count, ids, customers, days, atMs, fields } = table.kinds.refund;
  const first = new Map<string, number>();
  const conflicts = new Set<string>();
  for (let row = 0; row < count; row += 1) {
    if (days[row]! > asOfDay) continue;
    const known = first.get(ids[row]!);
    if (known === undefined) first.set(ids[row]!, row);
    else if (
      customers[known] !== customers[row] ||
      days[known] !== days[row] ||
      atMs[known] !== atMs[row] ||
      fields.orderId[known] !== fields.orderId[row] ||
      fields.amountMinor[known] !== fields.amountMinor[row]
    ) {
      conflicts.add(ids[row]!);
    }
  }
  for (const [id, row] of first) {
    if (conflicts.has(id)) continue;
    const order = orders.get(fields.orderId[row]!);
    if (order !== undefined) order.leftMinor -= fields.amountMinor[row]!;
  }
}

function takeCancellations(table: ActivityTable, orders: Map<string, Order>, asOfDay: number): void {
  const { count, days, fields } = table.kinds.cancellation;
  for (let row = 0; row < count; row += 1) {
    const order = orders.get(fields.orderId[row]!);
    if (order !== undefined && days[row]! <= asOfDay) order.stands = false;
  }
}

/** Which code stands for the person behind a code: the one with the smallest id of all that aliases join. */
function joinedCodes(table: ActivityTable, asOfDay: number): (code: number) => number {
  const { customerIds } = table;
  const { count, customers, days, fields } = table.kinds.alias;
  const parents = new Map<number, number>();
  const rootOf = (code: number): number => {
    let root = code;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    return root;
  };
  for (let row = 0; row < count; row += 1) {
    if (days[row]! > asOfDay) continue;
    const one = rootOf(customers[row]!);
    const other = rootOf(fields.otherId[row]!);
    if (customerIds[one]! < customerIds[other]!) parents.set(other, one);
    else if (one !== other) parents.set(one, other);
  }
  return rootOf;
}
