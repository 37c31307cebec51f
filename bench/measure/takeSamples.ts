import type { Contestant } from "./contest.ts";

/** How to measure. The clock and the garbage collector are arguments, so that a test can play them. */
export interface Measuring {
  readonly rounds: number;
  readonly warmUpRounds: number;
  /** Milliseconds from any point on. */
  readonly clockMs: () => number;
  readonly collectGarbage: () => void;
}

/**
 * Measures the sides in turns, `rounds` times each after the warm-up: the order turns round from one round to
 * the next, so that what slows the machine for a while slows all. Garbage is collected before each sample,
 * outside the clock. Gives for each side the milliseconds per run, round by round.
 */
export function takeSamples(
  sides: readonly Contestant<unknown>[],
  runsPerSample: number,
  measuring: Measuring,
): readonly (readonly number[])[] {
  const samples: number[][] = sides.map(() => []);
  const order = sides.map((_, side) => side);
  for (let round = -measuring.warmUpRounds; round < measuring.rounds; round += 1) {
    for (const side of order) {
      const elapsedMs = takeSample(sides[side]!, runsPerSample, measuring);
      if (round >= 0) samples[side]!.push(elapsedMs / runsPerSample);
    }
    order.reverse();
  }
  return samples;
}

function takeSample(side: Contestant<unknown>, runs: number, measuring: Measuring): number {
  measuring.collectGarbage();
  const startMs = measuring.clockMs();
  for (let run = 0; run < runs; run += 1) side.run();
  return measuring.clockMs() - startMs;
}
