import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { betaGeometricModel } from "../../../src/clv/betaGeometric/betaGeometricModel.ts";
import { betaGeometricLogLikelihood } from "../../../src/clv/betaGeometric/logLikelihood.ts";

/** 10^x with x uniform. */
function decades(low: number, high: number) {
  return fc.double({ min: low, max: high, noNaN: true }).map((power) => 10 ** power);
}

const values = fc.tuple(decades(-3, 8), decades(-4, 9), decades(-8, 7), decades(-4, 7));
const past = fc
  .tuple(
    fc.oneof(fc.constantFrom(0, 1, 5000), fc.integer({ min: 0, max: 5000 })),
    fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
    fc.oneof(fc.constant(0), decades(-3, 6)),
  )
  .map(([repeats, share, age]) => [repeats, repeats === 0 ? 0 : share * age, age] as const);
const horizon = decades(-10, 6);

describe.each([
  [0, betaGeometricModel("bg-nbd", 0)],
  [1, betaGeometricModel("mbg-nbd", 1)],
] as const)("with first chance %d, whatever the finite input", (firstChance, model) => {
  test.prop([values, past, horizon], { seed: 9, numRuns: 1_000 })(
    "probabilities lie from 0 to 1 and expectations are finite",
    (parameters, history, ahead) => {
      const [repeats, lastAge, age] = history;
      const alive = model.aliveProbability(parameters, ...history, 0);
      const later = model.aliveProbability(parameters, ...history, ahead);
      const none = model.noPurchaseProbability(parameters, ...history, ahead);
      const count = model.countProbability(parameters, repeats, ahead);
      for (const probability of [alive, later, none, count]) {
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
      }
      expect(later).toBeLessThanOrEqual(alive * (1 + 1e-9));
      expect(Number.isFinite(betaGeometricLogLikelihood(parameters, firstChance, ...history))).toBe(true);
      const expected = model.conditionalExpectation(parameters, ...history, ahead);
      expect(expected).toBeGreaterThanOrEqual(0);
      // never more than of somebody who cannot leave
      const most = (alive * ((parameters[0] + repeats) * ahead)) / (parameters[1] + age);
      expect(expected).toBeLessThanOrEqual(most * (1 + 1e-9));
      expect(model.expectation(parameters, ahead)).toBeGreaterThan(0);
      // purchases within the horizon are at least the chance of one
      expect(expected).toBeGreaterThanOrEqual((1 - none) * (1 - 1e-9) - 1e-15);
      expect(lastAge).toBeLessThanOrEqual(age);
    },
  );
});
