/** What the command asks a process of its own to measure. */
export type CaseRequest =
  | {
      readonly kind: "case";
      readonly name: string;
      readonly size: number;
      readonly rounds: number;
      /** The least time between two looks at the clock. */
      readonly sampleMs: number;
      readonly warmUpMs: number;
      /** The names of the sides that take part. */
      readonly sides: readonly string[];
    }
  | { readonly kind: "probe"; readonly name: string; readonly size: number };
