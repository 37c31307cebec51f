/** Below a week a gap says more about chance than about rhythm. */
export const DEFAULT_MINIMUM_GAP_DAYS = 7;

/** (last − first order day) / (order days − 1); `NaN` with fewer than two order days. */
export function meanGapDaysOf(orderDays: number, firstOrderDay: number, lastOrderDay: number): number {
  return orderDays < 2 ? Number.NaN : (lastOrderDay - firstOrderDay) / (orderDays - 1);
}

/** How many of the customer's own gaps the last order is ago; `NaN` where there is no gap. */
export function rhythmOf(recencyDays: number, meanGapDays: number, minimumGapDays: number): number {
  return recencyDays / Math.max(meanGapDays, minimumGapDays);
}
