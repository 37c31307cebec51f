import { fail } from "../../base/loyaltyError.ts";
import { recomputeFacts } from "./recomputeFacts.ts";
import { STALE_FROM } from "./rowLayout.ts";
import { personOf, type TrackerState } from "./trackerState.ts";
import { writeRecomputed } from "./writeFacts.ts";

/**
 * The row that holds the facts of today of the person behind a row. Facts that time has changed are made anew
 * only here, when somebody asks.
 *
 * @throws LoyaltyError `unknown_customer` where there is no such row; `unsafe_total`
 */
export function freshRow(state: TrackerState, row: number): number {
  const { rows, asOfDay } = state;
  if (!(Number.isInteger(row) && row >= 0 && row < rows.count)) return failUnknown(row);
  if ((rows.days[row * rows.stride + STALE_FROM] as number) > asOfDay) return row;
  const person = personOf(state, row);
  if (person < 0) return failUnknown(row);
  if ((rows.days[person * rows.stride + STALE_FROM] as number) <= asOfDay) {
    const codes = new Set(state.clusters.get(person) ?? [person]);
    writeRecomputed(state, recomputeFacts(state, codes, asOfDay));
  }
  return person;
}

function failUnknown(row: number): never {
  return fail("unknown_customer", [], "the row of a customer", row);
}
