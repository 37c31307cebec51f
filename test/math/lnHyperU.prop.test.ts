import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { lnHyperU } from "../../src/math/lnHyperU.ts";

const between = (least: number, most: number) =>
  fc.double({ min: Math.log(least), max: Math.log(most), noNaN: true }).map((ln) => Math.exp(ln));
const argument = between(1e-8, 1e6);

describe("lnHyperU", () => {
  test.prop([between(1e-6, 1e3), argument])(
    "of b = a lies within (z+a)^(−a) and z^(−a), and falls with z",
    (s, z) => {
      const value = lnHyperU(s, s, z);
      // e^z·E_p(z) lies between 1/(z+p) and 1/(z+p−1), DLMF 8.19.21
      const slack = 1e-13 * (1 + Math.abs(value) + Math.abs((1 - s) * Math.log(z)));
      expect(value).toBeGreaterThanOrEqual((1 - s) * Math.log(z) - Math.log(z + s) - slack);
      expect(value).toBeLessThanOrEqual(-s * Math.log(z) + slack);
      if (s > 1) expect(value).toBeLessThanOrEqual((1 - s) * Math.log(z) - Math.log(z + s - 1) + slack);
      expect(lnHyperU(s, s, z * 1.01)).toBeLessThan(value);
    },
  );

  test.prop([between(1e-4, 300), argument])("of b = a meets the integral for b beside a", (s, z) => {
    const value = lnHyperU(s, s, z);
    const beside = lnHyperU(s, s * (1 + 2 ** -50), z);
    expect(Math.abs(beside - value)).toBeLessThanOrEqual(
      1e-11 * (1 + Math.abs(value) + Math.abs(s * Math.log(z))),
    );
  });

  test.prop([between(1e-3, 100), fc.double({ min: -30, max: 30, noNaN: true }), between(1e-3, 1e3)])(
    "contiguous functions, DLMF 13.3.9: U(a, b) − a·U(a+1, b) − U(a, b−1) = 0",
    (a, b, z) => {
      const ln = lnHyperU(a, b, z);
      const sum = a * Math.exp(lnHyperU(a + 1, b, z) - ln) + Math.exp(lnHyperU(a, b - 1, z) - ln);
      expect(Math.abs(sum - 1)).toBeLessThanOrEqual(1e-11);
    },
  );
});
