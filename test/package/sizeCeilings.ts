/** How much a program may weigh that imports something of the package: minified, brotli, in bytes. */
export interface SizeCeiling {
  /** The program, all of it. */
  readonly program: string;
  /** Our code alone. */
  readonly own: number;
  /** With zod, decimal.js and date-fns, as far as they are used. */
  readonly whole: number;
  /** What the weight consists of, and what last moved the number. Ceilings move only with their cause. */
  readonly because: string;
}

/** Whole subpaths: what one pays who uses all of it. */
export const SUBPATH_CEILINGS: readonly SizeCeiling[] = [
  {
    program: `export * from "loyalty-ladder";`,
    own: 45_400,
    whole: 61_200,
    because: "All rooms at once; the dependencies are decimal.js (11 kB) and zod/mini (4 kB). 0.1.0",
  },
  {
    program: `export * from "loyalty-ladder/customers";`,
    own: 13_800,
    whole: 14_050,
    because:
      "Summaries in columns and, as the plain form beside them, histories; one function of date-fns. 0.1.0",
  },
  {
    program: `export * from "loyalty-ladder/scales";`,
    own: 31_000,
    whole: 31_000,
    because:
      "A third is the solver behind allowedPairs; the rest five scales with texts, two locales, criteria. 0.1.0",
  },
  {
    program: `export * from "loyalty-ladder/intake";`,
    own: 15_550,
    whole: 19_550,
    because: "The shapes of fifteen kinds of rows, time zones, scales from JSON; zod/mini adds 4 kB. 0.1.0",
  },
  {
    program: `export * from "loyalty-ladder/report";`,
    own: 18_200,
    whole: 29_900,
    because:
      "Summaries, the five built-in scales with their texts, classification; decimal.js adds 11 kB. 0.1.0",
  },
];

/** Single verbs: that a bundler drops the rest is what these guard. */
export const VERB_CEILINGS: readonly SizeCeiling[] = [
  {
    program: `export { isLoyaltyError } from "loyalty-ladder";`,
    own: 115,
    whole: 115,
    because: "One symbol and one comparison. 0.1.0",
  },
  {
    program: `export { parseDay } from "loyalty-ladder";`,
    own: 225,
    whole: 225,
    because: "One pattern and the calendar of Date. 0.1.0",
  },
  {
    program: `export { ladderOfLoyalty } from "loyalty-ladder";`,
    own: 7_250,
    whole: 7_250,
    because:
      "The definition with its texts in two languages, and the check of definitions with all sentences. 0.1.0",
  },
  {
    program: `export { classifyCustomer } from "loyalty-ladder";`,
    own: 7_600,
    whole: 7_600,
    because: "The check of definitions, the compiler of criteria and the evaluator of one row. 0.1.0",
  },
  {
    program: `export { readActivities } from "loyalty-ladder";`,
    own: 10_650,
    whole: 14_750,
    because: "The shapes of fifteen kinds of rows and zod/mini; no scale, no locale. 0.1.0",
  },
];
