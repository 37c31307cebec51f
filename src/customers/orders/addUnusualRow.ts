import type { IssuePath } from "../../base/issue.ts";
import { fail } from "../../base/loyaltyError.ts";
import { FARTHEST_DAY } from "../../units/day.ts";
import { COST_AT, type CustomerBlock, REVENUE_AT } from "./customerBlock.ts";
import { blockOf, flushStaged } from "./flushStaged.ts";
import { addExactly, countOrder, noteCustomer } from "./foldOneRow.ts";
import type { OrderFold } from "./orderFold.ts";
import type { OrderSlice } from "./orderSlice.ts";
import { BLOCK_BITS, PLACE_MASK } from "./rowKeys.ts";
import type { StagingRules } from "./stageRows.ts";

/**
 * Deals with a row that was not staged: a refund, a free order that does not count, a refund after
 * `asOf`, an order on a day that no key can name. False for a usual order, which only lacked room.
 *
 * @throws LoyaltyError `invalid_column` for a value that no row may have
 */
export function addUnusualRow(
  fold: OrderFold,
  slice: OrderSlice,
  row: number,
  rules: StagingRules,
  path: IssuePath,
): boolean {
  checkRow(slice, row, path);
  const day = slice.days[slice.first + row] as number;
  const amountMinor = slice.amountsMinor[slice.first + row] as number;
  const isOrder = amountMinor > 0 || (amountMinor === 0 && fold.options.countFreeOrders);
  if (isOrder && day >= rules.baseDay && day <= rules.lastDay) return false;
  if (day > rules.asOfDay) {
    rules.laterCount += 1;
    return true;
  }
  const code = slice.codes[slice.firstCode + row] as number;
  const block = blockOf(fold, code >>> BLOCK_BITS);
  const place = code & PLACE_MASK;
  if (isOrder) {
    rules.orderCount += 1;
    if (fold.options.inDayOrder) flushStaged(fold); // what waits came before it
    const recent = day >= fold.options.window.fromDay ? 1 : 0;
    countOrder(block, place, day - rules.baseDay, recent, fold.options.inDayOrder);
    addMoney(fold, slice, row, rules, block);
    return true;
  }
  noteCustomer(block, place);
  if (amountMinor < 0) {
    rules.refundCount += 1;
    addMoney(fold, slice, row, rules, block);
  } else {
    rules.freeCount += 1;
  }
  return true;
}

/** A cost that is not known makes an order's profit unknown; of a refund it says that no cost was saved. */
function addMoney(
  fold: OrderFold,
  { codes, days, amountsMinor, costsMinor, first, firstCode, firstCost }: OrderSlice,
  row: number,
  rules: StagingRules,
  block: CustomerBlock,
): void {
  const amountMinor = amountsMinor[first + row] as number;
  const costMinor = costsMinor[firstCost + row] ?? Number.NaN;
  const recent = (days[first + row] as number) >= fold.options.window.fromDay ? 1 : 0;
  const place = (codes[firstCode + row] as number) & PLACE_MASK;
  const isCostKnown = !Number.isNaN(costMinor);
  rules.totalMinor += Math.abs(amountMinor) + (isCostKnown ? Math.abs(costMinor) : 0);
  addExactly(block, place, REVENUE_AT + recent, amountMinor);
  if (isCostKnown || (amountMinor >= 0 && fold.keepsCosts)) {
    addExactly(block, place, COST_AT + recent, costMinor);
  }
}

function checkRow(
  { days, amountsMinor, costsMinor, first, firstCost }: OrderSlice,
  row: number,
  path: IssuePath,
): void {
  const refuse = (column: string, expected: string, received: number) =>
    fail("invalid_column", [...path, column, first + row], expected, received);
  const day = days[first + row] as number;
  if (Math.abs(day) > FARTHEST_DAY) refuse("days", "an epoch day that a Date can name", day);
  const amount = amountsMinor[first + row] as number;
  if (!Number.isSafeInteger(amount) || Object.is(amount, -0))
    refuse("amountsMinor", "whole minor units", amount);
  const cost = costsMinor[firstCost + row] ?? Number.NaN;
  const hasSign = amount < 0 ? cost <= 0 : cost >= 0;
  if (Number.isNaN(cost) || (Number.isSafeInteger(cost) && hasSign)) return;
  const sign = amount < 0 ? "at most 0, as the row is a refund" : "at least 0";
  refuse("costsMinor", `whole minor units, ${sign}, or NaN`, cost);
}
