/** One way to do a job, ours or a peer's. */
export interface Side<Outcome = unknown> {
  readonly name: string;
  /** How it was built, where that is known only at run time: a compiler, the form of a source. */
  readonly detail?: string;
  /** How many rows, orders or operations one run handles. */
  readonly unitsPerRun: number;
  /** Comes before each sample, outside the clock. */
  before?(): Promise<void>;
  /** Does the whole job `runs` times; gives the milliseconds that it took. */
  time(runs: number, clockMs: () => number): number | Promise<number>;
  /** What the last run gave, in the form that all sides of a contest share. */
  outcome(): Outcome | Promise<Outcome>;
}

/** What every side has, however it is timed. */
interface SideWork<Given, Outcome> {
  readonly name: string;
  readonly detail?: string;
  readonly unitsPerRun: number;
  /** Does the job once; what it gives is kept, so no work can be left out as unused. */
  readonly work: () => Given;
  /** Brings what `work` gave into the common form, outside the clock. */
  readonly outcomeOf: (given: Awaited<Given>) => Outcome | Promise<Outcome>;
  readonly before?: () => Promise<void>;
}

/** A side that works in this thread. */
export function createSide<Given, Outcome>(side: SideWork<Given, Outcome>): Side<Outcome> {
  const { work, outcomeOf, ...rest } = side;
  let last: { readonly given: Given } | undefined;
  return {
    ...rest,
    time(runs, clockMs) {
      const startMs = clockMs();
      for (let run = 0; run < runs; run += 1) last = { given: work() };
      return clockMs() - startMs;
    },
    outcome: () => outcomeOf((last?.given ?? work()) as Awaited<Given>),
  };
}

/** A side whose work ends later: another thread does it. */
export function createLaterSide<Given, Outcome>(side: SideWork<Promise<Given>, Outcome>): Side<Outcome> {
  const { work, outcomeOf, ...rest } = side;
  let last: { readonly given: Given } | undefined;
  return {
    ...rest,
    async time(runs, clockMs) {
      const startMs = clockMs();
      for (let run = 0; run < runs; run += 1) last = { given: await work() };
      return clockMs() - startMs;
    },
    outcome: async () => outcomeOf((last?.given ?? (await work())) as Awaited<Given>),
  };
}
