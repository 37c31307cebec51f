import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { fitGammaGamma } from "../../../src/clv/gammaGamma/fit.ts";
import type { SpendColumns } from "../../../src/clv/gammaGamma/groupSpend.ts";
import { gammaGammaLogLikelihood } from "../../../src/clv/gammaGamma/logLikelihood.ts";
import type { GammaGammaParameters } from "../../../src/clv/gammaGamma/parameters.ts";
import { createRandom } from "../../../src/math/createRandom.ts";
import { gammaVariate } from "../../../src/math/gammaVariate.ts";

/** A fine grid of spends, weighted by how often the model says they are seen: its maximum is the truth. */
function perfectBuyers(values: GammaGammaParameters, counts: readonly number[], size: number): SpendColumns {
  const rows: [repeats: number, spend: number, weight: number][] = [];
  const step = 0.05;
  for (const repeats of counts) {
    for (let lnSpend = Math.log(values.v) - 70; lnSpend < Math.log(values.v) + 70; lnSpend += step) {
      const spend = Math.exp(lnSpend);
      const weight = size * step * Math.exp(lnSpend + gammaGammaLogLikelihood(values, repeats, spend));
      if (weight > size * 1e-18) rows.push([repeats, spend, weight]);
    }
  }
  return {
    customerCount: rows.length,
    repeats: rows.map(([repeats]) => repeats),
    meanSpend: rows.map(([, spend]) => spend),
    weights: rows.map(([, , weight]) => weight),
  };
}

/** Buyers of p = 4, q = 3, v = 20, drawn once. */
function drawnBuyers(count: number): SpendColumns {
  const random = createRandom(7);
  const repeats = Array.from({ length: count }, (_, row) => 1 + (row % 5));
  const meanSpend = repeats.map((purchases) => {
    const rate = gammaVariate(random, 3, 20);
    return gammaVariate(random, 4 * purchases, rate * purchases);
  });
  return { customerCount: count, repeats, meanSpend };
}

const SOME = drawnBuyers(200);

describe("recovery", () => {
  test.each([
    { p: 6.25, q: 3.74, v: 15.44 },
    { p: 1, q: 2, v: 1_000_000 },
    { p: 0.5, q: 1, v: 0.01 },
    { p: 30, q: 8, v: 3 },
  ])("buyers who follow $p, $q, $v to the letter give them back", (values) => {
    for (const size of [10, 1e9]) {
      const { model, parameters, fit } = fitGammaGamma(perfectBuyers(values, [1, 2, 5, 12], size));
      expect(model).toBe("gamma-gamma");
      expect(fit).toMatchObject({ status: "converged", reason: null });
      expect(fit.customerCount / (4 * size)).toBeCloseTo(1, 9);
      expect(parameters.p / values.p).toBeCloseTo(1, 5);
      expect(parameters.q / values.q).toBeCloseTo(1, 5);
      expect(parameters.v / values.v).toBeCloseTo(1, 5);
    }
  });
});

describe("laws", () => {
  const shuffled = fc
    .shuffledSubarray([...Array(SOME.customerCount).keys()], { minLength: SOME.customerCount })
    .map((order) => ({
      customerCount: order.length,
      repeats: order.map((row) => SOME.repeats[row]!),
      meanSpend: order.map((row) => SOME.meanSpend[row]!),
    }));

  test.prop([shuffled])("the order of the customers makes no difference", (columns) => {
    expect(fitGammaGamma(columns)).toEqual(fitGammaGamma(SOME));
  });

  const unit = fc.double({ min: -6, max: 8, noNaN: true }).map((exponent) => 10 ** exponent);

  test.prop([fc.oneof(fc.constantFrom(100, 25_000, 0.01), unit)])(
    "cents, dollars and dong give the same answer",
    (factor) => {
      const base = fitGammaGamma(SOME);
      const meanSpend = Array.from(SOME.meanSpend, (spend) => spend * factor);
      const { parameters, fit } = fitGammaGamma({ ...SOME, meanSpend });
      expect(fit.status).toBe(base.fit.status);
      expect(parameters.p / base.parameters.p).toBeCloseTo(1, 5);
      expect(parameters.q / base.parameters.q).toBeCloseTo(1, 5);
      expect(parameters.v / factor / base.parameters.v).toBeCloseTo(1, 5);
      expect(fit.standardErrors!.v / factor / base.fit.standardErrors!.v).toBeCloseTo(1, 4);
      expect(fit.logLikelihood! + 200 * Math.log(factor)).toBeCloseTo(base.fit.logLikelihood!, 8);
      expect(fit.bic! - fit.aic!).toBeCloseTo(3 * Math.log(200) - 6, 8);
    },
  );

  test("customers who tell nothing change nothing", () => {
    const more = {
      customerCount: 203,
      repeats: [...Array.from(SOME.repeats), 0, 3, 2],
      meanSpend: [...Array.from(SOME.meanSpend), 0, 0, -7],
    };
    expect(fitGammaGamma(more)).toEqual(fitGammaGamma(SOME));
  });

  test("twice the customers, as rows or as weights", () => {
    const once = fitGammaGamma(SOME);
    const weights = new Float64Array(200).fill(2);
    const rows = (values: ArrayLike<number>) => [...Array.from(values), ...Array.from(values)];
    const asRows = { customerCount: 400, repeats: rows(SOME.repeats), meanSpend: rows(SOME.meanSpend) };
    const twice = fitGammaGamma({ ...SOME, weights });
    expect(twice).toEqual(fitGammaGamma(asRows));
    expect(twice.parameters.q).toBeCloseTo(once.parameters.q, 6);
    expect(twice.fit.logLikelihood).toBeCloseTo(2 * once.fit.logLikelihood!, 8);
    expect(twice.fit).toMatchObject({ customerCount: 400, patternCount: 200 });
  });
});

describe("data that cannot tell the parameters", () => {
  const buyers = (repeats: number[], meanSpend: number[], weights?: number[]): SpendColumns => ({
    customerCount: repeats.length,
    repeats,
    meanSpend,
    ...(weights === undefined ? {} : { weights }),
  });

  test.each([
    ["nobody", buyers([], []), "no_observations"],
    ["no repeat buyers", buyers([0, 0, 0], [0, 0, 0]), "no_observations"],
    ["free gifts only", buyers([1, 2], [0, 0]), "no_observations"],
    ["one customer", buyers([3], [25]), "spend_alike"],
    ["all spend alike", buyers([1, 2, 3, 9], [25, 25, 25, 25]), "spend_alike"],
    ["a billion spend alike", buyers([1, 2], [1e6, 1e6], [1e9, 1e9]), "spend_alike"],
  ])("%s", (_name, columns, reason) => {
    const { fit, parameters } = fitGammaGamma(columns);
    expect(fit).toMatchObject({ status: "degenerate_data", reason, standardErrors: null, covariance: null });
    for (const value of Object.values(parameters))
      expect(value > 0 && value < Number.POSITIVE_INFINITY).toBe(true);
  });

  test.each([
    [
      "frequent buyers differ as much as rare ones",
      [1, 1, 1, 40, 40, 40],
      [5, 20, 80, 5, 20, 80],
      "purchases_alike",
    ],
    ["customers differ as purchases do", [1, 1, 1, 40, 40, 40], [5, 20, 80, 34, 35, 36], "customers_alike"],
  ])("%s", (_name, repeats, meanSpend, reason) => {
    for (const weight of [1, 1e9]) {
      for (const unit of [1, 25_000]) {
        const spends = meanSpend.map((spend) => spend * unit);
        const { fit } = fitGammaGamma(
          buyers(
            repeats,
            spends,
            repeats.map(() => weight),
          ),
        );
        expect(fit).toMatchObject({ status: "degenerate_data", reason, standardErrors: null });
      }
    }
  });

  test("a spend that no double can sum up", () => {
    const { fit } = fitGammaGamma(buyers([5, 3], [1e308, 1]));
    expect(fit).toMatchObject({
      status: "degenerate_data",
      reason: "likelihood_not_finite",
      logLikelihood: null,
    });
  });

  test("are told by priors", () => {
    const one = { lnMean: 1, lnSd: 1 };
    const { fit } = fitGammaGamma(buyers([3], [25]), {
      priors: { p: one, q: one, v: { lnMean: 3, lnSd: 1 } },
    });
    expect(fit).toMatchObject({ status: "converged", reason: null });
  });
});

test("columns that do not fit are refused", () => {
  for (const none of [undefined, null, 5]) {
    expect(() => fitGammaGamma(none as never)).toThrow(
      expect.objectContaining({ code: "invalid_column", path: [] }),
    );
  }
  expect(() =>
    fitGammaGamma({ customerCount: 1, repeats: [1], meanSpend: [Number.POSITIVE_INFINITY] }),
  ).toThrow(expect.objectContaining({ code: "invalid_column", path: ["meanSpend", 0] }));
});
