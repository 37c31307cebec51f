import type { BenchCase } from "./measure/benchCase.ts";
import type { BenchArguments } from "./readArguments.ts";

/** What is measured, and how often. */
export interface BenchPlan {
  /** How many processes measure each contest, one after all others. */
  readonly processes: number;
  /** How many rounds each of them takes. */
  readonly rounds: number;
  readonly contests: readonly { readonly benchCase: BenchCase; readonly size: number }[];
}

const WHOLE = { processes: 3, rounds: 4 } as const;
const QUICK = { processes: 2, rounds: 3 } as const;
const QUICK_SIZE_MAXIMUM = 100_000;

/** Every case at every size that the arguments leave, in order. */
export function planBench(cases: readonly BenchCase[], { quick, only = "" }: BenchArguments): BenchPlan {
  const contests = cases
    .filter(({ name }) => name.includes(only))
    .flatMap((benchCase) => benchCase.sizes.map((size) => ({ benchCase, size })))
    .filter(({ size }) => !quick || size <= QUICK_SIZE_MAXIMUM);
  return { ...(quick ? QUICK : WHOLE), contests };
}
