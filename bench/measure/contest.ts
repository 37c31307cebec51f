/** One way to do a job, and what it gave the last time. */
export interface Contestant<Outcome> {
  /** Does the job once, for all rows; the outcome is kept, so no work can be left out as unused. */
  run(): void;
  /** The outcome of the last run. */
  outcome(): Outcome;
}

/** Two ways to do one job over the same input. */
export interface Contest {
  /** How many rows, activities or operations one run handles. */
  readonly unitsPerRun: number;
  readonly ours: Contestant<unknown>;
  readonly peer: Contestant<unknown>;
  /** Where the last outcomes differ, as a sentence; undefined where they say the same. */
  difference(): string | undefined;
}

/** Sets up a contest. The outcomes may have different forms; `difference` knows both. */
export function createContest<Ours, Peers>(sides: {
  readonly unitsPerRun: number;
  readonly ours: () => Ours;
  readonly peer: () => Peers;
  readonly difference: (ours: Ours, peers: Peers) => string | undefined;
}): Contest {
  const ours = createContestant(sides.ours);
  const peer = createContestant(sides.peer);
  return {
    unitsPerRun: sides.unitsPerRun,
    ours,
    peer,
    difference: () => sides.difference(ours.outcome(), peer.outcome()),
  };
}

function createContestant<Outcome>(work: () => Outcome): Contestant<Outcome> {
  let last: Outcome | undefined;
  return {
    run: () => {
      last = work();
    },
    outcome: () => last ?? work(),
  };
}
