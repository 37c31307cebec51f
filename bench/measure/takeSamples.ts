import type { Side } from "./side.ts";

/** How to measure. The clock and the garbage collector are arguments, so that a test can play them. */
export interface Measuring {
  readonly rounds: number;
  /** At least this long each side works before the first round, at least once: the engine compiles it meanwhile. */
  readonly warmUpMs: number;
  /** At least this long is worked between two looks at the clock, where one run takes less. */
  readonly sampleMs: number;
  /** Milliseconds from any point on. */
  readonly clockMs: () => number;
  readonly collectGarbage: () => void;
}

/** Nobody runs more often than this in a sample. */
const RUNS_MAXIMUM = 100_000;

/**
 * Measures the sides in turns, `rounds` times each after the warm-up and a round that does not count: the order
 * turns round from one round to the next, so that what slows the machine for a while slows all. Garbage is
 * collected before each sample, outside the clock, lest one side pay for what another left behind; a side that
 * stands alone runs as it would anywhere. Gives for each side the milliseconds per run, round by round.
 */
export async function takeSamples(
  sides: readonly Side[],
  given: Measuring,
): Promise<readonly (readonly number[])[]> {
  const measuring = sides.length > 1 ? given : { ...given, collectGarbage: () => undefined };
  const runs: number[] = [];
  for (const side of sides) runs.push(await warmUp(side, measuring));
  const samples: number[][] = sides.map(() => []);
  const order = sides.map((_, index) => index);
  for (let round = -1; round < measuring.rounds; round += 1) {
    for (const index of order) {
      const elapsedMs = await takeSample(sides[index]!, runs[index]!, measuring);
      if (round >= 0) samples[index]!.push(elapsedMs / runs[index]!);
    }
    order.reverse();
  }
  return samples;
}

/**
 * Works until the side is warm, twice as often while that takes less than a quarter of a sample; gives how many runs
 * fill a sample.
 */
async function warmUp(side: Side, measuring: Measuring): Promise<number> {
  const { sampleMs, warmUpMs } = measuring;
  let runs = 1;
  let allMs = 0;
  for (;;) {
    const elapsedMs = await takeSample(side, runs, measuring);
    allMs += elapsedMs;
    const isShort = elapsedMs < sampleMs / 4 && runs < RUNS_MAXIMUM;
    if (isShort) runs *= 2;
    else if (allMs >= warmUpMs || elapsedMs === 0) {
      return Math.min(RUNS_MAXIMUM, Math.max(1, Math.ceil((runs * sampleMs) / elapsedMs)));
    }
  }
}

async function takeSample(side: Side, runs: number, measuring: Measuring): Promise<number> {
  await side.before?.();
  measuring.collectGarbage();
  return side.time(runs, measuring.clockMs);
}
