import type { EpochDay } from "../../units/day.ts";

/** The first row that is earlier than the one before it, or −1. */
export function firstDescent(days: Int32Array, before: number): number {
  let previous = before;
  for (let row = 0; row < days.length; row += 1) {
    const day = days[row] as number;
    if (day < previous) return row;
    previous = day;
  }
  return -1;
}

/** The highest of some numbers, 0 for none. */
export function highestOf(numbers: Uint32Array, from: number, to: number): number {
  let highest = 0;
  for (let row = from; row < to; row += 1) {
    if ((numbers[row] as number) > highest) highest = numbers[row] as number;
  }
  return highest;
}

/** The latest of the first days, at least one and at most `count`. */
export function latestOf(days: Int32Array, count: number): EpochDay {
  let latest = days[0] as number;
  for (let row = 1; row < Math.min(count, days.length); row += 1)
    latest = Math.max(latest, days[row] as number);
  return latest;
}
