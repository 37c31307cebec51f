import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { dropoutFirst } from "../../../src/clv/paretoNbd/dropoutFirst.ts";
import { dropoutFirstFar } from "../../../src/clv/paretoNbd/dropoutFirstFar.ts";
import { dropoutFirstSlopes } from "../../../src/clv/paretoNbd/dropoutFirstSlopes.ts";
import { derivative, expectNear } from "./support/figures.ts";

const positive = (lnLow: number, lnHigh: number) =>
  fc.double({ min: lnLow, max: lnHigh, noNaN: true }).map((ln) => Math.exp(ln));

const shape = positive(-5, 7);
const ratio = positive(-18, 18);

const slopesAt = (p: number, s: number, kappa: number) => {
  const out = new Float64Array(4);
  dropoutFirstSlopes(p, s, kappa, out);
  return out;
};

describe("the chance to drop out before the next purchase", () => {
  test.prop([shape, shape, ratio], { seed: 4 })("is one less that of the other way round", (p, s, kappa) => {
    expectNear(dropoutFirst(p, s, kappa) + dropoutFirst(s, p, 1 / kappa), 1, 1e-12);
  });

  test.prop([shape, shape], { seed: 4 })("of equal scales is the share of the shape", (p, s) => {
    expectNear(dropoutFirst(p, s, 1), s / (s + p), 1e-15);
  });

  test.prop([positive(-12, 12).filter((kappa) => Math.abs(kappa - 1) > 0.01)], { seed: 4 })(
    "of exponential rates is elementary",
    (kappa) => {
      const rest = 1 - kappa;
      const expected = 1 / rest + (kappa * Math.log(kappa)) / rest ** 2;
      expect(Math.abs(dropoutFirst(1, 1, kappa) - expected)).toBeLessThan(1e-10);
    },
  );

  test.prop([shape, shape, positive(-6.9, 6.9)], { seed: 4 })(
    "is the same by series, fraction and quadrature",
    (p, s, kappa) => {
      expectNear(dropoutFirstFar(p, s, kappa), dropoutFirst(p, s, kappa), 1e-11);
      expectNear(slopesAt(p, s, kappa)[0]!, dropoutFirst(p, s, kappa), 1e-11);
    },
  );

  test.prop([shape, shape, ratio], { seed: 4 })(
    "lies from 0 to 1 and falls as purchases get sooner",
    (p, s, kappa) => {
      const value = dropoutFirst(p, s, kappa);
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThanOrEqual(1 + 1e-15);
      const [, ofP, ofS, ofKappa] = slopesAt(p, s, kappa);
      expect(ofP).toBeLessThan(0);
      expect(ofS).toBeGreaterThan(0);
      expect(ofKappa).toBeLessThan(1e-15);
    },
  );

  test.prop([shape, shape, ratio], { seed: 4 })("has the slopes of its differences", (p, s, kappa) => {
    const slopes = slopesAt(p, s, kappa);
    const value = slopes[0]!;
    const by = [
      [1, derivative((ln) => dropoutFirst(Math.exp(ln), s, kappa), Math.log(p), 0.002) / p, p],
      [2, derivative((ln) => dropoutFirst(p, Math.exp(ln), kappa), Math.log(s), 0.002) / s, s],
      [3, derivative((ln) => dropoutFirst(p, s, Math.exp(ln)), Math.log(kappa), 0.002), 1],
    ] as const;
    for (const [place, expected, scale] of by) {
      const error = (Math.abs(slopes[place]! - expected) * scale) / value;
      expect(error, `slope ${place}`).toBeLessThan(1e-8 * Math.max(1, scale));
    }
  });

  // 30-digit arithmetic: 2F1 by mpmath, its derivatives by differences in that precision
  test.each([
    [0.553, 0.606, 1.1, 0.5100926052882, -0.4570968183279, 0.4073504061023, -0.1340545060147],
    [0.553, 0.606, 0.9, 0.5369588512807, -0.4440995281163, 0.4160143660624, -0.1335851584155],
    [1000.5, 3.7, 40, 9.253538416922e-5, -9.257077124055e-8, 2.500724676027e-5, -9.252449675713e-5],
    [30.2, 1e-6, 1e-9, 1.675471523339e-5, -3.366627265231e-8, 16.75457403309, -9.999827402923e-7],
    [0.01, 150, 1e9, 0.8595858625879, -12.99875818435, 5.749510447333e-5, -0.008595837572354],
    [0.01, 1e-6, 1e-5, 1.11485380251e-4, -0.009999506264487, 111.4741651163, -9.998873649554e-7],
    [5000.5, 0.606, 0.002, 0.052768697127, -9.275752350795e-6, 0.08279092539369, -0.04637517993378],
    [2.5, 1, 900, 0.0007377510158153, -0.0004871103982617, 0.0007363076853249, -0.000734902710345],
  ])("and its slopes have twelve digits at p %s, s %s, κ %s", (p, s, kappa, ...reference) => {
    expectNear(dropoutFirst(p, s, kappa), reference[0]!, 1e-12);
    slopesAt(p, s, kappa).forEach((value, place) => {
      expectNear(value, reference[place]!, 1e-11, `place ${place}`);
    });
  });
});
