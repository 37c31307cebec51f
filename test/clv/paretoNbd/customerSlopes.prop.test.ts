import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { createCustomerSlopes, SLOPE_COUNT } from "../../../src/clv/paretoNbd/customerSlopes.ts";
import { paretoNbdLogLikelihood } from "../../../src/clv/paretoNbd/logLikelihood.ts";
import { derivative } from "./support/figures.ts";

const within = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const past = fc
  .tuple(fc.integer({ min: 0, max: 20 }), within(0.02, 1), within(1, 100), within(-2, 2))
  .map(([x, share, age, covariate]) => ({ x, lastAge: x === 0 ? 0 : share * age, age, covariate }));

describe("the kernel with scales of each customer's own", () => {
  test.prop(
    [
      within(0.2, 3),
      within(0.2, 3),
      within(-1, 1),
      within(-1, 1),
      fc.array(past, { minLength: 1, maxLength: 8 }),
    ],
    {
      seed: 12,
    },
  )("gives the slopes to the coefficients of a covariate", (r, s, gamma, delta, pasts) => {
    const scalesOf = (covariate: number, ofBuying: number, ofLeaving: number) => [
      10 * Math.exp(-ofBuying * covariate),
      12 * Math.exp(-ofLeaving * covariate),
    ];
    const total = (ofBuying: number, ofLeaving: number) =>
      pasts.reduce((sum, { x, lastAge, age, covariate }) => {
        const [alpha, beta] = scalesOf(covariate, ofBuying, ofLeaving) as [number, number];
        return sum + paretoNbdLogLikelihood([r, alpha, s, beta], x, lastAge, age);
      }, 0);
    const customerSlopes = createCustomerSlopes();
    const out = new Float64Array(SLOPE_COUNT);
    let [value, slopeGamma, slopeDelta] = [0, 0, 0];
    for (const { x, lastAge, age, covariate } of pasts) {
      const [alpha, beta] = scalesOf(covariate, gamma, delta) as [number, number];
      customerSlopes(r, alpha, s, beta, x, lastAge, age, out);
      value += out[4]!;
      slopeGamma -= covariate * out[1]!;
      slopeDelta -= covariate * out[3]!;
    }
    const scale = Math.max(1, Math.abs(value));
    expect(Math.abs(value - total(gamma, delta)) / scale).toBeLessThan(1e-12);
    expect(Math.abs(slopeGamma - derivative((at) => total(at, delta), gamma, 0.005)) / scale).toBeLessThan(
      1e-9,
    );
    expect(Math.abs(slopeDelta - derivative((at) => total(gamma, at), delta, 0.005)) / scale).toBeLessThan(
      1e-9,
    );
  });
});
