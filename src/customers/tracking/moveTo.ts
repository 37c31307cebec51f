import { fail } from "../../base/loyaltyError.ts";
import { isoDayOf } from "../../units/day.ts";
import { windowOf } from "../rules/window.ts";
import { addConcerned, mentionAt } from "./concernedCodes.ts";
import { recomputeFacts } from "./recomputeFacts.ts";
import type { TrackerState } from "./trackerState.ts";
import { writeRecomputed } from "./writeFacts.ts";

/**
 * Lets time pass to a day. What was dated ahead and comes due is worked in now, since it may concern others; what
 * leaves a window waits until someone asks for the row.
 *
 * @throws LoyaltyError `invalid_option` for what is no day or lies behind, `unsafe_total`; nothing has changed then
 */
export function moveTo(state: TrackerState, asOf: string): void {
  const { asOfDay, fromDay } = windowOf(asOf, state.windowDays);
  if (asOfDay < state.asOfDay) {
    fail("invalid_option", ["asOf"], `a day from ${isoDayOf(state.asOfDay)} on`, asOf);
  }
  const due = [...state.ahead.keys()].filter((day) => day <= asOfDay);
  const concerned = new Set<number>();
  for (const day of due) {
    for (const reference of state.ahead.get(day) as number[]) {
      addConcerned(state, mentionAt(state, reference), concerned);
    }
  }
  const recomputed = concerned.size === 0 ? undefined : recomputeFacts(state, concerned, asOfDay);
  for (const day of due) state.ahead.delete(day);
  state.asOfDay = asOfDay;
  state.fromDay = fromDay;
  state.changedRow = -1;
  state.changedRows = recomputed === undefined ? [] : writeRecomputed(state, recomputed);
}
