import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { bgBbLogLikelihood } from "../../../src/clv/bgBb/logLikelihood.ts";
import { bgBb } from "../../../src/clv/bgBb/predict.ts";

const shape = fc.double({ min: -2, max: 2, noNaN: true }).map((power) => 10 ** power);
const parameters = fc.tuple(shape, shape, shape, shape);

const history = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.nat(), fc.nat()).map(([end, one, other]) => {
  const last = one % (end + 1);
  return [last === 0 ? 0 : 1 + (other % last), last, end] as const;
});

/** P(what they did, then `way` in the next `horizon`), with the bits of `way` as purchases, the first one lowest. */
function jointly(
  values: readonly number[],
  [count, last, end]: readonly [number, number, number],
  horizon: number,
  way: number,
): number {
  const bits = way.toString(2);
  const more = [...bits].filter((bit) => bit === "1").length;
  return Math.exp(
    bgBbLogLikelihood(values, count + more, more === 0 ? last : end + bits.length, end + horizon),
  );
}

/** The chances of 0, 1, … purchases in the next `horizon`, by all ways to use it. */
function byAllWays(
  values: readonly number[],
  past: readonly [number, number, number],
  horizon: number,
): number[] {
  const chances = new Array<number>(horizon + 1).fill(0);
  const known = Math.exp(bgBbLogLikelihood(values, ...past));
  for (let way = 0; way < 2 ** horizon; way += 1) {
    const more = [...way.toString(2)].filter((bit) => bit === "1").length;
    chances[more]! += jointly(values, past, horizon, way) / known;
  }
  return chances;
}

const meanOf = (chances: readonly number[]) =>
  chances.reduce((sum, chance, count) => sum + count * chance, 0);

describe("predictions are those of all ways to go on", () => {
  test.prop([parameters, history, fc.integer({ min: 0, max: 6 })])(
    "given the past",
    (values, past, horizon) => {
      const chances = byAllWays(values, past, horizon);
      chances.forEach((chance, count) => {
        expect(bgBb.conditionalCountProbability(values, ...past, count, horizon)).toBeCloseTo(chance, 10);
      });
      expect(bgBb.noPurchaseProbability(values, ...past, horizon)).toBeCloseTo(chances[0]!, 10);
      expect(bgBb.conditionalExpectation(values, ...past, horizon)).toBeCloseTo(meanOf(chances), 10);
    },
  );

  test.prop([parameters, fc.integer({ min: 0, max: 9 })])("of a new customer", (values, horizon) => {
    const chances = byAllWays(values, [0, 0, 0], horizon);
    chances.forEach((chance, count) => {
      expect(bgBb.countProbability(values, count, horizon)).toBeCloseTo(chance, 10);
    });
    expect(bgBb.expectation(values, horizon)).toBeCloseTo(meanOf(chances), 10);
  });
});

describe("laws", () => {
  test.prop([parameters, history, fc.integer({ min: 0, max: 500 })])(
    "the chance to be alive only falls, from what it is now",
    (values, past, horizon) => {
      const now = bgBb.aliveProbability(values, ...past, 0);
      const [later, next] = [horizon, horizon + 1].map((at) => bgBb.aliveProbability(values, ...past, at));
      expect(now).toBeLessThanOrEqual(1);
      expect(later).toBeLessThanOrEqual(now);
      expect(next).toBeLessThan(later!);
      expect(next).toBeGreaterThanOrEqual(0);
      if (past[1] === past[2]) expect(now).toBe(1);
    },
  );

  test.prop([parameters, history, fc.integer({ min: 0, max: 400 })])(
    "an opportunity more adds the chance to be alive then, times that to buy",
    (values, past, horizon) => {
      const [count, , end] = past;
      const [now, next] = [horizon, horizon + 1].map((at) =>
        bgBb.conditionalExpectation(values, ...past, at),
      );
      const buys = (values[0] + count) / (values[0] + values[1] + end);
      const added = buys * bgBb.aliveProbability(values, ...past, horizon + 1);
      expect(Math.abs(next! - now! - added)).toBeLessThan(1e-11 * next! + 1e-14);
    },
  );

  test.prop([parameters, history, fc.double({ min: 0.05, max: 5, noNaN: true })])(
    "discounted residual transactions are the sum over all opportunities to come",
    (values, past, rate) => {
      const end = Math.ceil(40 / Math.log1p(rate));
      let sum = 0;
      for (let at = end; at >= 1; at -= 1) {
        const step =
          bgBb.conditionalExpectation(values, ...past, at) -
          bgBb.conditionalExpectation(values, ...past, at - 1);
        sum = (sum + step) / (1 + rate);
      }
      const { transactions, reason } = bgBb.discountedResidualTransactions(values, ...past, rate);
      expect(reason).toBeNull();
      expect(Math.abs(transactions! - sum)).toBeLessThan(1e-9 * sum + 1e-12);
    },
  );

  test.prop([parameters, fc.integer({ min: 1, max: 150 })])(
    "the chances of all counts add up to 1",
    (values, horizon) => {
      const counts = Array.from({ length: horizon + 1 }, (_, count) => count);
      const sum = counts.reduce((all, count) => all + bgBb.countProbability(values, count, horizon), 0);
      expect(sum).toBeCloseTo(1, 10);
    },
  );
});
