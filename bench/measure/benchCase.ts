import type { Contest } from "./contest.ts";

/** A job that is measured at several sizes. */
export interface BenchCase {
  readonly name: string;
  /** What is counted: the figures are nanoseconds per this. */
  readonly unit: "row" | "activity" | "operation";
  readonly sizes: readonly number[];
  /** What ours is timed against; null where the other side only says what the right answer is. */
  readonly peerName: string | null;
  /** At least this many units are handled between two looks at the clock. */
  readonly unitsPerSample: number;
  /**
   * What to reach at a size, from the project's list of goals; null where the list has none. With a peer, the
   * least ratio of speeds (.6: ours may take 1 / .6 of the peer's time); without, the most nanoseconds.
   */
  goalAt(size: number): number | null;
  /** Makes the input, outside the clock. */
  prepare(size: number): Contest;
}

/** The three sizes: customers in classification, activities in summaries. */
export const SIZES: readonly number[] = [10_000, 100_000, 1_000_000];

/** For cases that no goal is set for. */
export function noGoal(): null {
  return null;
}
