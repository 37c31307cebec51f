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
    own: 104_000,
    whole: 120_000,
    because:
      "All rooms at once; the dependencies are decimal.js (11 kB) and zod/mini (4 kB). Lifetime value: six models.",
  },
  {
    program: `export * from "loyalty-ladder/customers";`,
    own: 39_600,
    whole: 39_900,
    because:
      "Summaries in columns, histories as the plain form beside them, and since speed: orders as columns (8 kB), the tracker (10 kB), the dictionary of bytes (3 kB).",
  },
  {
    program: `export * from "loyalty-ladder/scales";`,
    own: 40_600,
    whole: 40_600,
    because:
      "A quarter is the solver behind allowedPairs; the rest five scales with texts, two locales, criteria, and since speed three executors and the decision.",
  },
  {
    program: `export * from "loyalty-ladder/clv";`,
    own: 32_000,
    whole: 32_000,
    because:
      "Six models, fitting, comparison, intervals, input with the rules of summaries, values, simulators.",
  },
  {
    program: `export * from "loyalty-ladder/math";`,
    own: 2_800,
    whole: 2_800,
    because: "Eight special functions, without tables of constants.",
  },
  {
    program: `export * from "loyalty-ladder/intake";`,
    own: 22_300,
    whole: 26_300,
    because:
      "The shapes of fifteen kinds of rows, time zones, scales from JSON; zod/mini adds 4 kB. Speed: the hand check, the layouts of names, the dictionary.",
  },
  {
    program: `export * from "loyalty-ladder/report";`,
    own: 25_700,
    whole: 37_200,
    because:
      "Summaries, the five built-in scales with their texts, classification; decimal.js adds 11 kB. Speed: executors and the dictionary.",
  },
];

/** Single verbs: that a bundler drops the rest is what these guard. */
export const VERB_CEILINGS: readonly SizeCeiling[] = [
  {
    program: `export { isLoyaltyError } from "loyalty-ladder";`,
    own: 112,
    whole: 112,
    because: "One symbol and one comparison. 0.1.0",
  },
  {
    program: `export { parseDay } from "loyalty-ladder";`,
    own: 385,
    whole: 385,
    because: "One pattern, and day arithmetic without Date. Speed.",
  },
  {
    program: `export { ladderOfLoyalty } from "loyalty-ladder";`,
    own: 7_400,
    whole: 7_400,
    because:
      "The definition with its texts in two languages, and the check of definitions with all sentences. 0.1.0",
  },
  {
    program: `export { classifyCustomer } from "loyalty-ladder";`,
    own: 10_000,
    whole: 10_000,
    because:
      "The check of definitions, the compiler of criteria, the decision with a place for every fact (2 kB). Speed.",
  },
  {
    program: `export { classifyTable } from "loyalty-ladder";`,
    own: 12_000,
    whole: 12_000,
    because:
      "Beside the check of definitions and the compiler: words of bits (2.3 kB) and WebAssembly (3 kB). Speed.",
  },
  {
    program: `export { readActivities } from "loyalty-ladder";`,
    own: 16_200,
    whole: 20_200,
    because:
      "The shapes of fifteen kinds of rows and zod/mini; no scale, no locale. Speed: the hand check and the dictionary.",
  },
];
