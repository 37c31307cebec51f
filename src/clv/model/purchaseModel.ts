import type { PurchaseColumns } from "./purchaseColumns.ts";

/** Parameters in the order of {@link PurchaseModel.parameterNames}, all above 0. */
export type ParameterValues = ArrayLike<number>;

/** Horizons to look ahead and what a purchase expected within each is worth. */
export interface WeightedHorizons {
  readonly horizons: ArrayLike<number>;
  /** As many as horizons. @defaultValue 1 each */
  readonly horizonWeights?: ArrayLike<number>;
}

/** Expected discounted purchases in all the future, or the reason why there is no such number. */
export interface ResidualTransactions {
  readonly transactions: number | null;
  /** `diverges`: without a discount the sum has no end, as customers leave too slowly. */
  readonly reason: "diverges" | null;
}

/** The models of when customers buy again. */
export type PurchaseModelName = "bg-nbd" | "mbg-nbd" | "pareto-nbd" | "bg-bb";

/**
 * One model of repeat purchases as functions of its parameters. `repeats`, `lastAge` and `age` are one customer's, see
 * `PurchaseColumns`; `horizon` is how far ahead of `age`, in the same unit (for BG/BB a whole number of
 * opportunities). All are finite for finite input; probabilities lie from 0 to 1.
 */
export interface PurchaseModel {
  readonly name: PurchaseModelName;
  readonly parameterNames: readonly string[];
  /** Expected purchases of a new customer in their first `horizon`. */
  expectation(parameters: ParameterValues, horizon: number): number;
  /** Expected purchases in the next `horizon`, given the past. */
  conditionalExpectation(
    parameters: ParameterValues,
    repeats: number,
    lastAge: number,
    age: number,
    horizon: number,
  ): number;
  /** Σ_j weight_j · the conditional expectation for horizon_j, of every customer; weights of customers are not looked at. */
  conditionalExpectations(
    parameters: ParameterValues,
    columns: PurchaseColumns,
    horizons: WeightedHorizons,
  ): Float64Array;
  /** Probability that the customer still buys, `horizon` from now (0: now). */
  aliveProbability(
    parameters: ParameterValues,
    repeats: number,
    lastAge: number,
    age: number,
    horizon: number,
  ): number;
  /** Probability of exactly `count` purchases by a new customer in their first `horizon`. */
  countProbability(parameters: ParameterValues, count: number, horizon: number): number;
  /** Probability of no purchase in the next `horizon`, given the past. */
  noPurchaseProbability(
    parameters: ParameterValues,
    repeats: number,
    lastAge: number,
    age: number,
    horizon: number,
  ): number;
}
