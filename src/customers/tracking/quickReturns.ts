import { MISSING_DAY } from "../../units/column.ts";
import type { CancellationActivity, RefundActivity } from "../activity.ts";
import { addRefund, isGone, nothingReturned } from "../rules/returned.ts";
import type { LoggedKind } from "./activityLog.ts";
import { eachOfPerson, mayStand, surelyCounts } from "./certainty.ts";
import { COUNT_WORDS, DAY_WORDS, MONEY_WORDS } from "./rowLayout.ts";
import type { TrackerState } from "./trackerState.ts";

/** An order of which something comes back, and where it stands in the log. */
interface ReturnedOrder {
  readonly amountMinor: number;
  /** `NaN` where it is not known. */
  readonly costMinor: number;
  readonly day: number;
  readonly at: number;
}

/**
 * Takes what comes back from an order that counts, and of which nothing came back before, out of the facts of its
 * person; false, and nothing done, where only the exact way can tell.
 */
export function returnQuickly(
  state: TrackerState,
  row: number,
  activity: RefundActivity | CancellationActivity,
  logged: LoggedKind,
  at: number,
): boolean {
  const { days, fields } = logged;
  if (!mayStand(state, logged, at)) return true; // it never stood
  const order: ReturnedOrder = {
    amountMinor: (fields.amountMinor as Float64Array)[at] as number,
    costMinor: (fields.costMinor as Float64Array)[at] as number,
    day: days[at] as number,
    at,
  };
  const returned = nothingReturned();
  if (activity.kind === "cancellation") returned.cancelled = true;
  else {
    const { amountMinor, costMinor = Number.NaN } = activity;
    addRefund(returned, { amountMinor, costMinor }, order);
  }
  if (isGone(returned, order.amountMinor)) return takeOrder(state, row, order);
  const base = row * state.rows.stride;
  takeMoney(state, base + MONEY_WORDS.revenueMinor, returned.amountMinor, returned.costMinor);
  if (order.day >= state.fromDay) {
    takeMoney(state, base + MONEY_WORDS.recentRevenueMinor, returned.amountMinor, returned.costMinor);
  }
  return true;
}

/** A cost that is not known stays so. */
function takeMoney({ rows }: TrackerState, word: number, amountMinor: number, costMinor: number): void {
  const { doubles } = rows;
  const revenue = word >> 1;
  const costs = (doubles[revenue] as number) - (doubles[revenue + 1] as number) - costMinor;
  const total = (doubles[revenue] as number) - amountMinor;
  doubles[revenue] = total;
  doubles[revenue + 1] = total - costs;
}

/** Takes an order out whole. */
function takeOrder(state: TrackerState, row: number, order: ReturnedOrder): boolean {
  const { words, days, stride } = state.rows;
  const base = row * stride;
  const first = base + DAY_WORDS.firstOrderDay;
  const last = base + DAY_WORDS.lastOrderDay;
  const isOnly = words[base + COUNT_WORDS.orders] === 1;
  const isRecent = order.day >= state.fromDay;
  const isOnlyRecent = words[base + COUNT_WORDS.recentOrders] === 1;
  const left = leftWithout(state, row, order);
  const isDayGone = !left.hasDay;
  if (!isOnly) {
    const isDaySure =
      left.hasDay ||
      (!left.mayHaveDay &&
        (order.day !== days[first] || left.first <= left.mayFirst) &&
        (order.day !== days[last] || left.last >= left.mayLast));
    const isCostSure =
      !Number.isNaN(order.costMinor) ||
      (left.lacksCost && (!isRecent || isOnlyRecent || left.lacksRecentCost));
    if (!isDaySure || !isCostSure) return false;
  }
  take(words, base + COUNT_WORDS.orders);
  takeWholeMoney(state, base + MONEY_WORDS.revenueMinor, isOnly, order);
  if (isDayGone) take(words, base + COUNT_WORDS.orderDays);
  if (isRecent) {
    take(words, base + COUNT_WORDS.recentOrders);
    takeWholeMoney(state, base + MONEY_WORDS.recentRevenueMinor, isOnlyRecent, order);
    if (isDayGone) take(words, base + COUNT_WORDS.recentOrderDays);
  }
  if (isOnly) days[first] = days[last] = MISSING_DAY;
  else if (isDayGone && order.day === days[first]) days[first] = left.first;
  else if (isDayGone && order.day === days[last]) days[last] = left.last;
  return true;
}

function take(words: Uint32Array, word: number): void {
  words[word] = (words[word] as number) - 1;
}

/** Where the order was the only one nothing is left, whatever it cost. */
function takeWholeMoney(state: TrackerState, word: number, isOnly: boolean, order: ReturnedOrder): void {
  const { doubles } = state.rows;
  if (isOnly) doubles.fill(0, word >> 1, (word >> 1) + 2);
  else takeMoney(state, word, order.amountMinor, order.costMinor);
}

/** What the other orders of a person tell: those that stand for sure, and those that may. */
interface OrdersLeft {
  hasDay: boolean;
  mayHaveDay: boolean;
  lacksCost: boolean;
  lacksRecentCost: boolean;
  first: number;
  last: number;
  mayFirst: number;
  mayLast: number;
}

function leftWithout(state: TrackerState, row: number, order: ReturnedOrder): OrdersLeft {
  const left: OrdersLeft = {
    hasDay: false,
    mayHaveDay: false,
    lacksCost: false,
    lacksRecentCost: false,
    first: Number.POSITIVE_INFINITY,
    last: Number.NEGATIVE_INFINITY,
    mayFirst: Number.POSITIVE_INFINITY,
    mayLast: Number.NEGATIVE_INFINITY,
  };
  eachOfPerson(state, row, (kind, at) => {
    if (kind.kind !== "order" || at === order.at || !mayStand(state, kind, at)) return;
    const day = kind.days[at] as number;
    if (!surelyCounts(state, kind, at)) {
      left.mayHaveDay ||= day === order.day;
      left.mayFirst = Math.min(left.mayFirst, day);
      left.mayLast = Math.max(left.mayLast, day);
      return;
    }
    const isCostMissing = Number.isNaN((kind.fields.costMinor as Float64Array)[at]);
    left.hasDay ||= day === order.day;
    left.lacksCost ||= isCostMissing;
    left.lacksRecentCost ||= isCostMissing && day >= state.fromDay;
    left.first = Math.min(left.first, day);
    left.last = Math.max(left.last, day);
  });
  return left;
}
