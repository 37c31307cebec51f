import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { discountedResidualTransactions } from "../../../src/clv/paretoNbd/discountedResidualTransactions.ts";
import { paretoNbd } from "../../../src/clv/paretoNbd/predict.ts";
import { expectNear, integral, PUBLISHED } from "./support/figures.ts";

const positive = (low: number, high: number) =>
  fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map((ln) => Math.exp(ln));

const parameters = fc.tuple(positive(0.1, 10), positive(0.5, 50), positive(0.1, 10), positive(0.5, 50));
const past = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.double({ min: 0.02, max: 1, noNaN: true }), positive(0.1, 100))
  .map(([x, share, age]) => [x, x === 0 ? 0 : share * age, age] as const);

const transactionsOf = (
  values: readonly number[],
  [x, last, age]: readonly [number, number, number],
  rate: number,
) => discountedResidualTransactions(values, x, last, age, rate).transactions as number;

describe("discounted expected residual transactions", () => {
  test.prop([parameters, past, positive(1e-3, 3)], { seed: 10 })(
    "are the discounted purchases of all moments to come",
    (values, past, rate) => {
      const [r, alpha] = values;
      const [x, last, age] = past;
      // with u = e^(−δt) the integral over all time is one over (0, 1)
      const alive = integral(
        (u) => paretoNbd.aliveProbability(values, x, last, age, -Math.log(u) / rate) / rate,
        0,
        1,
      );
      expectNear(transactionsOf(values, past, rate), ((r + x) / (alpha + age)) * alive, 1e-9);
    },
  );

  test.prop([parameters, past, positive(1e-6, 3), positive(1.001, 10)], { seed: 10 })(
    "fall with the rate, and stay below what is expected without it",
    (values, past, rate, factor) => {
      const value = transactionsOf(values, past, rate);
      expect(transactionsOf(values, past, rate * factor)).toBeLessThan(value);
      const { transactions } = discountedResidualTransactions(values, ...past, 0);
      if (transactions !== null) expect(value).toBeLessThan(transactions);
    },
  );

  test.prop([parameters, past], { seed: 10 })(
    "without discount are all the future, if that ends",
    (values, past) => {
      const [, , s] = values;
      const result = discountedResidualTransactions(values, ...past, 0);
      if (s <= 1) {
        expect(result).toEqual({ transactions: null, reason: "diverges" });
        return;
      }
      expect(result.reason).toBe(null);
      const ever = paretoNbd.conditionalExpectation(values, ...past, 1e300);
      const missing = (1e300 / (50 + 100)) ** (1 - s); // the share that is still to come after that
      expectNear(ever, result.transactions as number, 1e-11 + missing);
    },
  );

  test("go over into the undiscounted sum", () => {
    const lasting = [0.553, 10.578, 2.5, 11.669];
    const past = [2, 30.43, 38.86] as const;
    expectNear(transactionsOf(lasting, past, 1e-12), transactionsOf(lasting, past, 0), 1e-8);
  });

  // Fader, Hardie & Lee 2005, JMR 42: the published parameters at 15 % a year in weeks; 34-digit reference
  test.each([
    [2, 30.43, 38.86, 6.501730537564229],
    [0, 0, 38.86, 0.47845766951460794],
    [7, 29.43, 38.86, 16.586951727081342],
    [26, 30.86, 31, 86.28988878864084],
    [4, 10, 38.86, 1.2019991840138464],
    [3, 35, 35, 10.942316313027732],
  ])("of x %s, t_x %s, T %s are %s", (x, last, age, expected) => {
    expectNear(transactionsOf(PUBLISHED, [x, last, age], Math.log(1.15) / 52), expected, 1e-12);
  });

  test.each([-1e-9, Number.NaN, Number.POSITIVE_INFINITY])("refuse the rate %s", (rate) => {
    expect(() => discountedResidualTransactions(PUBLISHED, 0, 0, 1, rate)).toThrow(
      expect.objectContaining({ code: "invalid_option", path: ["discountRatePerTime"] }),
    );
  });
});
