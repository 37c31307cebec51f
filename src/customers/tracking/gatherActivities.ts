import { NOBODY } from "../activityTable.ts";
import { eachOfChain, KIND_NUMBERS, kindOf, type LoggedKind, referenceOf, rowOf } from "./activityLog.ts";
import { type Mention, newestOf } from "./concernedCodes.ts";
import { bearersOf, knotOf } from "./idIndex.ts";
import type { TrackerState } from "./trackerState.ts";

/**
 * References of all kept activities that the facts of some people depend on: theirs, what names their orders and
 * complaints, whatever bears an id of any of these, and the aliases of all who are met that way. With the codes
 * come all codes of their clusters; {@link NOBODY} stands for the orders of people who were removed.
 */
export function gatherActivities(
  state: TrackerState,
  codes: ReadonlySet<number>,
  arriving?: Mention,
): ReadonlySet<number> {
  const { log, ids, clusters } = state;
  const gathered = new Set<number>();
  const others = new Set<number>();
  const takeKnot = (kind: number, id: string | undefined) => {
    const knot = knotOf(ids, log, kind, id);
    for (const row of knot?.rows ?? []) take(referenceOf(kind, row));
    for (const reference of knot?.targetedBy ?? []) take(reference);
  };
  const take = (reference: number) => {
    if (gathered.has(reference)) return;
    gathered.add(reference);
    const kind = log.kinds[kindOf(reference)] as LoggedKind;
    const row = rowOf(reference);
    const owner = kind.customers[row] as number;
    if (owner !== NOBODY && !codes.has(owner)) others.add(owner);
    takeKnot(kindOf(reference), kind.ids[row]);
  };
  if (arriving !== undefined) {
    for (const bearer of bearersOf(ids, log, arriving.kind, arriving.id)) take(bearer);
    takeKnot(arriving.kind, arriving.id);
  }
  for (const code of codes) {
    eachOfChain(log, newestOf(state, code), (reference) => {
      if (code !== NOBODY || kindOf(reference) === KIND_NUMBERS.order) take(reference);
    });
  }
  for (const other of others) {
    for (const code of clusters.get(other) ?? []) {
      eachOfChain(log, newestOf(state, code), (reference) => {
        if (kindOf(reference) === KIND_NUMBERS.alias) take(reference); // adds to others only who is in a cluster
      });
    }
  }
  return gathered;
}
