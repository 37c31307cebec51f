import type { OrderActivity } from "../activity.ts";
import { assertActivity } from "../assertActivity.ts";
import { KIND_NUMBERS, keepSaid, type LoggedKind } from "./activityLog.ts";
import { addSlowly } from "./addSlowly.ts";
import { eachOfPerson, mayStand, surelyCounts } from "./certainty.ts";
import { isNumberOrAbsent, isPlainAmount, isPlainHead } from "./plainFields.ts";
import { CLOSED, keepQuickly, openQuickWay } from "./quickWay.ts";
import { COUNT_WORDS, DAY_WORDS, MONEY_WORDS, ORDER_DAY_BITS } from "./rowLayout.ts";
import type { TrackerState } from "./trackerState.ts";
import { goesStale, noteOrderDay } from "./writeFacts.ts";

const { order: ORDER } = KIND_NUMBERS;
const { orders: ORDERS, recentOrders: RECENT_ORDERS } = COUNT_WORDS;
const { orderDays: ORDER_DAYS, recentOrderDays: RECENT_ORDER_DAYS } = COUNT_WORDS;
const { firstOrderDay: FIRST_DAY, lastOrderDay: LAST_DAY } = DAY_WORDS;

/** Adds an order. */
export function addOrder(state: TrackerState, activity: OrderActivity): number {
  const { id, customerId, atMs, day, amountMinor, costMinor, units, lines } = activity;
  const isPlain =
    isPlainHead(id, customerId, atMs, day) &&
    isPlainAmount(amountMinor) &&
    (costMinor === undefined || isPlainAmount(costMinor)) &&
    isNumberOrAbsent(units) &&
    lines === undefined;
  if (!isPlain) assertActivity(activity);
  if (amountMinor === 0 && !state.countFreeOrders) return addSlowly(state, activity);
  const row = openQuickWay(state, ORDER, id, customerId, day);
  if (row === CLOSED) return addSlowly(state, activity);
  const base = row * state.rows.stride;
  const cost = costMinor ?? Number.NaN;
  const isRecent = day >= state.fromDay;
  const newDay = isNewOrderDay(state, row, day);
  const fits =
    fitsMoney(state, base, MONEY_WORDS.revenueMinor, amountMinor, cost) &&
    (!isRecent || fitsMoney(state, base, MONEY_WORDS.recentRevenueMinor, amountMinor, cost));
  if (newDay === undefined || !fits) return addSlowly(state, activity); // which throws where money does not fit
  countOrder(state, base, day, isRecent, newDay);
  addMoney(state, base, MONEY_WORDS.revenueMinor, amountMinor, cost);
  if (isRecent) {
    addMoney(state, base, MONEY_WORDS.recentRevenueMinor, amountMinor, cost);
    goesStale(state, base, day + state.windowDays);
  }
  const at = keepQuickly(state, ORDER, id, atMs, day);
  const kind = state.log.kinds[ORDER] as LoggedKind;
  const { fields } = kind;
  (fields.amountMinor as Float64Array)[at] = amountMinor;
  (fields.costMinor as Float64Array)[at] = cost;
  (fields.units as Float64Array)[at] = units ?? Number.NaN;
  keepSaid(kind, "lines", at, lines);
  state.changedRow = row;
  return row;
}

/** Whether no order that stands has the day yet; undefined where only the exact way can tell. */
function isNewOrderDay(state: TrackerState, row: number, day: number): boolean | undefined {
  const { words, days, stride } = state.rows;
  const base = row * stride;
  const bits = words[base + ORDER_DAY_BITS + ((day >>> 5) & 1)] as number;
  if ((bits & (1 << (day & 31))) === 0) return true;
  if (day === days[base + LAST_DAY] || day === days[base + FIRST_DAY]) return false;
  let isNew: boolean | undefined = true;
  eachOfPerson(state, row, (kind, at) => {
    if (kind.kind !== "order" || kind.days[at] !== day || isNew === false) return;
    if (mayStand(state, kind, at)) isNew = surelyCounts(state, kind, at) ? false : undefined;
  });
  return isNew;
}

/** Cost is revenue less profit, all three whole and safe; or unknown, and profit with it. */
function costAt(doubles: Float64Array, revenue: number): number {
  return (doubles[revenue] as number) - (doubles[revenue + 1] as number);
}

/** Whether revenue and cost stay whole; a cost that is not known always does. */
function fitsMoney(
  { rows }: TrackerState,
  base: number,
  word: number,
  amount: number,
  cost: number,
): boolean {
  const revenue = (base + word) >> 1;
  const { doubles } = rows;
  return (
    (doubles[revenue] as number) + amount <= Number.MAX_SAFE_INTEGER &&
    !(costAt(doubles, revenue) + cost > Number.MAX_SAFE_INTEGER)
  );
}

/** Profit stands behind revenue. */
function addMoney({ rows }: TrackerState, base: number, word: number, amount: number, cost: number): void {
  const revenue = (base + word) >> 1;
  const { doubles } = rows;
  const costs = costAt(doubles, revenue) + cost;
  const total = (doubles[revenue] as number) + amount;
  doubles[revenue] = total;
  doubles[revenue + 1] = total - costs;
}

function countOrder(state: TrackerState, base: number, day: number, isRecent: boolean, isNew: boolean): void {
  const { words, days } = state.rows;
  const isFirst = words[base + ORDERS] === 0;
  words[base + ORDERS] = (words[base + ORDERS] as number) + 1;
  if (isRecent) words[base + RECENT_ORDERS] = (words[base + RECENT_ORDERS] as number) + 1;
  if (!isNew) return;
  words[base + ORDER_DAYS] = (words[base + ORDER_DAYS] as number) + 1;
  if (isRecent) words[base + RECENT_ORDER_DAYS] = (words[base + RECENT_ORDER_DAYS] as number) + 1;
  if (isFirst || day < (days[base + FIRST_DAY] as number)) days[base + FIRST_DAY] = day;
  if (isFirst || day > (days[base + LAST_DAY] as number)) days[base + LAST_DAY] = day;
  noteOrderDay(words, base, day);
}
