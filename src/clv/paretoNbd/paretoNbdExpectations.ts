import { fail } from "../../base/loyaltyError.ts";
import type { PurchaseColumns } from "../model/purchaseColumns.ts";
import type { ParameterValues, WeightedHorizons } from "../model/purchaseModel.ts";
import { activeTime } from "./activeTime.ts";
import { dropoutFirst } from "./dropoutFirst.ts";
import type { Letters } from "./parameters.ts";
import { activeProbability } from "./quietProbability.ts";

/** Ages and numbers of repeats that are kept: all ages of eleven years in days, 8 MB at most. */
const AGES_MAX = 4096;
const REPEATS_MAX = 256;

/**
 * Conditional expectations of the Pareto/NBD for columns of customers, or weighted sums of them over several horizons,
 * which take no longer. What depends on an age, or on repeats and an age, is computed once for all customers who share
 * it: ages are whole days. The model has it as `conditionalExpectations`; the figures are those of its
 * `conditionalExpectation` to about 1e-13.
 *
 * @throws LoyaltyError `invalid_option` for another number of weights than horizons
 */
export function paretoNbdExpectations(
  values: ParameterValues,
  columns: PurchaseColumns,
  { horizons, horizonWeights }: WeightedHorizons,
): Float64Array {
  const { 0: r, 1: alpha, 2: s, 3: beta } = values as Letters;
  const { customerCount, repeats, lastAge, age } = columns;
  if (horizonWeights !== undefined && horizonWeights.length !== horizons.length) {
    fail("invalid_option", ["horizonWeights"], `${horizons.length} weights`, horizonWeights.length);
  }
  /** Purchases ahead of a customer who is active, over r+x. */
  const aheadAt = (end: number): number => {
    let ahead = 0;
    for (let index = 0; index < horizons.length; index += 1) {
      const weight = horizonWeights === undefined ? 1 : (horizonWeights[index] as number);
      ahead += weight * activeTime(s, beta + end, horizons[index] as number);
    }
    return ahead / (alpha + end);
  };
  const places = new Map<number, number>();
  let sharing = true;
  const lnAlphas = new Float64Array(AGES_MAX);
  const lnBetas = new Float64Array(AGES_MAX);
  const aheads = new Float64Array(AGES_MAX);
  const placeOf = (time: number): number => {
    const known = sharing ? places.get(time) : -1;
    if (known !== undefined) return known;
    const place = places.size;
    if (place === AGES_MAX) {
      sharing = false; // ages that hardly anybody shares: to look them up takes longer than it saves
      return -1;
    }
    places.set(time, place);
    lnAlphas[place] = Math.log(alpha + time);
    lnBetas[place] = Math.log(beta + time);
    aheads[place] = aheadAt(time);
    return place;
  };
  const dropouts: Float64Array[] = Array.from({ length: REPEATS_MAX }, () => new Float64Array(0));
  const expected = new Float64Array(customerCount);
  for (let row = 0; row < customerCount; row += 1) {
    const x = repeats[row] as number;
    const start = lastAge[row] as number;
    const end = age[row] as number;
    const p = r + x;
    const first = placeOf(start);
    const last = placeOf(end);
    if (first < 0 || last < 0 || x >= REPEATS_MAX) {
      expected[row] = activeProbability(p, alpha, s, beta, start, end) * p * aheadAt(end);
      continue;
    }
    let known = dropouts[x] as Float64Array;
    if (known.length === 0) known = dropouts[x] = new Float64Array(AGES_MAX);
    if (known[first] === 0) known[first] = dropoutFirst(p, s, (beta + start) / (alpha + start));
    if (known[last] === 0) known[last] = dropoutFirst(p, s, (beta + end) / (alpha + end));
    const grown = p * (lnAlphas[last]! - lnAlphas[first]!) + s * (lnBetas[last]! - lnBetas[first]!);
    const idle = Math.exp(-grown);
    const active = idle / (known[first]! + (1 - known[last]!) * idle);
    expected[row] = active * p * aheads[last]!;
  }
  return expected;
}
