import type { BenchCase } from "./benchCase.ts";
import { type Measuring, takeSamples } from "./takeSamples.ts";

/** What one process measured: nanoseconds per unit, round by round. */
export interface CaseSamples {
  readonly ours: readonly number[];
  readonly peer: readonly number[] | null;
}

/** Runs one case at one size. Throws when the sides give different answers, before or after the clock ran. */
export function measureCase(benchCase: BenchCase, size: number, measuring: Measuring): CaseSamples {
  const { name, peerName, unitsPerSample } = benchCase;
  const { unitsPerRun, ours, peer, difference } = benchCase.prepare(size);
  const assertEqual = () => {
    const found = difference();
    if (found !== undefined) throw new Error(`${name}, ${size}: ${found}`);
  };
  ours.run();
  peer.run();
  assertEqual();
  const sides = peerName === null ? [ours] : [ours, peer];
  const runsPerSample = Math.max(1, Math.ceil(unitsPerSample / unitsPerRun));
  const samples = takeSamples(sides, runsPerSample, measuring);
  assertEqual();
  const [oursNs, peerNs] = samples.map((side) => side.map((runMs) => (runMs * 1e6) / unitsPerRun));
  return { ours: oursNs!, peer: peerNs ?? null };
}
