/** What the command asks a process of its own to measure. */
export type CaseRequest =
  | {
      readonly kind: "case";
      readonly name: string;
      readonly size: number;
      readonly rounds: number;
      /** The least time between two looks at the clock. */
      readonly sampleMs: number;
      /** The names of the sides that take part. */
      readonly sides: readonly string[];
    }
  | { readonly kind: "probe"; readonly name: string; readonly size: number };

/** Rounds before those that count: the engine compiles the hot loops meanwhile. */
export const WARM_UP_ROUNDS = 2;
