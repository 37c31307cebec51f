import { type EpochDay, LAST_CALENDAR_DAY } from "../../units/day.ts";
import type { HistoryView } from "./historyView.ts";

/** The days in reach of the calendar after `day`, ascending, each once. */
export function calendarDaysAfter(day: EpochDay, days: Iterable<EpochDay>): readonly EpochDay[] {
  return [...new Set(days)]
    .filter((other) => other > day && other <= LAST_CALENDAR_DAY)
    .sort((a, b) => a - b);
}

/**
 * The days after `asOf` on which facts may jump by time alone: what was recorded ahead begins to count, and
 * what counted leaves the window. On all other days facts stand still or, like recency, run evenly.
 */
export function eventDays({ history, asOfDay, windowDays }: HistoryView): readonly EpochDay[] {
  const days = history.activities.flatMap((activity) => {
    const resolved = activity.kind === "complaint" ? activity.resolvedDay : undefined;
    return [activity.day, activity.day + windowDays, ...(resolved === undefined ? [] : [resolved])];
  });
  const disputed = (history.disputes ?? []).map((dispute) => dispute.day);
  return calendarDaysAfter(asOfDay, [...days, ...disputed]);
}
