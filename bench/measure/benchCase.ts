import type { Contest, Wanted } from "./contest.ts";

/** What to reach: with a peer the least ratios of speeds, without one the most nanoseconds. */
export interface Goal {
  /** What must hold. */
  readonly least: number;
  /** What is aimed at. */
  readonly aim: number;
}

/** One line of the results, at every size of its case: one side of ours beside one peer, or alone. */
export interface BenchRow {
  readonly name: string;
  /** The names of the sides. */
  readonly ours: string;
  readonly peer: string | null;
  /** Above this size the peer would take too long. @defaultValue no limit */
  readonly sizeMaximum?: number;
  /** From the project's list of goals; null where the list has none. */
  goalAt(size: number): Goal | null;
}

/** A job that is measured at several sizes, with all that do it in one process. */
export interface BenchCase {
  readonly name: string;
  /** What is counted: the figures are nanoseconds per this. */
  readonly unit: Unit;
  readonly sizes: readonly number[];
  readonly rows: readonly BenchRow[];
  /** Makes the input and the sides that are wanted, outside the clock. */
  prepare(size: number, wanted: Wanted): Promise<Contest>;
}

export type Unit = "row" | "order" | "activity" | "operation";

/** Customers in classification, orders in summaries: the scaling curve. */
export const SIZES: readonly number[] = [10_000, 100_000, 1_000_000];
export const LARGE_SIZES: readonly number[] = [...SIZES, 10_000_000];

/** For rows that no goal is set for. */
export function noGoal(): null {
  return null;
}

/** The same goal at every size. */
export function goal(least: number, aim: number): (size: number) => Goal {
  return () => ({ least, aim });
}

/** The size at which the list of goals was drawn up. Larger and smaller ones show how the speed grows. */
const GOALS_SIZE = 1_000_000;

/** A goal for a million customers. */
export function goalAtMillion(least: number, aim: number): (size: number) => Goal | null {
  return (size) => (size === GOALS_SIZE ? { least, aim } : null);
}
