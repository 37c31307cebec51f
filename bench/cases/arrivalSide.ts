import type { Activity } from "../../src/customers/activity.ts";
import type { Side } from "../measure/side.ts";
import { createArrivals } from "../population/createHistories.ts";

/** The activities of the last run, and the rank of each customer after theirs; 0 off the scale. */
export interface PlacedArrivals {
  readonly arrivals: readonly Activity[];
  readonly ranks: Uint8Array;
}

/** A side that takes activities one by one, each of another customer; every run has new ones. */
export interface ArrivalSide extends Side<Uint8Array> {
  /** How many runs there were, and what the last one gave. */
  last(): PlacedArrivals & { readonly runs: number };
}

/** Makes the arrivals of each run outside the clock: their ids are texts that nobody has looked at yet. */
export function createArrivalSide(
  customerCount: number,
  arrivalCount: number,
  ranksAfter: (arrivals: readonly Activity[]) => Uint8Array,
): ArrivalSide {
  let runs = 0;
  let placed: PlacedArrivals = { arrivals: [], ranks: new Uint8Array(0) };
  const nextArrivals = () => {
    runs += 1;
    return createArrivals(customerCount, arrivalCount, 5, runs - 1);
  };
  const place = (arrivals: readonly Activity[]) => {
    placed = { arrivals, ranks: ranksAfter(arrivals) };
  };
  return {
    name: "arrivals",
    unitsPerRun: Math.min(arrivalCount, customerCount),
    time(count, clockMs) {
      let elapsedMs = 0;
      for (let run = 0; run < count; run += 1) {
        const arrivals = nextArrivals();
        const startMs = clockMs();
        place(arrivals);
        elapsedMs += clockMs() - startMs;
      }
      return elapsedMs;
    },
    outcome() {
      if (runs === 0) place(nextArrivals());
      return placed.ranks;
    },
    last: () => ({ runs, ...placed }),
  };
}
