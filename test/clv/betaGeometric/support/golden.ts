import { describe, expect, test } from "vitest";
import type { BetaGeometricParameters } from "../../../../src/clv/betaGeometric/parameters.ts";
import type { FittedModel } from "../../../../src/clv/model/fittedModel.ts";
import type { PurchaseColumns } from "../../../../src/clv/model/purchaseColumns.ts";
import type {
  ParameterValues,
  PurchaseModel,
  WeightedHorizons,
} from "../../../../src/clv/model/purchaseModel.ts";
import { expectClose } from "./closeTo.ts";
import { columnsOf } from "./columnsOf.ts";

/** A model as its four files offer it. */
export interface ModelFiles {
  readonly model: PurchaseModel;
  fitModel(columns: PurchaseColumns): FittedModel<BetaGeometricParameters>;
  logLikelihood(values: ParameterValues, repeats: number, lastAge: number, age: number): number;
  expectations(values: ParameterValues, columns: PurchaseColumns, horizons: WeightedHorizons): Float64Array;
}

interface GoldenFit {
  readonly params: Record<string, number>;
  readonly loglik: number;
  readonly aic: number;
  readonly bic: number;
  readonly se: Record<string, number>;
  readonly cov: readonly (readonly number[])[];
  readonly n: number;
  readonly n_patterns: number;
  readonly sum_p_alive: number;
  readonly sum_ce_39: number;
  readonly cohort_cum_repeat_week_39: number;
  readonly expected_customers_by_x_in_cal?: readonly number[];
  readonly expected_repeat_unconditional: Record<string, number>;
  readonly "ce39_mean_by_x_0..7plus": readonly { readonly n: number; readonly predicted: number }[];
  readonly histories: readonly (Record<string, number> & { readonly name: string })[];
}

/** The golden figures of one data set against our fit and our formulas at the golden parameters. */
export function describeGoldenFit(title: string, files: ModelFiles, golden: GoldenFit, csv: string): void {
  const { model } = files;
  const values = Object.values(golden.params);
  const columns = columnsOf(
    csv
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => {
        const [, repeats, lastAge, age] = line.split(",").map(Number) as [number, number, number, number];
        return { repeats, lastAge, age };
      }),
  );
  const sumOf = (of: (repeats: number, lastAge: number, age: number) => number) =>
    columns.rows.reduce((sum, { repeats, lastAge, age }) => sum + of(repeats, lastAge, age), 0);

  describe(title, () => {
    test("fit: parameters, likelihood, standard errors, covariance", () => {
      const { parameters, fit } = files.fitModel(columns);
      expect(fit).toMatchObject({
        status: "converged",
        reason: null,
        customerCount: golden.n,
        patternCount: golden.n_patterns,
        starts: 1,
      });
      for (const [name, reference] of Object.entries(golden.params)) {
        expectClose(parameters[name as "r"], reference, 1e-8, name);
        expectClose(fit.standardErrors![name as "r"], golden.se[name]!, 1e-6, name);
      }
      expectClose(fit.logLikelihood!, golden.loglik, 1e-12);
      expectClose(fit.aic!, golden.aic, 1e-12);
      expectClose(fit.bic!, golden.bic, 1e-12);
      for (const [row, entries] of golden.cov.entries()) {
        for (const [column, entry] of entries.entries()) {
          expectClose(fit.covariance![row]![column]!, entry, 1e-5, `${row} ${column}`);
        }
      }
    });

    test("log-likelihood at the golden parameters", () => {
      expectClose(
        sumOf((...past) => files.logLikelihood(values, ...past)),
        golden.loglik,
        1e-12,
      );
    });

    test("per customer: chance to be alive and expectations at seven horizons", () => {
      expect(golden.histories.length).toBeGreaterThan(5);
      for (const history of golden.histories) {
        const past = [history.x!, history.t_x!, history.T!] as const;
        expectClose(model.aliveProbability(values, ...past, 0), history.p_alive!, 1e-11, history.name);
        const horizons = Object.keys(history).filter((key) => key.startsWith("ce_"));
        expect(horizons.length).toBe(7);
        for (const key of horizons) {
          const horizon = Number(key.slice(3));
          const expected = model.conditionalExpectation(values, ...past, horizon);
          expectClose(expected, history[key]!, 1e-11, `${history.name} ${key}`);
        }
      }
    });

    test("sums over customers, in the calibration and in the hold-out", () => {
      expectClose(
        sumOf((...past) => model.aliveProbability(values, ...past, 0)),
        golden.sum_p_alive,
        1e-11,
      );
      const expected = files.expectations(values, columns, { horizons: [39] });
      expectClose(
        expected.reduce((sum, value) => sum + value, 0),
        golden.sum_ce_39,
        1e-11,
      );
      expectClose(
        sumOf((...past) => model.conditionalExpectation(values, ...past, 39)),
        golden.sum_ce_39,
        1e-11,
      );
      for (const [repeats, { n, predicted }] of golden["ce39_mean_by_x_0..7plus"].entries()) {
        const group = columns.rows.flatMap((row, index) =>
          row.repeats === repeats || (repeats === 7 && row.repeats > 7) ? [expected[index]!] : [],
        );
        expect(group.length).toBe(n);
        expectClose(group.reduce((sum, value) => sum + value, 0) / n, predicted, 1e-11, `${repeats}`);
      }
    });

    test("new customers: expectations, and how many buy how often", () => {
      for (const [horizon, reference] of Object.entries(golden.expected_repeat_unconditional)) {
        expectClose(model.expectation(values, Number(horizon)), reference, 1e-11, horizon);
      }
      expectClose(
        sumOf((_, __, age) => model.expectation(values, age)),
        golden.cohort_cum_repeat_week_39,
        1e-11,
      );
      for (const [count, reference] of (golden.expected_customers_by_x_in_cal ?? []).entries()) {
        expectClose(
          sumOf((_, __, age) => model.countProbability(values, count, age)),
          reference,
          1e-11,
          `${count}`,
        );
      }
    });
  });
}

interface StressCase {
  readonly model: string;
  readonly name: string;
  readonly params: readonly number[];
  readonly x: number;
  readonly t_x: number;
  readonly T: number;
  readonly t: number;
  readonly loglik?: number;
  readonly p_alive?: number;
  readonly ce: number;
  readonly E_unconditional: number;
}

/** All hard cases of a model. */
export function describeStressCases({ model, logLikelihood }: ModelFiles, json: string): void {
  const name = model.name.replace("-", "_");
  const cases = (JSON.parse(json) as StressCase[]).filter((one) => one.model === name);
  test.each(cases)("$name at $x, $t_x, $T within $t", (one) => {
    const past = [one.x, one.t_x, one.T] as const;
    const figures = [
      [logLikelihood(one.params, ...past), one.loglik],
      [model.aliveProbability(one.params, ...past, 0), one.p_alive],
      [model.conditionalExpectation(one.params, ...past, one.t), one.ce],
      [model.expectation(one.params, one.t), one.E_unconditional],
    ] as const;
    for (const [figure, reference] of figures) {
      if (reference !== undefined) expectClose(figure, reference, reference === 0 ? 1e-300 : 1e-11);
    }
  });
}
