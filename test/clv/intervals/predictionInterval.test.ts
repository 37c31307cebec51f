import { describe, expect, test } from "vitest";
import { fitBgNbd } from "../../../src/clv/bgNbd/fit.ts";
import { bgNbd } from "../../../src/clv/bgNbd/predict.ts";
import { type IntervalScale, predictionInterval } from "../../../src/clv/intervals/predictionInterval.ts";
import { fitMbgNbd } from "../../../src/clv/mbgNbd/fit.ts";
import { mbgNbd } from "../../../src/clv/mbgNbd/predict.ts";
import type { FittedModel } from "../../../src/clv/model/fittedModel.ts";
import type { ParameterValues } from "../../../src/clv/model/purchaseModel.ts";
import { simulatePurchaseColumns } from "../../../src/clv/simulate/simulatePurchaseColumns.ts";
import { horizonValues } from "../../../src/clv/values/horizonValues.ts";

type Two = { readonly speed: number; readonly shape: number };

const TWO = { name: "two", parameterNames: ["speed", "shape"] };

/** Variances 0.04 and 0.09, correlation −1/2. */
const COVARIANCE = [
  [0.04, -0.03],
  [-0.03, 0.09],
];

const Z95 = 1.959963984540054;

function fitted(isConverged = true): FittedModel<Two> {
  return {
    format: "loyalty-ladder/clv-model@1",
    model: "two",
    parameters: { shape: 3, speed: 2 },
    fit: {
      status: isConverged ? "converged" : "degenerate_data",
      reason: isConverged ? null : "no_maximum",
      logLikelihood: -1,
      aic: 6,
      bic: 6,
      customerCount: 1,
      patternCount: 1,
      iterations: 1,
      starts: 1,
      standardErrors: isConverged ? { speed: 0.2, shape: 0.3 } : null,
      covariance: isConverged ? COVARIANCE : null,
    },
  };
}

const at = (values: ParameterValues, index: number) => values[index] as number;

/** Of 5·speed + 7·shape = 31: variance 25·0.04 + 49·0.09 − 2·35·0.03. */
const linear = (values: ParameterValues) => 5 * at(values, 0) + 7 * at(values, 1);
const LINEAR_ERROR = Math.sqrt(1 + 4.41 - 2.1);

describe("the delta method", () => {
  test("gives a linear function its closed form on each scale", () => {
    const plain = predictionInterval(TWO, fitted(), linear, { scale: "plain" });
    expect(plain.value).toBe(31);
    expect(plain.reason).toBeNull();
    expect(plain.standardError).toBeCloseTo(LINEAR_ERROR, 7);
    expect(plain.low).toBeCloseTo(31 - Z95 * LINEAR_ERROR, 6);
    expect(plain.high).toBeCloseTo(31 + Z95 * LINEAR_ERROR, 6);
    const log = predictionInterval(TWO, fitted(), linear);
    expect(log.standardError).toBe(plain.standardError);
    expect(log.low).toBeCloseTo(31 * Math.exp((-Z95 * LINEAR_ERROR) / 31), 6);
    expect(log.high).toBeCloseTo(31 * Math.exp((Z95 * LINEAR_ERROR) / 31), 6);
    const logit = predictionInterval(TWO, fitted(), (values) => linear(values) / 124, { scale: "logit" });
    const lnOdds = Math.log(0.25 / 0.75) + (Z95 * LINEAR_ERROR) / 124 / (0.25 * 0.75);
    expect(logit.value).toBe(0.25);
    expect(logit.high).toBeCloseTo(1 / (1 + Math.exp(-lnOdds)), 8);
    expect(logit.low).toBeCloseTo(1 / (1 + Math.exp(lnOdds - 2 * Math.log(1 / 3))), 8);
  });

  test("gives a power its closed form: the logarithm is linear in logarithms", () => {
    const power = predictionInterval(TWO, fitted(), (values) => at(values, 0) ** 2 / at(values, 1));
    const lnError = Math.sqrt((4 * 0.04) / 4 + 0.09 / 9 + (2 * 2 * 0.03) / 6);
    expect(power.high).toBeCloseTo((4 / 3) * Math.exp(Z95 * lnError), 7);
    expect(power.standardError).toBeCloseTo((4 / 3) * lnError, 7);
  });

  test("takes the level", () => {
    const narrow = predictionInterval(TWO, fitted(), linear, { scale: "plain", level: 0.6826894921370859 });
    expect((narrow.high as number) - 31).toBeCloseTo(LINEAR_ERROR, 7);
  });

  test("does not let the function change the parameters", () => {
    const spoiling = (values: ParameterValues) => {
      const value = linear(values);
      (values as Float64Array).fill(1);
      return value;
    };
    expect(predictionInterval(TWO, fitted(), spoiling)).toEqual(predictionInterval(TWO, fitted(), linear));
  });
});

describe("where there is no interval", () => {
  const none = (reason: string, value: number | null) => ({
    value,
    low: null,
    high: null,
    standardError: null,
    reason,
  });

  test("says that the fit did not converge", () => {
    expect(predictionInterval(TWO, fitted(false), linear)).toEqual(none("fit_not_converged", null));
    const three = { customerCount: 3, repeats: [0, 0, 0], lastAge: [0, 0, 0], age: [39, 30, 20] };
    const found = predictionInterval(mbgNbd, fitMbgNbd(three), (values) => mbgNbd.expectation(values, 39));
    expect(found.reason).toBe("fit_not_converged");
  });

  test.each<[IntervalScale, number]>([
    ["log", 0],
    ["log", -31],
    ["logit", 0],
    ["logit", 1],
    ["logit", 31],
  ])("says that the scale %s does not hold %d", (scale, value) => {
    const moving = (values: ParameterValues) => value + linear(values) - 31;
    expect(predictionInterval(TWO, fitted(), moving, { scale })).toEqual(none("outside_scale", value));
  });

  test("says that a number is beyond all numbers: the value, its error, an end", () => {
    const infinite = predictionInterval(TWO, fitted(), () => Number.POSITIVE_INFINITY);
    expect(infinite).toEqual(none("not_finite", null));
    const edge = (values: ParameterValues) => (at(values, 0) === 2 ? 1 : Number.NaN);
    expect(predictionInterval(TWO, fitted(), edge)).toEqual(none("not_finite", 1));
    const steep = (values: ParameterValues) => Math.exp(10_000 * (at(values, 0) - 2));
    expect(predictionInterval(TWO, fitted(), steep)).toEqual(none("not_finite", 1));
  });

  test("throws for options and fits that are none", () => {
    const refused: [() => unknown, (string | number)[]][] = [
      [() => predictionInterval(TWO, fitted(), linear, { level: 1 }), ["level"]],
      [() => predictionInterval(TWO, fitted(), linear, { level: Number.NaN }), ["level"]],
      [() => predictionInterval(TWO, fitted(), linear, { scale: "ln" as "log" }), ["scale"]],
      [() => predictionInterval(TWO, fitted(), linear, { sure: 1 } as object), ["sure"]],
      [() => predictionInterval(bgNbd, fitted(), linear), ["fitted", "model"]],
    ];
    for (const [call, path] of refused) {
      expect(call).toThrow(expect.objectContaining({ code: "invalid_option", path }));
    }
  });
});

test("what no parameter moves is one point, at the edge of its scale too", () => {
  for (const scale of ["log", "logit", "plain"] as const) {
    for (const value of [0, 0.5, 1]) {
      const sure = predictionInterval(TWO, fitted(), () => value, { scale });
      expect(sure).toEqual({ value, low: value, high: value, standardError: 0, reason: null });
    }
  }
});

const TRUTH = { r: 0.8, alpha: 5, a: 0.7, b: 1.8 };

test("P(alive) of BG/NBD without repeats is sure, with repeats it is not", () => {
  const age = new Float64Array(500).fill(40);
  const fit = fitBgNbd(simulatePurchaseColumns({ model: "bg-nbd", parameters: TRUTH, age, seed: 3 }));
  const [none, some] = [0, 2].map((repeats) =>
    predictionInterval(bgNbd, fit, (values) => bgNbd.aliveProbability(values, repeats, 15 * repeats, 40, 0), {
      scale: "logit",
    }),
  );
  expect(none).toEqual({ value: 1, low: 1, high: 1, standardError: 0, reason: null });
  expect(some?.low).toBeGreaterThan(0);
  expect(some?.low).toBeLessThan(some?.value as number);
  expect(some?.high).toBeLessThan(1);
});

test("90 % intervals hold the truth in about 90 of 100 simulated shops", () => {
  const SHOPS = 120;
  const age = Float64Array.from({ length: 400 }, (_, row) => 40 - (row % 4));
  const some = { customerCount: 3, repeats: [0, 2, 6], lastAge: [0, 30, 38], age: [40, 40, 40] };
  const options = {
    timeUnit: "week",
    horizon: { count: 12, unit: "month" },
    discount: { rate: 0.01, per: "month", compounding: "periodic" },
  } as const;
  const sum = (column: Float64Array) => column.reduce((total, one) => total + one, 0);
  const quantities: [(values: ParameterValues) => number, IntervalScale][] = [
    [(values) => mbgNbd.expectation(values, 52), "log"],
    [(values) => mbgNbd.aliveProbability(values, 2, 20, 40, 0), "logit"],
    [(values) => sum(horizonValues(mbgNbd, values, some, [25, 35, 30], options)), "log"],
  ];
  const hits = quantities.map(() => 0);
  for (let seed = 1; seed <= SHOPS; seed += 1) {
    const fit = fitMbgNbd(simulatePurchaseColumns({ model: "mbg-nbd", parameters: TRUTH, age, seed }));
    for (const [index, [evaluate, scale]] of quantities.entries()) {
      const truth = evaluate(Object.values(TRUTH));
      const found = predictionInterval(mbgNbd, fit, evaluate, { level: 0.9, scale });
      if (found.reason === null && found.low <= truth && truth <= found.high) {
        hits[index] = (hits[index] as number) + 1;
      }
    }
  }
  // Three standard deviations of a binomial either way: 0.9 ± 0.082.
  for (const count of hits) {
    expect(count / SHOPS).toBeGreaterThan(0.818);
    expect(count / SHOPS).toBeLessThan(0.982);
  }
});
