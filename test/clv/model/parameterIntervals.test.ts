import { describe, expect, test } from "vitest";
import type { FittedModel } from "../../../src/clv/model/fittedModel.ts";
import { parameterIntervals } from "../../../src/clv/model/parameterIntervals.ts";

type Two = { readonly r: number; readonly alpha: number };

function fitted(standardErrors: Two | null): FittedModel<Two> {
  return {
    format: "loyalty-ladder/clv-model@1",
    model: "two",
    parameters: { r: 0.5, alpha: 4 },
    fit: {
      status: standardErrors === null ? "degenerate_data" : "converged",
      reason: standardErrors === null ? "no_maximum" : null,
      logLikelihood: -1,
      aic: 6,
      bic: 6,
      customerCount: 1,
      patternCount: 1,
      iterations: 1,
      starts: 1,
      standardErrors,
      covariance: null,
    },
  };
}

describe("intervals of parameters", () => {
  test("reach as far up as down in logarithms: 1.96 standard errors at 95 %", () => {
    const found = parameterIntervals(fitted({ r: 0.05, alpha: 4 }));
    expect(found?.r.low).toBeCloseTo(0.5 * Math.exp(-0.1 * 1.959963984540054), 14);
    expect(found?.r.high).toBeCloseTo(0.5 * Math.exp(0.1 * 1.959963984540054), 14);
    expect(found?.alpha.low).toBeGreaterThan(0);
    expect((found?.alpha.low as number) * (found?.alpha.high as number)).toBeCloseTo(16, 12);
  });

  test("grow with the level, which lies between 0 and 1", () => {
    const one = fitted({ r: 0.05, alpha: 1 });
    const [narrow, wide] = [0.5, 0.99].map((level) => parameterIntervals(one, level)?.r.high as number);
    expect(narrow).toBeLessThan(wide as number);
    for (const level of [0, 1, Number.NaN]) {
      expect(() => parameterIntervals(one, level)).toThrow(
        expect.objectContaining({ code: "invalid_option" }),
      );
    }
  });

  test("are none where nothing was estimated", () => {
    expect(parameterIntervals(fitted(null))).toBeNull();
  });
});
