import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { betaIntegral } from "../../../src/clv/betaGeometric/betaIntegral.ts";
import { purchasesWhileAlive } from "../../../src/clv/betaGeometric/purchasesWhileAlive.ts";
import { shareStillAlive } from "../../../src/clv/betaGeometric/shareStillAlive.ts";
import { expectClose } from "./support/closeTo.ts";

const REACHES = [1e-16, 1e-10, 1e-3, 0.5, 1, 7, 50, 1e3, 1e6, 1e12];

/** 10^x with x uniform. */
function decades(low: number, high: number) {
  return fc.double({ min: low, max: high, noNaN: true }).map((power) => 10 ** power);
}

describe("where p is uniform", () => {
  test.each(REACHES)("purchases at reach %d are elementary", (reach) => {
    expectClose(purchasesWhileAlive(1, 1, 1, reach), Math.log1p(reach), 1e-13);
    expectClose(purchasesWhileAlive(2, 1, 1, reach), Math.log1p(reach) + reach / (1 + reach), 1e-13);
  });

  test.each(REACHES)("the share alive at reach %d is elementary", (reach) => {
    expectClose(shareStillAlive(1, 1, 1, reach), Math.log1p(reach) / reach, 1e-13);
    expectClose(shareStillAlive(2, 1, 1, reach), 1 / (1 + reach), 1e-13);
  });
});

test("without a horizon nothing happens", () => {
  expect(purchasesWhileAlive(0.2, 0.8, 2.4, 0)).toBe(0);
  expect(shareStillAlive(0.2, 0.8, 2.4, 0)).toBe(1);
});

describe("34-digit references by mpmath", () => {
  test.each([
    [0.19174123569180473, 42.43561812821924, 288.9723373826053, 3.934399040648064, 0.588282115734426],
    [0.06835429880838292, 0.10287445009722522, 7.726711191173017, 23.969784068465852, 1.514369048194004],
    [0.02996466005117789, 207.66572664984852, 21.79494973736583, 0.7646733297955645, 0.017277513564427721],
    [5.943479675317906, 3.1975163975456655, 386.06670834986556, 111.93220663341893, 152.1618785646605],
    [0.01963807172198295, 3.7041273462400963, 0.01847098856709191, 7.629346871759068, 0.04158964584385884],
  ])("purchases with shape %d, a %d, b %d, reach %d", (shape, a, b, reach, reference) => {
    expectClose(purchasesWhileAlive(shape, a, b, reach), reference, 1e-10);
  });

  test.each([
    [106.28308494968834, 8.460778226352101, 0.1270959255697576, 48907.734590012304, 5.063276140909386e-54],
    [0.07702639047437919, 250.69540838116035, 3356.9942491607867, 83.58799338583515, 0.862743916412957],
    [387.40733449328667, 62.423365693601575, 0.2704454509859843, 218.33472458047353, 1.575166314399031e-221],
    [26.511852731143684, 6.43817863977777, 0.011749457732406664, 0.11624350684820926, 0.05451988036788386],
  ])("share alive with shape %d, a %d, b %d, reach %d", (shape, a, b, reach, reference) => {
    expectClose(shareStillAlive(shape, a, b, reach), reference, 1e-9);
  });
});

const anywhere = [decades(-2, 3.7), decades(-6, 4), decades(-3, 4), decades(-14, 6)] as const;

describe("anywhere", () => {
  test.prop([...anywhere], { seed: 4, numRuns: 300 })(
    "both agree with the mean over p",
    (shape, a, b, reach) => {
      const all = betaIntegral(a, b, 0, 0, 0, () => 1);
      const steepness = (1 + shape) * reach;
      const purchases = betaIntegral(a, b, 0, 0, steepness, (p) =>
        p * steepness < 1e-17 ? shape * reach : -Math.expm1(-shape * Math.log1p(p * reach)) / p,
      );
      expectClose(purchasesWhileAlive(shape, a, b, reach), purchases.scaled / all.scaled, 1e-11);
      const alive = betaIntegral(a, b, shape, reach, steepness, () => 1);
      const share = Math.exp(alive.lnScale - all.lnScale) * (alive.scaled / all.scaled);
      expectClose(shareStillAlive(shape, a, b, reach), Math.min(1, share), 1e-11);
    },
  );

  test.prop([...anywhere], { seed: 5, numRuns: 300 })(
    "a longer horizon means more purchases and fewer alive, a little",
    (shape, a, b, reach) => {
      const [near, far] = [reach, reach * 1.01];
      const growth = purchasesWhileAlive(shape, a, b, far) / purchasesWhileAlive(shape, a, b, near);
      expect(growth).toBeGreaterThan(1 - 1e-12);
      expect(growth).toBeLessThanOrEqual(1.01 + 1e-12);
      const sooner = shareStillAlive(shape, a, b, near);
      const later = shareStillAlive(shape, a, b, far);
      expect(later).toBeLessThanOrEqual(sooner * (1 + 1e-12));
      expect(later).toBeGreaterThanOrEqual(0);
      expect(sooner).toBeLessThanOrEqual(1);
    },
  );
});
