import type { EpochDay } from "../../units/day.ts";
import type { HistoryView } from "./historyView.ts";

/** The days after `asOf` on which something that was recorded ahead begins to count; in no order, with repeats. */
export function daysAhead({ history, asOfDay }: HistoryView): readonly EpochDay[] {
  const days = history.activities.flatMap((activity) => {
    const resolved = activity.kind === "complaint" ? activity.resolvedDay : undefined;
    return resolved === undefined ? [activity.day] : [activity.day, resolved];
  });
  const disputed = (history.disputes ?? []).map((dispute) => dispute.day);
  return [...days, ...disputed].filter((day) => day > asOfDay);
}

/** The days after `asOf` on which something leaves the window; in no order, with repeats. */
export function exitDays({ history, asOfDay, windowDays }: HistoryView): readonly EpochDay[] {
  return history.activities.map(({ day }) => day + windowDays).filter((day) => day > asOfDay);
}
