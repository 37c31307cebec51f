import { NOBODY } from "../../customers/activityTable.ts";
import type { OwnedOrders } from "../../customers/summary/ownedOrders.ts";
import { sortRows } from "../patterns/sortRows.ts";

/** The lowest that a column of days can hold. */
const EARLIEST_DAY: number = -(2 ** 31);

/** What one person bought, by person: periods are days, or whatever days were put into. */
export interface FoldedPurchases {
  /** Different periods with a purchase. */
  readonly periodCount: Uint32Array;
  /** The first and the last of them; of no meaning where there is none. */
  readonly firstPeriod: Int32Array;
  readonly lastPeriod: Int32Array;
  /** What was bought in all of them, and in the first, in minor units. */
  readonly spendMinor: Float64Array;
  readonly firstSpendMinor: Float64Array;
}

/**
 * Counts the different periods in which each of `personCount` people bought, and adds up what they spent. `periodOf`
 * puts a day into its period, which must not fall as days rise; `undefined` leaves a purchase out.
 */
export function foldPurchases(
  orders: OwnedOrders,
  personCount: number,
  periodOf: (day: number) => number | undefined,
): FoldedPurchases {
  const folded: FoldedPurchases = {
    periodCount: new Uint32Array(personCount),
    firstPeriod: new Int32Array(personCount),
    lastPeriod: new Int32Array(personCount),
    spendMinor: new Float64Array(personCount),
    firstSpendMinor: new Float64Array(personCount),
  };
  const { periodCount, firstPeriod, lastPeriod, spendMinor, firstSpendMinor } = folded;
  const { days, ownerRows, netAmountMinor } = orders;
  for (const row of rowsByDay(orders)) {
    const person = ownerRows[row] as number;
    const period = periodOf(days[row] as number);
    if (period === undefined) continue;
    const amount = netAmountMinor[row] as number;
    if (periodCount[person] === 0) firstPeriod[person] = period;
    if (periodCount[person] === 0 || lastPeriod[person] !== period) {
      periodCount[person] = (periodCount[person] as number) + 1;
      lastPeriod[person] = period;
    }
    spendMinor[person] = (spendMinor[person] as number) + amount;
    if (period === firstPeriod[person])
      firstSpendMinor[person] = (firstSpendMinor[person] as number) + amount;
  }
  return folded;
}

/** The rows of orders that stand and are somebody's, by day: as they are where days rise already, as shops export them. */
function rowsByDay({ stands, ownerRows, days }: OwnedOrders): Uint32Array {
  const rows = new Uint32Array(days.length);
  let count = 0;
  let latest = Number.NEGATIVE_INFINITY;
  let isAscending = true;
  for (let row = 0; row < days.length; row += 1) {
    if (stands[row] !== 1 || ownerRows[row] === NOBODY) continue;
    const day = days[row] as number;
    rows[count] = row;
    count += 1;
    if (day < latest) isAscending = false;
    latest = day;
  }
  const chosen = rows.subarray(0, count);
  if (isAscending) return chosen;
  const keys = chosen.map((row) => (days[row] as number) - EARLIEST_DAY);
  return sortRows([keys], count).map((index) => chosen[index] as number);
}
