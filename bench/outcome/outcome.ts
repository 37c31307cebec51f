import type { Verdict } from "../measure/judge.ts";
import type { Spread } from "../measure/spread.ts";
import type { Machine } from "./machine.ts";

/** One line of the results. Plain numbers are medians; a range holds the middle half of the rounds. */
export interface Result {
  readonly name: string;
  /** Customers in classification and placement, activities in summaries. */
  readonly size: number;
  /** What the nanoseconds are counted per. */
  readonly unit: Verdict["unit"];
  /** Nanoseconds per unit. */
  readonly ours: number;
  readonly oursRange: Range;
  readonly peerName: string | null;
  readonly peer: number | null;
  readonly peerRange: Range | null;
  /** How many times as fast as the peer. */
  readonly ratio: number | null;
  readonly ratioRange: Range | null;
  /** The least ratio to reach; without a peer, the most nanoseconds; null where no goal is set. */
  readonly goal: number | null;
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** What a run of the bench gives: what is written as JSON. */
export interface Outcome {
  /** The instant of the start, ISO. */
  readonly date: string;
  readonly machine: Machine;
  /** How many processes measured each line, one after all others. */
  readonly processes: number;
  /** How many rounds they took together. */
  readonly rounds: number;
  readonly results: readonly Result[];
}

/** The line of a verdict, with as many digits as mean something. */
export function resultOf({ name, size, unit, ours, peerName, peer, ratio, goal }: Verdict): Result {
  return {
    name,
    size,
    unit,
    ours: shortened(ours.median),
    oursRange: rangeOf(ours),
    peerName,
    peer: peer === null ? null : shortened(peer.median),
    peerRange: peer === null ? null : rangeOf(peer),
    ratio: ratio === null ? null : shortened(ratio.median),
    ratioRange: ratio === null ? null : rangeOf(ratio),
    goal,
  };
}

/** Whether a result reaches its goal; undefined where there is none. */
export function reachesGoal({ ours, ratio, goal }: Result): boolean | undefined {
  if (goal === null) return undefined;
  return ratio === null ? ours <= goal : ratio >= goal;
}

function rangeOf({ low, high }: Spread): Range {
  return { low: shortened(low), high: shortened(high) };
}

function shortened(value: number): number {
  return Number(value.toPrecision(3));
}
