import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import { fail } from "../../base/loyaltyError.ts";
import type { PurchaseColumns } from "../model/purchaseColumns.ts";
import { createStreams } from "./createStreams.ts";
import { lifeOf, type SimulatedModel } from "./lifeOf.ts";

/** What {@link simulatePurchaseColumns} is told. */
export type PurchaseColumnSimulation = SimulatedModel & {
  /**
   * How long each customer is observed after the first purchase, in the time unit of the parameters; for BG/BB how many
   * opportunities they have, a whole number.
   */
  readonly age: ArrayLike<number>;
  /** A safe integer. */
  readonly seed: number;
};

/** Simulated customers, and what nobody knows of real ones. */
export interface SimulatedPurchases extends PurchaseColumns {
  readonly repeats: Float64Array;
  readonly lastAge: Float64Array;
  readonly age: Float64Array;
  /** 1 for customers who are still there at `age`, 0 for those who left or died. */
  readonly alive: Uint8Array;
}

/**
 * Simulates customers of a model, as columns: one per entry of `age`, with exact ages that no day rounds, so that a fit
 * recovers the parameters. Made for tests and for the parametric bootstrap, with the ages of the customers that were
 * fitted. The customer of BG/NBD (Fader, Hardie & Lee 2005, section 2), MBG/NBD (Batislam, Denizel & Filiztekin 2007) and
 * Pareto/NBD (Schmittlein, Morrison & Colombo 1987) draws a rate, then gaps between purchases and when to leave; that of
 * BG/BB (Fader, Hardie & Shang 2010, section 2) draws chances to buy and to die.
 *
 * The same seed gives the same customers on every host, but for the last digit of `Math.log` there. Each customer has
 * numbers of their own: more customers do not change the earlier ones, and a higher age goes on with the same life, so
 * that the same call with T + t tells what customers did in the t after T.
 *
 * @throws LoyaltyError `invalid_option` for an unknown model or option, parameters that are not finite and above 0, a
 * purchase rate of more than 10^8 in the highest age, a seed that is no safe integer; `invalid_column` for an age that is
 * not finite or below 0, for BG/BB not whole or above a million
 *
 * @example
 * const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
 * const age = new Float64Array(1000).fill(39);
 * const { repeats } = simulatePurchaseColumns({ model: "bg-nbd", parameters, age, seed: 7 });
 * const expected = 1000 * bgNbd.expectation(bgNbdValues(parameters), 39);
 * const simulated = repeats.reduce((sum, count) => sum + count);
 * Math.abs(simulated / expected - 1) < 0.2; // => true
 */
export function simulatePurchaseColumns(options: PurchaseColumnSimulation): SimulatedPurchases {
  assertKnownOptions(options, ["model", "parameters", "age", "seed"]);
  const { seed } = options;
  const age = checkedAges(options.age, options.model === "bg-bb");
  const live = lifeOf(
    options,
    age.reduce((longest, one) => Math.max(longest, one), 0),
  );
  const nextStream = createStreams(seed, "life");
  const customerCount = age.length;
  const repeats = new Float64Array(customerCount);
  const lastAge = new Float64Array(customerCount);
  const alive = new Uint8Array(customerCount);
  let count = 0;
  let latest = 0;
  const buy = (at: number) => {
    count += 1;
    latest = at;
  };
  for (let row = 0; row < customerCount; row += 1) {
    count = 0;
    latest = 0;
    alive[row] = live(nextStream(), age[row] as number, buy) ? 1 : 0;
    repeats[row] = count;
    lastAge[row] = latest;
  }
  return { customerCount, repeats, lastAge, age, alive };
}

/** More would not be opportunities any more. */
const OPPORTUNITIES_MAX = 1_000_000;

function checkedAges(ages: ArrayLike<number>, areOpportunities: boolean): Float64Array {
  if (typeof ages?.length !== "number") fail("invalid_column", ["age"], "a column of ages", ages);
  const age = Float64Array.from(ages);
  for (const [row, one] of age.entries()) {
    const isSound = areOpportunities
      ? Number.isInteger(one) && one <= OPPORTUNITIES_MAX
      : one < Number.POSITIVE_INFINITY;
    if (isSound && one >= 0) continue;
    const expected = areOpportunities
      ? `a whole number from 0 to ${OPPORTUNITIES_MAX}`
      : "a finite number from 0";
    fail("invalid_column", ["age", row], expected, ages[row]);
  }
  return age;
}
