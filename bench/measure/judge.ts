import type { BenchCase } from "./benchCase.ts";
import type { CaseSamples } from "./measureCase.ts";
import { type Spread, spreadOf } from "./spread.ts";

/** What was measured of one case at one size. */
export interface Verdict {
  readonly name: string;
  readonly unit: BenchCase["unit"];
  readonly size: number;
  /** Nanoseconds per unit. */
  readonly ours: Spread;
  readonly peerName: string | null;
  readonly peer: Spread | null;
  /** The peer's time through ours, round by round: how many times as fast as the peer ours is. */
  readonly ratio: Spread | null;
  readonly goal: number | null;
}

/** Puts together what several processes measured of one case at one size. */
export function judge(benchCase: BenchCase, size: number, parts: readonly CaseSamples[]): Verdict {
  const { name, unit, peerName } = benchCase;
  const ours = parts.flatMap((part) => part.ours);
  const peer = parts.flatMap((part) => part.peer ?? []);
  const isAlone = peerName === null;
  return {
    name,
    unit,
    size,
    ours: spreadOf(ours),
    peerName,
    peer: isAlone ? null : spreadOf(peer),
    ratio: isAlone ? null : spreadOf(peer.map((nanoseconds, round) => nanoseconds / ours[round]!)),
    goal: benchCase.goalAt(size),
  };
}
