import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import { fail } from "../../base/loyaltyError.ts";
import { createRandom } from "../../math/createRandom.ts";
import type { FittedModel } from "../model/fittedModel.ts";
import type { PurchaseColumns } from "../model/purchaseColumns.ts";
import type { ParameterValues, PurchaseModel } from "../model/purchaseModel.ts";
import { doublesOf } from "../patterns/checkedColumns.ts";
import { checkedCount } from "../simulate/checkedCount.ts";
import {
  type PurchaseColumnSimulation,
  simulatePurchaseColumns,
} from "../simulate/simulatePurchaseColumns.ts";
import { fittedValues, type NamedNumbers } from "./fittedValues.ts";
import { assertLevel, noInterval, type PredictionInterval } from "./interval.ts";
import { percentileInterval } from "./percentileInterval.ts";

/** How {@link bootstrapIntervals} are made. */
export interface BootstrapOptions<Parameters> {
  /** What fitted the model, with the same options: `fitBgNbd` for instance. */
  readonly refit: (columns: PurchaseColumns) => FittedModel<Parameters>;
  /** A safe integer. */
  readonly seed: number;
  /** How many shops are simulated and fitted: at least 2 / (1 − level) − 1, and 2. @defaultValue `200` */
  readonly refits?: number;
  /** How sure: between 0 and 1. @defaultValue `0.95` */
  readonly level?: number;
}

/** Intervals, and how many refits stand behind them. */
export interface BootstrapIntervals<Name extends string> {
  readonly intervals: { readonly [Quantity in Name]: PredictionInterval };
  /** How many shops were simulated and fitted: 0 where the fit itself had not converged. */
  readonly refitCount: number;
  /** How many of them the intervals are made of. */
  readonly usedCount: number;
  /** How many were left out, by reason: that of the fit, or `not_finite` where a quantity was not. */
  readonly failures: Readonly<Record<string, number>>;
}

/**
 * Confidence intervals of any quantities that follow from the parameters of a fitted model, by the parametric bootstrap
 * (Efron & Tibshirani 1993, "An Introduction to the Bootstrap", chapters 6.5 and 13): simulates shops from the fitted
 * parameters, with as many customers of the same ages, refits each, and takes the percentiles of each quantity. The
 * standard error is the standard deviation of the refits. Simulated ages are not rounded to days.
 *
 * The same seed gives the same intervals. Refits that failed are left out of the percentiles and counted; where half of
 * them or more did, there are no intervals. Takes as long as so many fits.
 *
 * @param columns The customers that were fitted; only their ages are looked at.
 * @param quantities By name, each of values in the order of `model.parameterNames`.
 * @throws LoyaltyError `invalid_option` for options, a fit of another model, and parameters that cannot be simulated;
 * `invalid_column` for columns with weights, of another number of customers than were fitted, or with ages that are none
 *
 * @example
 * const parameters = { r: 0.8, alpha: 5, a: 0.7, b: 1.8 };
 * const age = new Float64Array(200).fill(40);
 * const columns = simulatePurchaseColumns({ model: "mbg-nbd", parameters, age, seed: 1 });
 * const fitted = fitMbgNbd(columns);
 * const quantities = { firstYear: (values) => mbgNbd.expectation(values, 52) };
 * const options = { refit: fitMbgNbd, seed: 2, refits: 9, level: 0.8 };
 * const { intervals, refitCount, usedCount } = bootstrapIntervals(mbgNbd, fitted, columns, quantities, options);
 * refitCount; // => 9
 * usedCount; // => 9
 * intervals.firstYear.low < intervals.firstYear.high; // => true
 */
export function bootstrapIntervals<Parameters extends NamedNumbers<Parameters>, Name extends string>(
  model: PurchaseModel,
  fitted: FittedModel<Parameters>,
  columns: PurchaseColumns,
  quantities: { readonly [Quantity in Name]: (values: ParameterValues) => number },
  options: BootstrapOptions<Parameters>,
): BootstrapIntervals<Name> {
  assertKnownOptions(options, ["refit", "seed", "refits", "level"]);
  const { refit, seed, refits = 200, level = 0.95 } = options;
  assertLevel(level);
  checkedCount(refits, "refits", Math.max(2, Math.ceil(2 / (1 - level) - 1 - 1e-9)));
  const seeds = createRandom(seed);
  const values = fittedValues(model, fitted);
  const age = checkedAges(columns, fitted.fit.customerCount);
  const names = Object.keys(quantities) as Name[];
  const intervalsOf = (intervalOf: (name: Name) => PredictionInterval) =>
    Object.fromEntries(
      names.map((name) => [name, intervalOf(name)]),
    ) as BootstrapIntervals<Name>["intervals"];
  if (fitted.fit.status !== "converged") {
    const intervals = intervalsOf(() => noInterval(null, "fit_not_converged"));
    return { intervals, refitCount: 0, usedCount: 0, failures: {} };
  }
  const failures: Record<string, number> = {};
  const found: Record<Name, number>[] = [];
  for (let count = 0; count < refits; count += 1) {
    const simulated = { model: model.name, parameters: fitted.parameters, age, seed: seeds.next() * 2 ** 53 };
    const again = refit(simulatePurchaseColumns(simulated as unknown as PurchaseColumnSimulation));
    const drawn = again.fit.reason ?? drawnFrom(fittedValues(model, again), quantities);
    if (typeof drawn === "object") found.push(drawn);
    else failures[drawn] = (failures[drawn] ?? 0) + 1;
  }
  const intervals = intervalsOf((name) => {
    const sample = Float64Array.from(found, (each) => each[name]);
    return percentileInterval(quantities[name](values.slice()), sample, refits, level);
  });
  return { intervals, refitCount: refits, usedCount: found.length, failures };
}

/** All quantities at the parameters of a refit. */
function drawnFrom<Name extends string>(
  values: Float64Array,
  quantities: { readonly [Quantity in Name]: (values: ParameterValues) => number },
): Record<Name, number> | "not_finite" {
  const drawn = {} as Record<Name, number>;
  for (const name of Object.keys(quantities) as Name[]) {
    drawn[name] = quantities[name](values.slice());
    if (!Number.isFinite(drawn[name])) return "not_finite";
  }
  return drawn;
}

function checkedAges({ age, customerCount, weights }: PurchaseColumns, fittedCount: number): Float64Array {
  if (weights !== undefined) fail("invalid_column", ["weights"], "none: one entry per customer", weights);
  if (customerCount !== fittedCount) {
    fail("invalid_column", ["customerCount"], `the ${fittedCount} that were fitted`, customerCount);
  }
  return doublesOf("age", age, customerCount);
}
