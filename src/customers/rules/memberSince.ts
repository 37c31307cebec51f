import { MISSING_DAY } from "../../units/column.ts";
import type { EpochDay } from "../../units/day.ts";
import { compareMoments } from "./compareMoments.ts";

/** One joining or leaving. */
export interface MembershipEvent {
  readonly atMs: number;
  readonly id?: string | undefined;
  readonly day: EpochDay;
  /** Whether someone joined; the name is what {@link compareMoments} asks for. */
  readonly value: boolean;
}

/**
 * The day since when someone is a member without a break, or {@link MISSING_DAY} when the last word is that
 * they left. Joining again while a member (another plan) does not start anew. Sorts `events` in place; of two that
 * only differ in their day (one instant, read in two zones) the earlier day comes first.
 */
export function memberSinceDayOf(events: MembershipEvent[]): EpochDay {
  let sinceDay = MISSING_DAY;
  for (const event of events.sort((a, b) => compareMoments(a, b) || a.day - b.day)) {
    if (!event.value) sinceDay = MISSING_DAY;
    else if (sinceDay === MISSING_DAY) sinceDay = event.day;
  }
  return sinceDay;
}
