import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { paretoNbdLogLikelihood } from "../../../src/clv/paretoNbd/logLikelihood.ts";
import { paretoNbd } from "../../../src/clv/paretoNbd/predict.ts";
import { createRandom } from "../../../src/math/createRandom.ts";
import { exponentialVariate } from "../../../src/math/exponentialVariate.ts";
import { gammaVariate } from "../../../src/math/gammaVariate.ts";
import { expectNear, integral, PUBLISHED } from "./support/figures.ts";

const positive = (low: number, high: number) =>
  fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map((ln) => Math.exp(ln));

const parameters = fc.tuple(positive(0.05, 20), positive(0.1, 100), positive(0.05, 20), positive(0.1, 100));
const past = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0.02, max: 1, noNaN: true }), positive(0.1, 200))
  .map(([x, share, age]) => [x, x === 0 ? 0 : share * age, age] as const);
const horizon = positive(1e-3, 1e4);

describe("published and 30-digit figures", () => {
  test("of the customer x 2, t_x 30.43, T 38.86 over 39 weeks", () => {
    expectNear(paretoNbd.conditionalExpectation(PUBLISHED, 2, 30.43, 38.86, 39), 1.4551231932576025, 1e-12);
    expectNear(paretoNbd.aliveProbability(PUBLISHED, 2, 30.43, 38.86, 0), 0.8691675591530111, 1e-12);
    expectNear(paretoNbd.expectation(PUBLISHED, 39), 1.2130028442810157, 1e-12);
  });

  test.each([
    ["lapsed", PUBLISHED, 150, 10, 1460, 365, 1.4823384298025406e-278, 5.170549190986933e-277],
    ["x 5000", PUBLISHED, 5000, 1459, 1460, 365, 0.9964981254158838, 1154.50126500695],
    ["seconds", PUBLISHED, 50, 5.4e9, 6e9, 2.6e6, 0.2789344759197534, 0.006109620186684795],
    ["equal scales", [0.553, 10, 0.606, 10], 100, 30, 38.86, 39, 2.706918138978563e-7, 1.7968813598429833e-5],
    ["s above 1", [0.553, 10.578, 1.000000001, 11.669], 3, 35, 35, 39, 1, 2.2097900811862212],
    ["s tiny", [0.553, 10.578, 1e-6, 11.669], 100, 30, 38.86, 39, 0.19685369041648837, 15.61500656255333],
    ["beta 1e5", [0.553, 10.578, 0.606, 1e5], 2, 30.43, 38.86, 39, 0.9999350365654355, 2.013608433625528],
    ["alpha 1e4", [0.553, 1e4, 0.606, 1], 0, 0, 38.86, 39, 0.1069897043536966, 1.838983289035546e-4],
  ] as const)("of a hard case: %s", (_name, values, x, last, age, ahead, alive, expected) => {
    expectNear(paretoNbd.aliveProbability(values, x, last, age, 0), alive, 1e-11);
    expectNear(paretoNbd.conditionalExpectation(values, x, last, age, ahead), expected, 1e-11);
  });

  // the integral over the dropout in 25 digits, cut at every scale
  test.each([
    [PUBLISHED, 7, 39, 0.010707750733514574],
    [PUBLISHED, 50, 1460, 7.732431737969181e-4],
    [PUBLISHED, 7, 0.5, 9.315741534571924e-11],
    [[5, 1, 20, 0.01], 50, 39, 1.256782110531453e-50],
    [[5, 1, 20, 0.01], 1000, 1e6, 6.35371240919e-80],
  ] as const)("of the chance of counts, at %s: %s in %s", (values, count, ahead, expected) => {
    expectNear(paretoNbd.countProbability(values, count, ahead), expected, 1e-10);
  });

  test("exactly at s = 1 stand between their neighbours", () => {
    const at = (s: number) =>
      paretoNbd.conditionalExpectation([0.553, 10.578, s, 11.669], 2, 30.43, 38.86, 39);
    expectNear(at(1), (at(1 - 1e-6) + at(1 + 1e-6)) / 2, 1e-11);
  });
});

describe("laws of predictions", () => {
  test.prop([parameters, past, horizon], { seed: 9 })(
    "probabilities are some",
    (values, [x, last, age], ahead) => {
      const now = paretoNbd.aliveProbability(values, x, last, age, 0);
      const later = paretoNbd.aliveProbability(values, x, last, age, ahead);
      const silent = paretoNbd.noPurchaseProbability(values, x, last, age, ahead);
      expect(now).toBeLessThanOrEqual(1);
      expect(later).toBeLessThanOrEqual(now);
      expect(later).toBeGreaterThanOrEqual(0);
      expect(silent).toBeLessThanOrEqual(1);
      expect(silent).toBeGreaterThanOrEqual((1 - now) * (1 - 1e-12));
      if (last === age) expect(now).toBe(1);
    },
  );

  test.prop([parameters, past, horizon, horizon], { seed: 9 })(
    "expectations rise with the horizon and are additive over it",
    (values, [x, last, age], first, second) => {
      const upTo = (ahead: number) => paretoNbd.conditionalExpectation(values, x, last, age, ahead);
      expect(upTo(first + second)).toBeGreaterThanOrEqual(upTo(first));
      // who is still active at the end of the first starts into the second, with the rates of then
      const [r, alpha, s, beta] = values;
      const alive = paretoNbd.aliveProbability(values, x, last, age, first);
      const active = paretoNbd.expectation([r + x, alpha + age, s, beta + age + first], second);
      expectNear(upTo(first + second), upTo(first) + alive * active, 1e-11);
    },
  );

  test.prop([parameters, past, horizon], { seed: 9 })(
    "expectation is the rate times the time that one is active",
    (values, [x, last, age], ahead) => {
      const [r, alpha] = values;
      const rate = (r + x) / (alpha + age);
      const time = integral((t) => paretoNbd.aliveProbability(values, x, last, age, t), 0, ahead);
      expectNear(paretoNbd.conditionalExpectation(values, x, last, age, ahead), rate * time, 1e-10);
    },
  );

  test.prop([parameters, past, horizon], { seed: 9 })(
    "silence is what the likelihood of a later end says",
    (values, [x, last, age], ahead) => {
      const lnSilent =
        paretoNbdLogLikelihood(values, x, last, age + ahead) - paretoNbdLogLikelihood(values, x, last, age);
      expect(
        Math.abs(paretoNbd.noPurchaseProbability(values, x, last, age, ahead) - Math.exp(lnSilent)),
      ).toBeLessThan(1e-10);
    },
  );

  test.prop([parameters, past, horizon], { seed: 9 })(
    "no purchase is a count of none, of a new customer and of an old one",
    (values, [x, last, age], ahead) => {
      const [r, alpha, s, beta] = values;
      const fresh = paretoNbd.countProbability([r + x, alpha + age, s, beta + age], 0, ahead);
      const alive = paretoNbd.aliveProbability(values, x, last, age, 0);
      expectNear(
        paretoNbd.noPurchaseProbability(values, x, last, age, ahead),
        1 - alive + alive * fresh,
        1e-11,
      );
      const none = paretoNbd.conditionalCountProbability(values, x, last, age, 0, ahead);
      expect(none).toBe(paretoNbd.noPurchaseProbability(values, x, last, age, ahead));
    },
  );

  test.prop([parameters, fc.integer({ min: 0, max: 12 }), positive(0.1, 500)], { seed: 9 })(
    "counts are those of the integral over the dropout",
    (values, count, ahead) => {
      const [r, alpha, s, beta] = values;
      let choose = 1;
      for (let index = 0; index < count; index += 1) choose *= (r + index) / (index + 1);
      const bought = (u: number) => choose * (alpha / (alpha + u)) ** r * (u / (alpha + u)) ** count;
      const dropouts = integral((u) => bought(u) * (s / (beta + u)) * (beta / (beta + u)) ** s, 0, ahead);
      const expected = bought(ahead) * (beta / (beta + ahead)) ** s + dropouts;
      expectNear(paretoNbd.countProbability(values, count, ahead), expected, 1e-9);
    },
  );

  test("counts add up to one, and in the mean to the expectation", () => {
    const counts = Array.from({ length: 400 }, (_, count) =>
      paretoNbd.countProbability(PUBLISHED, count, 39),
    );
    expectNear(
      counts.reduce((sum, chance) => sum + chance, 0),
      1,
      1e-12,
    );
    const mean = counts.reduce((sum, chance, count) => sum + count * chance, 0);
    expectNear(mean, paretoNbd.expectation(PUBLISHED, 39), 1e-12);
    const past = [PUBLISHED, 2, 30.43, 38.86] as const;
    const later = counts.map((_, count) => paretoNbd.conditionalCountProbability(...past, count, 39));
    expectNear(
      later.reduce((sum, chance, count) => sum + count * chance, 0),
      paretoNbd.conditionalExpectation(...past, 39),
      1e-11,
    );
  });

  test("counts that are none have no chance, and no time leaves only none", () => {
    expect([-1, 0.5, Number.NaN].map((count) => paretoNbd.countProbability(PUBLISHED, count, 39))).toEqual([
      0, 0, 0,
    ]);
    expect([0, 1].map((count) => paretoNbd.countProbability(PUBLISHED, count, 0))).toEqual([1, 0]);
  });

  const extreme = fc.tuple(
    positive(1e-8, 1e4),
    positive(1e-6, 1e9),
    positive(1e-8, 1e4),
    positive(1e-6, 1e9),
  );
  const long = fc
    .tuple(fc.integer({ min: 0, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), positive(1e-6, 1e6))
    .map(([x, share, age]) => [x, x === 0 ? 0 : share * age, age] as const);

  test.prop([extreme, long, positive(1e-10, 1e6)], { seed: 9 })(
    "are finite everywhere",
    (values, past, ahead) => {
      const figures = [
        paretoNbdLogLikelihood(values, ...past),
        paretoNbd.aliveProbability(values, ...past, ahead),
        paretoNbd.noPurchaseProbability(values, ...past, ahead),
        paretoNbd.conditionalExpectation(values, ...past, ahead),
        paretoNbd.expectation(values, ahead),
        paretoNbd.conditionalCountProbability(values, ...past, 3, ahead),
        paretoNbd.discountedResidualTransactions(values, ...past, 1e-4).transactions,
      ];
      expect(figures.filter((figure) => !Number.isFinite(figure))).toEqual([]);
    },
  );
});

test("simulated customers do what is predicted", () => {
  const random = createRandom(20_050_405);
  const [r, alpha, s, beta] = PUBLISHED as [number, number, number, number];
  const [start, ahead, customerCount] = [30, 40, 60_000];
  const seen = { none: 0, alive: 0, later: 0, silent: 0, bought: 0, three: 0 };
  const told = { alive: 0, later: 0, silent: 0, bought: 0, three: 0 };
  for (let customer = 0; customer < customerCount; customer += 1) {
    const rate = gammaVariate(random, r, alpha);
    const leaving = exponentialVariate(random, gammaVariate(random, s, beta));
    let [x, last, later] = [0, 0, 0];
    for (let now = 0; ; ) {
      now += exponentialVariate(random, rate);
      if (!(now < Math.min(leaving, start + ahead))) break;
      if (now < start) [x, last] = [x + 1, now];
      else later += 1;
    }
    seen.none += x === 0 ? 1 : 0;
    seen.alive += leaving > start ? 1 : 0;
    seen.later += leaving > start + ahead ? 1 : 0;
    seen.silent += later === 0 ? 1 : 0;
    seen.bought += later;
    seen.three += later === 3 ? 1 : 0;
    if (customer % 10 > 0) continue; // a tenth is enough to tell the mean
    const past = [PUBLISHED, x, last, start] as const;
    told.alive += 10 * paretoNbd.aliveProbability(...past, 0);
    told.later += 10 * paretoNbd.aliveProbability(...past, ahead);
    told.silent += 10 * paretoNbd.noPurchaseProbability(...past, ahead);
    told.bought += 10 * paretoNbd.conditionalExpectation(...past, ahead);
    told.three += 10 * paretoNbd.conditionalCountProbability(...past, 3, ahead);
  }
  expectNear(told.alive, seen.alive, 0.02, "alive");
  expectNear(told.later, seen.later, 0.03, "later");
  expectNear(told.silent, seen.silent, 0.01, "silent");
  expectNear(told.bought, seen.bought, 0.06, "bought");
  expectNear(told.three, seen.three, 0.08, "three");
  expectNear(customerCount * (beta / (beta + start)) ** s, seen.alive, 0.02, "alive of all");
  expectNear(customerCount * paretoNbd.countProbability(PUBLISHED, 0, start), seen.none, 0.01, "none yet");
});
