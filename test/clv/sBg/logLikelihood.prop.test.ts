import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { sbgLikelihood, sbgLogLikelihood } from "../../../src/clv/sBg/logLikelihood.ts";
import { sBg } from "../../../src/clv/sBg/predict.ts";

const shape = fc.double({ min: -3, max: 3, noNaN: true }).map((power) => 10 ** power);
const counts = fc.array(fc.tuple(fc.nat(1_000), fc.nat(1_000)), { minLength: 1, maxLength: 12 });

test.prop([shape, shape, counts])("the gradient is the slope of the log-likelihood", (alpha, beta, pairs) => {
  const lost = Float64Array.from(pairs, ([left]) => left);
  const kept = Float64Array.from(pairs, ([, stayed]) => stayed);
  const { evaluate } = sbgLikelihood({ lost, kept });
  const point = Float64Array.of(Math.log(alpha), Math.log(beta));
  const gradient = new Float64Array(2);
  const value = evaluate(point, gradient);
  for (const index of [0, 1]) {
    const step = 1e-5;
    const [above, below] = [1, -1].map((sign) => {
      const moved = Float64Array.from(point);
      moved[index]! += sign * step;
      return evaluate(moved, new Float64Array(2));
    });
    const slope = (above! - below!) / (2 * step);
    expect(Math.abs(slope - gradient[index]!)).toBeLessThan(1e-5 + 1e-9 * Math.abs(value));
  }
});

test.prop([shape, shape, fc.array(fc.nat(1_000), { minLength: 2, maxLength: 12 })])(
  "is that of the paper: churn of those who left, survival of those who stayed",
  (alpha, beta, lost) => {
    const stayed = 500;
    const total = lost.reduce((sum, left) => sum + left, stayed);
    let standing = total;
    const survivors = [total, ...lost.map((left) => (standing -= left))];
    const parameters = { alpha, beta };
    const paper =
      lost.reduce((sum, left, index) => sum + left * Math.log(sBg.churn(parameters, index + 1)), 0) +
      stayed * Math.log(sBg.survival(parameters, lost.length));
    const value = sbgLogLikelihood(parameters, { survivors });
    expect(Math.abs(value - paper)).toBeLessThan(1e-11 * Math.abs(paper) + 1e-9);
  },
);
