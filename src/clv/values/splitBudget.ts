import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import { fail } from "../../base/loyaltyError.ts";

/** What spending on one group of people does: your own costs and rates. */
export interface SpendingResponse {
  /** How many prospects there are to be won, or customers to be kept. */
  readonly people: number;
  /** What is spent on each of them today, above 0. */
  readonly spendPerPerson: number;
  /** The share that is won or kept with that: above `rateWithout`, below `ceiling`. */
  readonly rate: number;
  /** The share that no spending could exceed, at most 1. */
  readonly ceiling: number;
  /** The share that comes or stays without any spending. @defaultValue `0` */
  readonly rateWithout?: number;
  /** What each that is won or kept is worth: the lifetime value from then on, above 0. */
  readonly value: number;
}

/** What {@link splitBudget} is told. */
export interface BudgetInputs {
  readonly acquisition: SpendingResponse;
  readonly retention: SpendingResponse;
  /** All there is to spend. @defaultValue no limit */
  readonly budget?: number;
}

/** What to spend on one group, and what comes of it. */
export interface BudgetPart {
  readonly spend: number;
  readonly spendPerPerson: number;
  /** The share that is won or kept. */
  readonly rate: number;
  /** How many that is. */
  readonly people: number;
}

/** The split. */
export interface BudgetSplit {
  readonly acquisition: BudgetPart;
  readonly retention: BudgetPart;
  /** What is better not spent: the last unit of money would bring back less than itself. */
  readonly unspent: number;
  /** What the next unit of money would bring, in both groups alike where both get any; 1 where there is no limit. */
  readonly marginalReturn: number;
}

/**
 * How to split a budget between winning new customers and keeping those one has, so that it brings most: the customer
 * equity test of Blattberg and Deighton (1996). Each response is their curve, rate(s) = ceiling − (ceiling −
 * rateWithout)·e^(−ks) of the spend s per person, with k from today's spend and rate; at the best split a further unit
 * of money brings as much on either side, and at least itself.
 *
 * @throws LoyaltyError `invalid_option`
 *
 * @example
 * const { acquisition, retention, unspent } = splitBudget({
 *   budget: 10_000,
 *   acquisition: { people: 1000, spendPerPerson: 5, rate: 0.04, ceiling: 0.1, value: 300 },
 *   retention: { people: 400, spendPerPerson: 10, rate: 0.7, rateWithout: 0.5, ceiling: 0.8, value: 250 },
 * });
 * Math.round(acquisition.spend); // => 4664
 * Math.round(retention.spend); // => 5336
 * unspent; // => 0
 */
export function splitBudget(inputs: BudgetInputs): BudgetSplit {
  assertKnownOptions(inputs, ["acquisition", "retention", "budget"]);
  const { budget = Number.POSITIVE_INFINITY } = inputs;
  if (!(budget >= 0)) fail("invalid_option", ["budget"], "an amount from 0", budget);
  const curves = [
    curveOf(inputs.acquisition, "acquisition"),
    curveOf(inputs.retention, "retention"),
  ] as const;
  const spendAt = (lnReturn: number) =>
    curves.reduce((sum, curve) => sum + curve.people * curve.spendAt(lnReturn), 0);
  let low = 0; // ln 1: what does not pay for itself is not spent
  if (spendAt(low) > budget) {
    let high = Math.max(...curves.map((curve) => curve.lnFirstReturn));
    for (let round = 0; round < 100; round += 1) {
      const middle = (low + high) / 2;
      if (spendAt(middle) > budget) low = middle;
      else high = middle;
    }
    low = high;
  }
  const [acquisition, retention] = [curves[0].partAt(low), curves[1].partAt(low)];
  const left = budget - acquisition.spend - retention.spend;
  return {
    acquisition,
    retention,
    unspent: low > 0 || left === Number.POSITIVE_INFINITY ? 0 : left,
    marginalReturn: Math.exp(low),
  };
}

interface ResponseCurve {
  readonly people: number;
  /** Logarithm of what the first unit of money brings. */
  readonly lnFirstReturn: number;
  /** The spend per person at which the next unit brings e^lnReturn. */
  spendAt(lnReturn: number): number;
  partAt(lnReturn: number): BudgetPart;
}

function curveOf(response: SpendingResponse, name: string): ResponseCurve {
  assertKnownOptions(
    response,
    ["people", "spendPerPerson", "rate", "ceiling", "rateWithout", "value"],
    [name],
  );
  const { people, spendPerPerson, rate, ceiling, rateWithout = 0, value } = response;
  for (const [field, number] of Object.entries({ people, spendPerPerson, value })) {
    if (!(number > 0 && Number.isFinite(number))) {
      fail("invalid_option", [name, field], "a finite number above 0", number);
    }
  }
  if (!(rateWithout >= 0 && rateWithout < rate && rate < ceiling && ceiling <= 1)) {
    fail("invalid_option", [name, "rate"], "0 ≤ rateWithout < rate < ceiling ≤ 1", rate);
  }
  const room = ceiling - rateWithout;
  const steepness = -Math.log((ceiling - rate) / room) / spendPerPerson;
  const lnFirstReturn = Math.log(value * room * steepness);
  const spendAt = (lnReturn: number) => Math.max(0, (lnFirstReturn - lnReturn) / steepness);
  return {
    people,
    lnFirstReturn,
    spendAt,
    partAt(lnReturn) {
      const spent = spendAt(lnReturn);
      const reached = ceiling - room * Math.exp(-steepness * spent);
      return { spend: people * spent, spendPerPerson: spent, rate: reached, people: people * reached };
    },
  };
}
