import { expect, test } from "vitest";
import { fitBgNbd } from "../../../src/clv/bgNbd/fit.ts";
import { bgNbd } from "../../../src/clv/bgNbd/predict.ts";
import type { ComparedModel } from "../../../src/clv/compare/compareModels.ts";
import { compareModels } from "../../../src/clv/compare/compareModels.ts";
import { fitMbgNbd } from "../../../src/clv/mbgNbd/fit.ts";
import { mbgNbd } from "../../../src/clv/mbgNbd/predict.ts";
import { fitParetoNbd } from "../../../src/clv/paretoNbd/fit.ts";
import { paretoNbd } from "../../../src/clv/paretoNbd/predict.ts";
import type { SplitHistory } from "../../../src/clv/purchases/splitPurchases.ts";
import { splitPurchases } from "../../../src/clv/purchases/splitPurchases.ts";
import { activityTableOfOrders } from "../../../src/customers/activityTableOfOrders.ts";
import { parseDay } from "../../../src/units/day.ts";
import { expectClose } from "../betaGeometric/support/closeTo.ts";
import { describeShared } from "../betaGeometric/support/sharedFiles.ts";
import { rowsOf } from "../support/sharedFile.ts";

interface Golden {
  readonly loglik: number;
  readonly aic: number;
  readonly bic: number;
  readonly mae_holdout: number;
  readonly rmse_holdout: number;
  readonly pearson_holdout: number;
  readonly sum_ce_39: number;
  readonly sum_actual_holdout_39: number;
  readonly cohort_cum_repeat_week_39: number;
  readonly cohort_cum_repeat_week_78: number;
  readonly actual_cum_repeat_cal: number;
  readonly actual_cum_repeat_cal_plus_holdout: number;
  readonly expected_customers_by_x_in_cal?: readonly number[];
  readonly "ce39_mean_by_x_0..7plus": readonly { n: number; predicted: number; actual: number }[];
}

const FILES = [
  "data/cdnow_sample_transactions.csv",
  "data/cdnow_summary_paper.csv",
  "golden/cdnow_bg_nbd.json",
  "golden/cdnow_mbg_nbd.json",
  "golden/cdnow_pareto_nbd.json",
];

function expectGolden(compared: ComparedModel, golden: Golden): void {
  const { logLikelihood, aic, bic, holdoutError, plots } = compared;
  expectClose(logLikelihood!, golden.loglik, 1e-12);
  expectClose(aic!, golden.aic, 1e-12);
  expectClose(bic!, golden.bic, 1e-12);
  expectClose(holdoutError!.meanAbsoluteError, golden.mae_holdout, 1e-8);
  expectClose(holdoutError!.rootMeanSquaredError, golden.rmse_holdout, 1e-8);
  expectClose(holdoutError!.correlation!, golden.pearson_holdout, 1e-8);
  expectClose(holdoutError!.expectedTotal, golden.sum_ce_39, 1e-8);
  expect(holdoutError!.actualTotal).toBe(golden.sum_actual_holdout_39);
  const weeks = plots!.repeatsByWeek;
  expect(weeks.length).toBe(78);
  expectClose(weeks[38]!.expected, golden.cohort_cum_repeat_week_39, 1e-8);
  expectClose(weeks[77]!.expected, golden.cohort_cum_repeat_week_78, 1e-8);
  expect(weeks[38]!.actual).toBe(golden.actual_cum_repeat_cal);
  expect(weeks[77]!.actual).toBe(golden.actual_cum_repeat_cal_plus_holdout);
  expect(plots!.frequencies.map(({ actual }) => actual)).toEqual(
    golden["ce39_mean_by_x_0..7plus"].map(({ n }) => n),
  );
  for (const [repeats, reference] of (golden.expected_customers_by_x_in_cal ?? []).entries()) {
    expectClose(plots!.frequencies[repeats]!.expected, reference, 1e-8, `${repeats}`);
  }
  for (const [repeats, { n, predicted, actual }] of golden["ce39_mean_by_x_0..7plus"].entries()) {
    const found = plots!.conditionalByFrequency[repeats]!;
    expect(found.customerCount).toBe(n);
    expectClose(found.expected!, predicted, 1e-8, `${repeats}`);
    expectClose(found.actual!, actual, 1e-12, `${repeats}`);
  }
}

describeShared("models compared on CDNOW", FILES, ([transactions, paper, ...goldens]) => {
  const rows = rowsOf(transactions!);
  const activities = activityTableOfOrders(
    {
      customers: rows.map((row) => row.customer_id!),
      days: Int32Array.from(rows, (row) => parseDay(row.date!)!),
      amountsMinor: Float64Array.from(rows, (row) => Math.round(Number(row.amount) * 100)),
    },
    { currency: "USD" },
  );
  const history = splitPurchases(activities, { calibrationEnd: "1997-09-30", holdoutEnd: "1998-06-30" });

  test("from transactions, as it is by default", () => {
    const compared = compareModels(history, { activities });
    expect(compared.map(({ name }) => name)).toEqual(["bg-nbd", "mbg-nbd", "pareto-nbd"]);
    for (const [index, one] of compared.entries()) expectGolden(one, JSON.parse(goldens[index]!).exact);
    const actual = compared[0]!.plots!.repeatsByWeek.map((week) => week.actual!);
    expect(actual.every((sum, week) => week === 0 || sum >= actual[week - 1]!)).toBe(true);
  });

  test("as published, ages rounded, with fits of the caller", () => {
    const holdoutOf = new Map(
      history.calibration.ids.map((id, row) => [id, history.holdout.purchases[row]!]),
    );
    const summary = rowsOf(paper!);
    const column = (name: string) => Float64Array.from(summary, (row) => Number(row[name]));
    const ids = summary.map((row) => row.customer_id!);
    const calibration = {
      ...history.calibration,
      ids,
      repeats: column("x"),
      lastAge: column("t_x"),
      age: column("T"),
    };
    const rounded: SplitHistory = {
      calibration,
      holdout: { ...history.holdout, purchases: Float64Array.from(ids, (id) => holdoutOf.get(id)!) },
    };
    const compared = compareModels(rounded, {
      candidates: [
        { model: bgNbd, fitted: fitBgNbd(calibration) },
        { model: mbgNbd, fitted: fitMbgNbd(calibration) },
        { model: paretoNbd, fitted: fitParetoNbd(calibration) },
      ],
    });
    for (const [index, one] of compared.entries()) expectGolden(one, JSON.parse(goldens[index]!).paper);
  });
});
