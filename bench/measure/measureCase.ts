import type { BenchCase } from "./benchCase.ts";
import type { Contest, MissingSide, Wanted } from "./contest.ts";
import type { Side } from "./side.ts";
import { type Measuring, takeSamples } from "./takeSamples.ts";

/** What one process measured of one side. */
export interface SideSamples {
  readonly name: string;
  readonly detail: string | null;
  /** Nanoseconds per unit, round by round. */
  readonly nanoseconds: readonly number[];
}

/** What one process measured of all sides. */
export interface CaseSamples {
  readonly sides: readonly SideSamples[];
  readonly missing: readonly MissingSide[];
}

/** Runs one case at one size. Throws when the sides give different answers, before or after the clock ran. */
export async function measureCase(
  benchCase: BenchCase,
  size: number,
  wanted: Wanted,
  measuring: Measuring,
): Promise<CaseSamples> {
  const contest = await benchCase.prepare(size, wanted);
  try {
    await assertEqual(contest, `${benchCase.name}, ${size}`);
    const samples = await takeSamples(contest.sides, measuring);
    await assertEqual(contest, `${benchCase.name}, ${size}`);
    const sides = contest.sides.map((side, index) => sideSamples(side, samples[index]!));
    return { sides, missing: contest.missing };
  } finally {
    await contest.close();
  }
}

/** Each side runs once if it has not yet, and is held against the first. */
async function assertEqual(contest: Contest, where: string): Promise<void> {
  const [ours, ...others] = contest.sides;
  const ourOutcome = await ours?.outcome();
  for (const other of others) {
    const found = contest.difference(ourOutcome, await other.outcome());
    if (found !== undefined) throw new Error(`${where}: ${ours!.name} and ${other.name} differ: ${found}`);
  }
  const wrong = contest.check?.();
  if (wrong !== undefined) throw new Error(`${where}: ${wrong}`);
}

function sideSamples({ name, detail, unitsPerRun }: Side, runMs: readonly number[]): SideSamples {
  const nanoseconds = runMs.map((milliseconds) => (milliseconds * 1e6) / unitsPerRun);
  return { name, detail: detail ?? null, nanoseconds };
}
