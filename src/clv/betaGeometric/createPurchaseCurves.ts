import type { PurchaseColumns } from "../model/purchaseColumns.ts";
import type { ParameterValues } from "../model/purchaseModel.ts";
import type { FirstChance, Letters } from "./parameters.ts";
import { purchasesWhileAlive } from "./purchasesWhileAlive.ts";

/** Curves of expected purchases over exposure, one for each number of repeats. */
interface PurchaseCurves {
  /** Repeats below this may have a curve; others are computed one by one. */
  readonly repeatsBelow: number;
  /** Weighted purchases expected of a customer who is alive, at ln(alpha + age). */
  valueAt(repeats: number, lnExposed: number): number;
}

/** Length of a piece in ln(alpha + age). */
const PIECE = 0.4;

/**
 * Coefficients of a piece. In ln(alpha + age) the nearest singularities lie π/2 or more from the real axis, so
 * Chebyshev's coefficients fall by a factor of about 15.8 each.
 */
const TERMS = 14;

/** So many customers on one piece are computed exactly before it is fitted: that costs as much as this many. */
const PATIENCE = 20;

/** A piece that misses the exact figure by more between its nodes is not used. */
const TOLERANCE = 1e-13;

/** Most pieces that are kept track of. */
const PIECES_MAX = 1 << 20;

/** Not yet asked; up to PATIENCE how often it was; then the piece as NEVER or an offset from FITTED. */
const FITTED = PATIENCE + 2;
const NEVER = PATIENCE + 1;

/** Prepares curves for customers of these columns; see `expectationColumn`. */
export function createPurchaseCurves(
  values: ParameterValues,
  firstChance: FirstChance,
  horizons: ArrayLike<number>,
  horizonWeights: ArrayLike<number> | undefined,
  columns: PurchaseColumns,
): PurchaseCurves {
  const { 0: r, 1: alpha, 2: a, 3: b } = values as Letters;
  const { repeatsMax, ageMin, ageMax } = rangesOf(columns);
  const start = Math.log(alpha + ageMin);
  const pieceCount = Math.floor((Math.log(alpha + ageMax) - start) / PIECE) + 1;
  const repeatsBelow = Math.min(repeatsMax + 1, Math.floor(PIECES_MAX / pieceCount));
  const states = new Uint32Array(repeatsBelow * pieceCount);
  const fitted: Float64Array[] = [];
  const exactAt = (repeats: number, lnExposed: number): number => {
    const exposed = Math.exp(lnExposed);
    let total = 0;
    for (let index = 0; index < horizons.length; index += 1) {
      const reach = (horizons[index] as number) / exposed;
      const purchases = purchasesWhileAlive(r + repeats, a, b + repeats + firstChance, reach);
      total += (horizonWeights === undefined ? 1 : (horizonWeights[index] as number)) * purchases;
    }
    return total;
  };
  const valueAt = (repeats: number, lnExposed: number): number => {
    const piece = Math.floor((lnExposed - start) / PIECE);
    if (!(repeats < repeatsBelow)) return exactAt(repeats, lnExposed);
    const cell = repeats * pieceCount + piece;
    const state = states[cell] as number;
    const middle = start + (piece + 0.5) * PIECE;
    if (state >= FITTED) {
      return polynomialAt(fitted[state - FITTED] as Float64Array, (lnExposed - middle) / (PIECE / 2));
    }
    if (state < PATIENCE) {
      states[cell] = state + 1;
    } else if (state === PATIENCE) {
      const polynomial = fitPolynomial((at) => exactAt(repeats, middle + (at * PIECE) / 2));
      if (polynomial !== null) fitted.push(polynomial);
      states[cell] = polynomial === null ? NEVER : FITTED + fitted.length - 1;
    }
    return exactAt(repeats, lnExposed);
  };
  return { repeatsBelow, valueAt };
}

function rangesOf({ customerCount, repeats, age }: PurchaseColumns) {
  let repeatsMax = 0;
  let ageMin = Number.POSITIVE_INFINITY;
  let ageMax = 0;
  for (let row = 0; row < customerCount; row += 1) {
    const end = age[row] as number;
    if ((repeats[row] as number) > repeatsMax) repeatsMax = repeats[row] as number;
    if (end < ageMin) ageMin = end;
    if (end > ageMax) ageMax = end;
  }
  return { repeatsMax, ageMin: Math.min(ageMin, ageMax), ageMax };
}

/** Σ c_k x^k by Horner's rule, odd and even powers side by side: half the waiting. */
function polynomialAt(coefficients: Float64Array, x: number): number {
  const square = x * x;
  let even = 0;
  let odd = 0;
  for (let k = TERMS - 2; k >= 0; k -= 2) {
    even = even * square + (coefficients[k] as number);
    odd = odd * square + (coefficients[k + 1] as number);
  }
  return even + x * odd;
}

/**
 * The polynomial through the values at Chebyshev's nodes on [−1, 1], by powers of x; null when it misses the function
 * between them.
 */
function fitPolynomial(valueAt: (x: number) => number): Float64Array | null {
  const values = Float64Array.from({ length: TERMS }, (_, node) =>
    valueAt(Math.cos((Math.PI * (node + 0.5)) / TERMS)),
  );
  const powers = new Float64Array(TERMS);
  // T_{k−1} and T_k by powers of x: T_{k+1} = 2x T_k − T_{k−1}.
  let last = new Float64Array(TERMS + 1);
  let present = new Float64Array(TERMS + 1);
  present[0] = 1;
  for (let k = 0; k < TERMS; k += 1) {
    let sum = 0;
    for (let node = 0; node < TERMS; node += 1) {
      sum += (values[node] as number) * Math.cos((Math.PI * k * (node + 0.5)) / TERMS);
    }
    const coefficient = ((k === 0 ? 1 : 2) * sum) / TERMS;
    const next = new Float64Array(TERMS + 1);
    for (let power = 0; power < TERMS; power += 1) {
      powers[power] = (powers[power] as number) + coefficient * (present[power] as number);
      next[power + 1] = (k === 0 ? 1 : 2) * (present[power] as number);
    }
    for (let power = 0; power < TERMS; power += 1) {
      next[power] = (next[power] as number) - (last[power] as number);
    }
    last = present;
    present = next;
  }
  const isClose = [-0.97, 0.05, 0.9].every((x) => {
    const exact = valueAt(x);
    return Math.abs(polynomialAt(powers, x) - exact) <= TOLERANCE * Math.abs(exact);
  });
  return isClose ? powers : null;
}
