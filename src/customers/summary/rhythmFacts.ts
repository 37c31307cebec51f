import { MISSING_DAY } from "../../units/column.ts";
import type { FactColumns } from "../customerTable.ts";
import { meanGapDaysOf, rhythmOf } from "../rules/rhythm.ts";
import type { Window } from "../rules/window.ts";

/** Fills recency, mean gap and rhythm from the order days. */
export function fillRhythm(columns: FactColumns, window: Window, minimumGapDays: number): void {
  const { orderDays, firstOrderDay, lastOrderDay, recencyDays, meanGapDays, rhythm } = columns;
  for (let row = 0; row < recencyDays.length; row += 1) {
    const lastDay = lastOrderDay[row] as number;
    if (lastDay === MISSING_DAY) continue;
    const recency = window.asOfDay - lastDay;
    const gap = meanGapDaysOf(orderDays[row] as number, firstOrderDay[row] as number, lastDay);
    recencyDays[row] = recency;
    meanGapDays[row] = gap;
    rhythm[row] = rhythmOf(recency, gap, minimumGapDays);
  }
}
