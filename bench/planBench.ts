import type { BenchCase, BenchRow } from "./measure/benchCase.ts";
import type { Probe } from "./probes/probe.ts";
import type { BenchArguments } from "./readArguments.ts";

/** One case at one size, and which of its rows are asked for. */
export interface PlannedContest {
  readonly benchCase: BenchCase;
  readonly size: number;
  readonly rows: readonly BenchRow[];
  /** How many processes measure it, one after all others, and how many rounds each takes. */
  readonly processes: number;
  readonly rounds: number;
  /** The least time between two looks at the clock. */
  readonly sampleMs: number;
  /** How long each side works in each process before anything counts. */
  readonly warmUpMs: number;
}

type Effort = Pick<PlannedContest, "processes" | "rounds" | "sampleMs" | "warmUpMs">;

/** What is measured, and how often. */
export interface BenchPlan {
  readonly contests: readonly PlannedContest[];
  readonly probes: readonly { readonly probe: Probe; readonly size: number }[];
}

/** Rounds are few and processes several, since an engine may settle for slow code for the life of a process. */
const WHOLE = { processes: 2, rounds: 4, sampleMs: 25, warmUpMs: 400 } as const;
/** Preparing takes longest here, and there is nothing that one process could learn of so many rows. */
const LARGE = { processes: 1, rounds: 7, sampleMs: 25, warmUpMs: 400 } as const;
const QUICK = { processes: 1, rounds: 3, sampleMs: 10, warmUpMs: 100 } as const;

const QUICK_SIZE_MAXIMUM = 100_000;
const LARGE_SIZE_MINIMUM = 10_000_000;

/** Every case and probe at every size that the arguments leave, in order. */
export function planBench(
  cases: readonly BenchCase[],
  probes: readonly Probe[],
  { quick, only = "" }: BenchArguments,
): BenchPlan {
  const isChosen = ({ name }: { readonly name: string }) => name.includes(only);
  const isSmall = (size: number) => !quick || size <= QUICK_SIZE_MAXIMUM;
  const contests = cases.flatMap((benchCase) => {
    const rows = isChosen(benchCase) ? benchCase.rows : benchCase.rows.filter(isChosen);
    return benchCase.sizes.filter(isSmall).flatMap((size) => {
      const fitting = rows.filter(({ sizeMaximum = size }) => size <= sizeMaximum);
      return fitting.length === 0 ? [] : [{ benchCase, size, rows: fitting, ...effortAt(size, quick) }];
    });
  });
  const planned = probes
    .filter(isChosen)
    .flatMap((probe) => (quick ? [probe.quickSize] : probe.sizes).map((size) => ({ probe, size })));
  return { contests, probes: planned };
}

function effortAt(size: number, quick: boolean): Effort {
  if (quick) return QUICK;
  return size >= LARGE_SIZE_MINIMUM ? LARGE : WHOLE;
}
