import type { BenchRow, Goal, Unit } from "./benchCase.ts";
import type { CaseSamples, SideSamples } from "./measureCase.ts";
import { type Spread, spreadOf } from "./spread.ts";

/** What was measured of one row at one size. */
export interface Verdict {
  readonly name: string;
  readonly unit: Unit;
  readonly size: number;
  /** Nanoseconds per unit. */
  readonly ours: Spread;
  readonly peerName: string | null;
  readonly peerDetail: string | null;
  readonly peer: Spread | null;
  /** The peer's time through ours, round by round: how many times as fast as the peer ours is. */
  readonly ratio: Spread | null;
  readonly goal: Goal | null;
}

/** Puts together what several processes measured of one row; undefined where a side took no part. */
export function judge(
  row: BenchRow,
  unit: Unit,
  size: number,
  parts: readonly CaseSamples[],
): Verdict | undefined {
  const ours = samplesOf(row.ours, parts);
  const peer = row.peer === null ? null : samplesOf(row.peer, parts);
  if (ours === undefined || peer === undefined) return undefined;
  return {
    name: row.name,
    unit,
    size,
    ours: spreadOf(ours.nanoseconds),
    peerName: row.peer,
    peerDetail: peer?.detail ?? null,
    peer: peer && spreadOf(peer.nanoseconds),
    ratio: peer && spreadOf(peer.nanoseconds.map((time, round) => time / ours.nanoseconds[round]!)),
    goal: row.goalAt(size),
  };
}

/** What all processes measured of a side; undefined unless all did. */
function samplesOf(name: string, parts: readonly CaseSamples[]): SideSamples | undefined {
  const found = parts.map(({ sides }) => sides.find((side) => side.name === name));
  if (found.length === 0 || found.includes(undefined)) return undefined;
  const sides = found as readonly SideSamples[];
  const details = new Set(sides.flatMap(({ detail }) => detail ?? []));
  return {
    name,
    detail: details.size === 0 ? null : [...details].join("; "),
    nanoseconds: sides.flatMap(({ nanoseconds }) => nanoseconds),
  };
}
