import type { Side } from "./side.ts";

/** How to measure. The clock and the garbage collector are arguments, so that a test can play them. */
export interface Measuring {
  readonly rounds: number;
  readonly warmUpRounds: number;
  /** At least this long is worked between two looks at the clock, where one run takes less. */
  readonly sampleMs: number;
  /** Milliseconds from any point on. */
  readonly clockMs: () => number;
  readonly collectGarbage: () => void;
}

/** Nobody runs more often than this in a sample. */
const RUNS_MAXIMUM = 100_000;

/**
 * Measures the sides in turns, `rounds` times each after the warm-up: the order turns round from one round to
 * the next, so that what slows the machine for a while slows all. Garbage is collected before each sample,
 * outside the clock. Gives for each side the milliseconds per run, round by round.
 */
export async function takeSamples(
  sides: readonly Side[],
  measuring: Measuring,
): Promise<readonly (readonly number[])[]> {
  const runs: number[] = [];
  for (const side of sides) runs.push(await runsPerSample(side, measuring));
  const samples: number[][] = sides.map(() => []);
  const order = sides.map((_, index) => index);
  for (let round = -measuring.warmUpRounds; round < measuring.rounds; round += 1) {
    for (const index of order) {
      const elapsedMs = await takeSample(sides[index]!, runs[index]!, measuring);
      if (round >= 0) samples[index]!.push(elapsedMs / runs[index]!);
    }
    order.reverse();
  }
  return samples;
}

/** Twice as many runs until they take a quarter of a sample, then as many as fill one. */
async function runsPerSample(side: Side, measuring: Measuring): Promise<number> {
  const { sampleMs } = measuring;
  let runs = 1;
  let elapsedMs = await takeSample(side, runs, measuring);
  while (elapsedMs < sampleMs / 4 && runs < RUNS_MAXIMUM) {
    runs *= 2;
    elapsedMs = await takeSample(side, runs, measuring);
  }
  return Math.min(RUNS_MAXIMUM, Math.max(1, Math.ceil((runs * sampleMs) / elapsedMs)));
}

async function takeSample(side: Side, runs: number, measuring: Measuring): Promise<number> {
  await side.before?.();
  measuring.collectGarbage();
  return side.time(runs, measuring.clockMs);
}
