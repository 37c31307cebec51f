import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import { fail } from "../../base/loyaltyError.ts";
import type { ActivityTable } from "../../customers/activityTable.ts";
import type { EpochDay } from "../../units/day.ts";
import type { FittedModel } from "../model/fittedModel.ts";
import type { PurchaseModelName } from "../model/purchaseModel.ts";
import { checkedColumns } from "../patterns/checkedColumns.ts";
import type { SplitHistory } from "../purchases/splitPurchases.ts";
import { actualByWeek } from "./actualByWeek.ts";
import { type AgeGroup, ageGroupsOf } from "./ageGroups.ts";
import { candidateValues, fittedCandidates, type ModelCandidate } from "./candidates.ts";
import { type ConditionalClass, conditionalClassesOf } from "./conditionalClasses.ts";
import { expectedByWeek } from "./expectedByWeek.ts";
import { type FrequencyClass, frequencyClassesOf } from "./frequencyClasses.ts";
import { type HoldoutError, holdoutErrorOf } from "./holdoutError.ts";
import { type Weeks, weeksOf } from "./weeks.ts";

/** What {@link compareModels} can be told. */
export interface CompareOptions {
  /** Models with their fits to the calibration. @defaultValue BG/NBD, MBG/NBD and Pareto/NBD, fitted here */
  readonly candidates?: readonly ModelCandidate[];
  /** From how many repeat purchases on customers are one class, 1 to 5,000. @defaultValue `7` */
  readonly lastClass?: number;
  /** The activities that were split: with them the actual purchases of every week are known, not only of the parts. */
  readonly activities?: ActivityTable;
  /** As it was in `splitPurchases`; read with `activities` only. @defaultValue `true` */
  readonly countFreeOrders?: boolean;
}

/** Repeat purchases of the cohort from its first day to the end of a week. */
export interface RepeatsToWeek {
  /** The last day of the week, in epoch days. */
  readonly endDay: EpochDay;
  readonly part: "calibration" | "holdout";
  readonly expected: number;
  /** Null where it is not known: without `activities`, but at the end of either part. */
  readonly actual: number | null;
}

/** What a model expects against what happened, to be plotted. */
export interface CalibrationPlots {
  /** Cumulative, a point per week; weeks are counted from the end of the calibration both ways. */
  readonly repeatsByWeek: readonly RepeatsToWeek[];
  /** How many customers bought how often in the calibration. */
  readonly frequencies: readonly FrequencyClass[];
  /** Purchases in the hold-out by repeats in the calibration. */
  readonly conditionalByFrequency: readonly ConditionalClass[];
}

/** One model on trial. */
export interface ComparedModel {
  readonly name: PurchaseModelName;
  readonly fitted: FittedModel<object>;
  readonly logLikelihood: number | null;
  readonly aic: number | null;
  readonly bic: number | null;
  /** Null when `reason` says why there is no forecast. */
  readonly holdoutError: HoldoutError | null;
  /** Null when `reason` says why there is no forecast. */
  readonly plots: CalibrationPlots | null;
  /** Null, or the reason of a fit that did not converge, or `no_customers`. */
  readonly reason: string | null;
}

const OPTIONS = ["candidates", "lastClass", "activities", "countFreeOrders"];

const LARGEST_CLASS = 5000;

/**
 * Tries models on a history that was cut in two: each is fitted to the calibration, and its forecast of the hold-out is
 * held against what customers did, with the data of the three plots of Fader, Hardie & Lee 2005 ("Counting your
 * customers" the easy way): cumulative repeat purchases by week, customers by number of purchases, and the
 * conditional expectation by purchases in the calibration. The best likelihood is not always the best forecast.
 *
 * @param history From `splitPurchases`, without weights.
 * @returns The models in the order of the candidates. A model whose fit did not converge forecasts nothing, and says why.
 *
 * @throws LoyaltyError `invalid_column` for columns that are no histories, have weights, or a hold-out that is not
 * theirs; `invalid_option` for unknown options, a fit of another model, BG/BB (it counts opportunities), a class that is
 * not whole, activities whose purchases are not those of the history
 *
 * @example
 * const orders = simulatePurchases({
 *   model: "mbg-nbd",
 *   parameters: { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 },
 *   customerCount: 300,
 *   acquisitionDays: 84,
 *   acquisitionEnd: "2024-03-24",
 *   observationEnd: "2025-06-30",
 *   seed: 1,
 * });
 * const activities = createActivityTable(orders, { currency: "USD" });
 * const history = splitPurchases(activities, { calibrationEnd: "2024-09-30", holdoutEnd: "2025-06-30" });
 * const models = compareModels(history, { activities });
 * models.map(({ name }) => name); // => ["bg-nbd", "mbg-nbd", "pareto-nbd"]
 * models[1].plots.frequencies.length; // => 8
 */
export function compareModels(history: SplitHistory, options: CompareOptions = {}): ComparedModel[] {
  assertKnownOptions(options, OPTIONS);
  const { lastClass = 7, activities, countFreeOrders = true } = options;
  if (!(Number.isSafeInteger(lastClass) && lastClass >= 1 && lastClass <= LARGEST_CLASS)) {
    fail("invalid_option", ["lastClass"], `a whole number from 1 to ${LARGEST_CLASS}`, lastClass);
  }
  assertHistory(history);
  const { calibration } = history;
  const candidates = options.candidates ?? fittedCandidates(calibration);
  const weeks = weeksOf(history);
  const actual = activities
    ? actualByWeek(activities, countFreeOrders, history, weeks)
    : actualByPart(history, weeks);
  const trial: Trial = { history, lastClass, weeks, actual, groups: ageGroupsOf(calibration.age) };
  return candidates.map((candidate, index) => comparedModel(candidate, index, trial));
}

interface Trial {
  readonly history: SplitHistory;
  readonly lastClass: number;
  readonly weeks: Weeks;
  /** Cumulative repeat purchases by week. */
  readonly actual: readonly (number | null)[];
  readonly groups: readonly AgeGroup[];
}

function comparedModel(candidate: ModelCandidate, index: number, trial: Trial): ComparedModel {
  const { model, fitted } = candidate;
  const parameters = candidateValues(candidate, index);
  const { status, reason: fitReason, logLikelihood, aic, bic } = fitted.fit;
  const { calibration, holdout } = trial.history;
  const measures = { name: model.name, fitted, logLikelihood, aic, bic };
  const reason =
    status === "converged"
      ? calibration.customerCount === 0
        ? "no_customers"
        : null
      : (fitReason ?? status);
  if (reason !== null) return { ...measures, holdoutError: null, plots: null, reason };
  const { lastClass, weeks, groups } = trial;
  const { repeats, daysPerUnit } = calibration;
  const expected = model.conditionalExpectations(parameters, calibration, { horizons: [holdout.length] });
  const byWeek = expectedByWeek(model, parameters, groups, weeks, daysPerUnit);
  return {
    ...measures,
    holdoutError: holdoutErrorOf(expected, holdout.purchases),
    plots: {
      repeatsByWeek: byWeek.map((sum, week) => ({
        endDay: weeks.endDays[week] as number,
        part: week < weeks.calibrationWeeks ? "calibration" : "holdout",
        expected: sum,
        actual: trial.actual[week] as number | null,
      })),
      frequencies: frequencyClassesOf(model, parameters, groups, repeats, lastClass),
      conditionalByFrequency: conditionalClassesOf(repeats, expected, holdout.purchases, lastClass),
    },
    reason,
  };
}

/** What a split history itself tells of the actual purchases by week: their sums at the ends of its parts. */
function actualByPart({ calibration, holdout }: SplitHistory, weeks: Weeks): (number | null)[] {
  const repeats = calibration.repeats.reduce((sum, count) => sum + count, 0);
  const total = holdout.purchases.reduce((sum, count) => sum + count, repeats);
  const lastWeek = weeks.endDays.length - 1;
  return weeks.endDays.map((_, week) =>
    week === weeks.calibrationWeeks - 1 ? repeats : week === lastWeek ? total : null,
  );
}

function assertHistory({ calibration, holdout }: SplitHistory): void {
  checkedColumns(calibration);
  if (calibration.weights !== undefined) {
    fail("invalid_column", ["calibration", "weights"], "a customer per entry", calibration.weights);
  }
  const { length, purchases } = holdout;
  if (!(length > 0 && length < Number.POSITIVE_INFINITY)) {
    fail("invalid_column", ["holdout", "length"], "finite and above 0", length);
  }
  const { customerCount } = calibration;
  if (purchases.length !== customerCount) {
    fail("invalid_column", ["holdout", "purchases"], `a column of ${customerCount}`, purchases.length);
  }
  const wrong = purchases.findIndex((count) => !(Number.isSafeInteger(count) && count >= 0));
  if (wrong >= 0) {
    fail("invalid_column", ["holdout", "purchases", wrong], "a whole number from 0", purchases[wrong]);
  }
}
