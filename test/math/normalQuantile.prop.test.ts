import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { normalQuantile } from "../../src/math/normalQuantile.ts";
import { normalDistribution } from "./support/distance.ts";

describe("the quantile of the normal distribution", () => {
  // Computed with 60 digits (mpmath) at the doubles given.
  test.each([
    [5e-324, -38.467405617144344],
    [1e-300, -37.0470962993612],
    [1e-20, -9.262340089798407],
    [1e-5, -4.264890793922825],
    [0.0199999, -2.053750975978005],
    [0.02, -2.053748910631823],
    [0.05, -1.6448536269514726],
    [0.1, -1.2815515655446004],
    [0.25, -0.6744897501960817],
    [0.49, -0.025068908258711057],
    [0.4999999999, -2.506628482030354e-10],
    [0.5000001, 2.506628273311648e-7],
    [0.975, 1.9599639845400538],
    [0.99, 2.3263478740408408],
    [0.9999, 3.7190164854557084],
  ])("at %d is %d to 1e-14", (probability, quantile) => {
    expect(Math.abs(normalQuantile(probability) / quantile - 1)).toBeLessThan(1e-14);
  });

  test("is 0 in the middle and infinite at the ends", () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  });

  test.each([-1e-9, 1.1, Number.NaN])("is refused at %d", (probability) => {
    expect(() => normalQuantile(probability)).toThrow("internal_invariant");
  });

  test.prop([fc.double({ min: 1e-12, max: 0.5, noNaN: true })])(
    "is undone by the distribution, and odd around the middle",
    (probability) => {
      const z = normalQuantile(probability);
      expect(Math.abs(normalDistribution(z) - probability)).toBeLessThan(1e-12);
      expect(normalQuantile(1 - (1 - (1 - probability)))).toBe(
        Math.abs(normalQuantile(1 - (1 - probability))),
      );
    },
  );

  test.prop([fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })])(
    "rises",
    (one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const [below, above] = [normalQuantile(low), normalQuantile(high)];
      // Two neighbours may come out the wrong way round in their last digits.
      expect(below === above || below <= above + 1e-14 * Math.abs(above)).toBe(true);
    },
  );
});
