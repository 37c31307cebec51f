import type { Verdict } from "../measure/judge.ts";
import type { Spread } from "../measure/spread.ts";
import type { Machine } from "./machine.ts";

/** One line of the results. Plain numbers are medians; a range holds the middle half of the rounds. */
export interface Result {
  readonly name: string;
  /** Customers in classification and placement, orders or activities in summaries. */
  readonly size: number;
  /** What was measured of ours, in `unit`. */
  readonly ours: number;
  /** The same of the peer; null where ours stands alone. */
  readonly peer: number | null;
  /** How many times as fast as the peer. */
  readonly ratio: number | null;
  /** The least ratio to reach; without a peer, the most of the unit; null where no goal is set. */
  readonly goal: number | null;
  /** What is aimed at beyond the goal. */
  readonly aim: number | null;
  readonly reached: Reached | null;
  /** `ns per row`, `bytes per customer` … */
  readonly unit: string;
  readonly peerName: string | null;
  /** How the peer was built, where that is known only at run time. */
  readonly peerDetail: string | null;
  readonly oursRange: Range;
  readonly peerRange: Range | null;
  readonly ratioRange: Range | null;
}

/** How far a result came: beyond the aim, beyond the goal only, or not there. */
export type Reached = "aim" | "goal" | "missed";

interface Range {
  readonly low: number;
  readonly high: number;
}

/** What a run of the bench gives. */
export interface Outcome {
  /** The instant of the start, ISO. */
  readonly date: string;
  readonly machine: Machine;
  /** How many rounds every line has at least. */
  readonly rounds: number;
  readonly minutes: number;
  readonly results: readonly Result[];
  /** Who could not take part, and why, each once. */
  readonly missing: readonly string[];
}

/** The line of a verdict, with as many digits as mean something. */
export function resultOf(verdict: Verdict): Result {
  const { name, size, unit, ours, peerName, peerDetail, peer, ratio, goal } = verdict;
  const median = { ours: shortened(ours.median), ratio: ratio === null ? null : shortened(ratio.median) };
  return {
    name,
    size,
    ours: median.ours,
    peer: peer === null ? null : shortened(peer.median),
    ratio: median.ratio,
    goal: goal?.least ?? null,
    aim: goal?.aim ?? null,
    reached: goal && reachedBy(median, goal),
    unit: `ns per ${unit}`,
    peerName,
    peerDetail,
    oursRange: rangeOf(ours),
    peerRange: peer && rangeOf(peer),
    ratioRange: ratio && rangeOf(ratio),
  };
}

/** A plain figure, without a peer or a goal. */
export function figureOf(name: string, size: number, figure: number, unit: string): Result {
  const ours = shortened(figure);
  return {
    name,
    size,
    ours,
    peer: null,
    ratio: null,
    goal: null,
    aim: null,
    reached: null,
    unit,
    peerName: null,
    peerDetail: null,
    oursRange: { low: ours, high: ours },
    peerRange: null,
    ratioRange: null,
  };
}

function reachedBy(
  { ours, ratio }: { readonly ours: number; readonly ratio: number | null },
  { least, aim }: { readonly least: number; readonly aim: number },
): Reached {
  const reaches = (bound: number) => (ratio === null ? ours <= bound : ratio >= bound);
  if (reaches(aim)) return "aim";
  return reaches(least) ? "goal" : "missed";
}

function rangeOf({ low, high }: Spread): Range {
  return { low: shortened(low), high: shortened(high) };
}

function shortened(value: number): number {
  return Number(value.toPrecision(3));
}
