import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { gammaGamma } from "../../../src/clv/gammaGamma/predict.ts";

/** Fader, Hardie & Lee 2005, CDNOW, dollars; note 025. */
const BUYERS = { p: 6.25, q: 3.74, v: 15.44 };

test("figures at the published parameters", () => {
  expect(gammaGamma.populationMean(BUYERS).meanSpend).toBeCloseTo(35.21897810219, 10);
  const spendOf = (repeats: number, spend: number) =>
    gammaGamma.expectedSpend(BUYERS, repeats, spend).meanSpend;
  expect(spendOf(1, 11.77)).toBeCloseTo(18.91685205784, 10);
  expect(spendOf(2, 22.35)).toBeCloseTo(24.66371391076, 10);
  expect(spendOf(7, 73.74)).toBeCloseTo(71.46967089697, 10);
});

test("without a repeat purchase or a spend above 0 it is the mean of the population", () => {
  const population = gammaGamma.populationMean(BUYERS);
  expect(gammaGamma.expectedSpend(BUYERS, 0, 0)).toEqual(population);
  expect(gammaGamma.expectedSpend(BUYERS, 0, 99)).toEqual(population);
  expect(gammaGamma.expectedSpend(BUYERS, 3, 0)).toEqual(population);
  expect(gammaGamma.expectedSpend(BUYERS, 3, -5)).toEqual(population);
});

const power = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((exponent) => 10 ** exponent);

test.prop([
  fc.record({ p: power(-1, 2), q: power(0.1, 2), v: power(-1, 3) }),
  fc.integer({ min: 1, max: 50 }),
  power(-1, 3),
])(
  "lies between the own mean and that of the population, and is the mean of the posterior",
  (values, x, own) => {
    const { meanSpend } = gammaGamma.expectedSpend(values, x, own);
    const { meanSpend: population } = gammaGamma.populationMean(values);
    expect(meanSpend).toBeGreaterThanOrEqual(Math.min(own, population!) * (1 - 1e-12));
    expect(meanSpend).toBeLessThanOrEqual(Math.max(own, population!) * (1 + 1e-12));
    // ν given the past is gamma with shape px + q and rate v + mx; the spend is p/ν
    const shape = values.p * x + values.q;
    let [mass, spend] = [0, 0];
    for (let step = -60_000; step < 4_000; step += 1) {
      const lnRate = step / 1_000;
      const density = Math.exp(shape * lnRate - Math.exp(lnRate) * shape + shape);
      mass += density;
      spend += density * Math.exp(-lnRate);
    }
    const middle = shape / (values.v + own * x); // the unit in which the rate was summed up
    expect((values.p * spend) / mass / middle / meanSpend!).toBeCloseTo(1, 8);
  },
);

describe("a mean that does not exist", () => {
  test("of the population, at q up to 1", () => {
    const none = { meanSpend: null, reason: "mean_does_not_exist" };
    expect(gammaGamma.populationMean({ p: 2, q: 1, v: 3 })).toEqual(none);
    expect(gammaGamma.expectedSpend({ p: 2, q: 0.5, v: 3 }, 0, 0)).toEqual(none);
    expect(gammaGamma.populationMean({ p: 2, q: 1.5, v: 3 })).toEqual({ meanSpend: 12, reason: null });
  });

  test("of a customer, at px + q up to 1", () => {
    const wide = { p: 0.25, q: 0.5, v: 3 };
    expect(gammaGamma.expectedSpend(wide, 2, 10).meanSpend).toBeNull();
    expect(gammaGamma.expectedSpend(wide, 3, 10).meanSpend).toBe(33);
  });
});

describe("columns", () => {
  const columns = {
    customerCount: 4,
    repeats: [1, 0, 2, 3],
    meanSpend: Float64Array.of(11.77, 0, 22.35, -1),
  };

  test("say the same as single customers, and flag the mean of the population", () => {
    const single = columns.repeats.map(
      (count, row) => gammaGamma.expectedSpend(BUYERS, count, columns.meanSpend[row]!).meanSpend!,
    );
    expect(gammaGamma.expectedSpends(BUYERS, columns)).toEqual({
      meanSpend: Float64Array.from(single),
      reason: null,
      missingCount: 0,
      fromPopulation: Uint8Array.of(0, 1, 0, 1),
    });
  });

  test("are null where some customer has no mean, unless the caller states one", () => {
    const wide = { p: 6, q: 0.9, v: 15 };
    const fromPopulation = Uint8Array.of(0, 1, 0, 1);
    expect(gammaGamma.expectedSpends(wide, columns)).toEqual({
      meanSpend: null,
      reason: "mean_does_not_exist",
      missingCount: 2,
      fromPopulation,
    });
    const stated = gammaGamma.expectedSpends(wide, columns, 30);
    const own = (row: number) =>
      gammaGamma.expectedSpend(wide, columns.repeats[row]!, columns.meanSpend[row]!).meanSpend!;
    expect(stated.meanSpend).toEqual(Float64Array.of(own(0), 30, own(2), 30));
    expect(stated).toMatchObject({ reason: null, missingCount: 0, fromPopulation });
  });

  test("take the stated mean too for customers whose own does not exist", () => {
    const { meanSpend, fromPopulation } = gammaGamma.expectedSpends({ p: 0.25, q: 0.5, v: 3 }, columns, 30);
    expect(meanSpend).toEqual(Float64Array.of(30, 30, 30, 30));
    expect(fromPopulation).toEqual(Uint8Array.of(1, 1, 1, 1));
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("refuse a stated mean of %d", (mean) => {
    expect(() => gammaGamma.expectedSpends(BUYERS, columns, mean)).toThrow(
      expect.objectContaining({ code: "invalid_option", path: ["populationMean"] }),
    );
  });
});

describe("broken contracts", () => {
  const one = (repeats: number, meanSpend: number) => ({
    customerCount: 1,
    repeats: [repeats],
    meanSpend: [meanSpend],
  });

  test.each([
    ["half a purchase", one(0.5, 1), ["repeats", 0]],
    ["purchases below 0", one(-1, 1), ["repeats", 0]],
    ["no spend", one(1, Number.NaN), ["meanSpend", 0]],
    ["a short column", { customerCount: 2, repeats: [1], meanSpend: [1, 2] }, ["repeats"]],
    ["no column", { customerCount: 1, repeats: [1] }, ["meanSpend"]],
    ["a short column of weights", { ...one(1, 1), weights: [] }, ["weights"]],
    ["a weight of 0", { ...one(1, 1), weights: [0] }, ["weights", 0]],
    ["an infinite weight", { ...one(1, 1), weights: [Number.POSITIVE_INFINITY] }, ["weights", 0]],
    ["half a customer", { customerCount: 0.5, repeats: [], meanSpend: [] }, ["customerCount"]],
  ])("%s", (_name, columns, path) => {
    const call = () =>
      gammaGamma.expectedSpends(BUYERS, columns as Parameters<typeof gammaGamma.expectedSpends>[1]);
    expect(call).toThrow(expect.objectContaining({ code: "invalid_column", path }));
  });

  test.each([
    ["p", { ...BUYERS, p: 0 }],
    ["q", { ...BUYERS, q: Number.POSITIVE_INFINITY }],
    ["v", { ...BUYERS, v: Number.NaN }],
  ])("parameter %s", (name, values) => {
    const expected = expect.objectContaining({ code: "invalid_option", path: ["parameters", name] });
    expect(() => gammaGamma.populationMean(values)).toThrow(expected);
    expect(() => gammaGamma.expectedSpend(values, 1, 1)).toThrow(expected);
    expect(() => gammaGamma.expectedSpends(values, one(1, 1))).toThrow(expected);
  });
});
