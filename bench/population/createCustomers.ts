import { createCustomerTable } from "../../src/customers/createCustomerTable.ts";
import type { CustomerTable, FactColumns } from "../../src/customers/customerTable.ts";
import { BUILTIN_FACTS } from "../../src/customers/facts.ts";
import { createColumn } from "../../src/units/column.ts";
import { createRandom, type Random } from "./random.ts";
import { AS_OF, AS_OF_DAY, CURRENCY, customerIdOf } from "./setting.ts";

/**
 * A table of `rowCount` customers in random order: people stand on every step of every built-in scale and off
 * them, and everything that can be missing is missing somewhere, so no branch can be foreseen.
 */
export function createCustomers(rowCount: number, seed: number): CustomerTable {
  const random = createRandom(seed);
  const columns = emptyFactColumns(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    fillOrders(columns, row, random);
    fillMoney(columns, row, random);
    fillCounts(columns, row, random);
    fillStates(columns, row, random);
  }
  const ids = Array.from({ length: rowCount }, (_, row) => customerIdOf(row));
  return createCustomerTable({ ids, asOf: AS_OF, currency: CURRENCY, columns });
}

function emptyFactColumns(rowCount: number): FactColumns {
  const facts = [...BUILTIN_FACTS.values()];
  const columns = facts.map(({ kind, field }) => [field, createColumn(kind, rowCount)]);
  return Object.fromEntries(columns) as FactColumns;
}

const BUYERS_SHARE = 0.6;
const RETURN_SHARE = 0.6;
const MINIMUM_GAP_DAYS = 7;

function fillOrders(columns: FactColumns, row: number, random: Random): void {
  if (!random.chance(BUYERS_SHARE)) return;
  let orders = 1;
  while (random.chance(RETURN_SHARE)) orders += 1;
  const recentOrders = random.below(orders + 1);
  const orderDays = random.chance(0.1) ? Math.max(1, orders - 1) : orders;
  const recencyDays = recentOrders > 0 ? random.below(365) : 365 + random.below(700);
  const lastOrderDay = AS_OF_DAY - recencyDays;
  const firstOrderDay = lastOrderDay - (orderDays - 1) * (1 + random.below(120));
  columns.orders[row] = orders;
  columns.recentOrders[row] = recentOrders;
  columns.orderDays[row] = orderDays;
  columns.recentOrderDays[row] = Math.min(orderDays, recentOrders);
  columns.recencyDays[row] = recencyDays;
  columns.lastOrderDay[row] = lastOrderDay;
  columns.firstOrderDay[row] = firstOrderDay;
  if (orderDays === 1) return;
  const meanGapDays = (lastOrderDay - firstOrderDay) / (orderDays - 1);
  columns.meanGapDays[row] = meanGapDays;
  columns.rhythm[row] = recencyDays / Math.max(meanGapDays, MINIMUM_GAP_DAYS);
}

/** Every tenth customer has an order without a cost, so their profit is missing. */
function fillMoney(columns: FactColumns, row: number, random: Random): void {
  const recentMinor = columns.recentOrders[row]! * random.below(30_000);
  const earlierMinor = (columns.orders[row]! - columns.recentOrders[row]!) * random.below(30_000);
  columns.recentRevenueMinor[row] = recentMinor;
  columns.revenueMinor[row] = recentMinor + earlierMinor;
  if (random.chance(0.1)) return;
  columns.recentProfitMinor[row] = Math.floor(recentMinor / 4);
  columns.profitMinor[row] = Math.floor(recentMinor / 4) + Math.floor(earlierMinor / 4);
}

function fillCounts(columns: FactColumns, row: number, random: Random): void {
  const some = (share: number, most: number) => (random.chance(share) ? 1 + random.below(most) : 0);
  const interests = some(0.4, 5);
  const referrals = some(0.06, 4);
  const unprompted = random.below(referrals + 1);
  const mentions = some(0.04, 3);
  const complaints = some(0.08, 2);
  columns.interests[row] = interests;
  columns.recentInterests[row] = random.below(interests + 1);
  if (interests > 0) columns.lastInterestDay[row] = AS_OF_DAY - random.below(700);
  columns.referrals[row] = referrals;
  columns.recentReferrals[row] = referrals;
  columns.unpromptedReferrals[row] = unprompted;
  columns.recentUnpromptedReferrals[row] = random.below(unprompted + 1);
  columns.testimonials[row] = some(0.03, 1);
  columns.reviews[row] = some(0.1, 2);
  columns.mentions[row] = mentions;
  columns.recentMentions[row] = random.below(mentions + 1);
  columns.complaints[row] = complaints;
  columns.openComplaints[row] = random.below(complaints + 1);
}

/** What was never said stays missing. */
function fillStates(columns: FactColumns, row: number, random: Random): void {
  const say = (column: Uint8Array, share: number, from: number, end: number) => {
    if (random.chance(share)) column[row] = from + random.below(end - from);
  };
  say(columns.targeted, 0.7, 0, 2);
  say(columns.reachable, 0.7, 0, 2);
  say(columns.contactable, 0.9, 0, 2);
  say(columns.member, 0.4, 0, 2);
  if (columns.member[row] === 1) columns.memberSinceDay[row] = AS_OF_DAY - random.below(1_000);
  say(columns.nps, 0.3, 0, 11);
  say(columns.intent, 0.2, 0, 11);
  say(columns.csat, 0.2, 1, 6);
  say(columns.ces, 0.1, 1, 8);
}
