import type { IssuePath } from "../../base/issue.ts";
import { fail } from "../../base/loyaltyError.ts";
import { addUnusualRow } from "./addUnusualRow.ts";
import { assertOrderBatch } from "./assertOrderBatch.ts";
import { blockCountOf, keepCosts, makeRoom } from "./flushStaged.ts";
import type { OrderBatch } from "./orderBatch.ts";
import type { OrderFold } from "./orderFold.ts";
import { type OrderSlice, SLICE_ROWS } from "./orderSlice.ts";
import { baseDayFor, OFFSET_COUNT } from "./rowKeys.ts";
import { firstDescent, latestOf } from "./scanColumns.ts";
import { admitBlocks } from "./stagedRows.ts";
import { type StagingRules, stageRows } from "./stageRows.ts";

const NO_COSTS: Float64Array = /* @__PURE__ */ new Float64Array(0);

/** Folds one batch of orders, slice by slice; afterwards nothing of it is kept but ids. */
export function addOrders(fold: OrderFold, orders: OrderBatch, path: IssuePath): void {
  const rowCount = assertOrderBatch(orders, path);
  if (rowCount === 0) return;
  const { days, costsMinor } = orders;
  if (fold.options.inDayOrder) assertDayOrder(fold, days, path);
  if (costsMinor !== undefined && !fold.keepsCosts) keepCosts(fold);
  fold.rules ??= rulesFrom(fold, days);
  for (let first = 0; first < rowCount; first += SLICE_ROWS) {
    addSlice(fold, orders, first, Math.min(SLICE_ROWS, rowCount - first), fold.rules, path);
  }
}

function assertDayOrder(fold: OrderFold, days: Int32Array, path: IssuePath): void {
  const row = firstDescent(days, fold.lastDay);
  if (row >= 0) refuseDescent(days, row, path);
  fold.lastDay = days.at(-1) as number;
}

/** Refuses a row that is earlier than the one before it. */
export function refuseDescent(days: Int32Array, row: number, path: IssuePath): never {
  const expected = "a day not before the one above, as inDayOrder says";
  return fail("invalid_column", [...path, "days", row], expected, days[row]);
}

/** Which days keys can name is settled by a look at the first rows; days beyond are folded one by one. */
function rulesFrom({ options }: OrderFold, days: Int32Array): StagingRules {
  const { asOfDay } = options.window;
  const baseDay = baseDayFor(latestOf(days, SLICE_ROWS), asOfDay);
  return {
    baseDay,
    lastDay: Math.min(asOfDay, baseDay + OFFSET_COUNT - 1),
    asOfDay,
    countFreeOrders: options.countFreeOrders,
    lowOffset: OFFSET_COUNT,
    highOffset: -1,
    totalMinor: 0,
    orderCount: 0,
    refundCount: 0,
    laterCount: 0,
    freeCount: 0,
  };
}

function addSlice(
  fold: OrderFold,
  orders: OrderBatch,
  first: number,
  count: number,
  rules: StagingRules,
  path: IssuePath,
): void {
  const { days, amountsMinor, costsMinor = fold.keepsCosts ? fold.unknownCosts : NO_COSTS } = orders;
  const coded = fold.customers.encode(orders.customers, first, count, [...path, "customers"]);
  const firstCost = orders.costsMinor === undefined ? 0 : first;
  const slice: OrderSlice = { ...coded, days, amountsMinor, costsMinor, first, firstCost, count };
  admitBlocks(fold.staged, blockCountOf(fold));
  let row = stageRows(fold.staged, slice, 0, rules);
  while (row < count) {
    if (addUnusualRow(fold, slice, row, rules, path)) row += 1;
    else makeRoom(fold);
    row = stageRows(fold.staged, slice, row, rules);
  }
}
