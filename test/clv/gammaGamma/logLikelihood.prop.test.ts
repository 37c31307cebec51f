import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { groupSpend } from "../../../src/clv/gammaGamma/groupSpend.ts";
import { gammaGammaLikelihood, gammaGammaLogLikelihood } from "../../../src/clv/gammaGamma/logLikelihood.ts";

const power = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((exponent) => 10 ** exponent);
const parameters = fc.record({ p: power(-1, 2), q: power(-1, 2), v: power(-1, 3) });
const buyers = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 40 }), power(-1, 4), fc.integer({ min: 1, max: 5 })),
  {
    minLength: 1,
    maxLength: 30,
  },
);

/** Sum over x, weight and spend of all; spends repeat, so that some are grouped. */
function columnsOf(rows: readonly (readonly [number, number, number])[]) {
  const all = [...rows, ...rows.slice(0, 3)];
  return {
    customerCount: all.length,
    repeats: all.map(([count]) => count),
    meanSpend: all.map(([, spend]) => spend),
    weights: all.map(([, , weight]) => weight),
  };
}

test.prop([
  fc.record({ p: power(-0.3, 2), q: power(-0.3, 2), v: power(-1, 3) }),
  fc.integer({ min: 1, max: 20 }),
])("the density of mean spend adds up to 1", (values, repeats) => {
  // the rule of trapezoids in ln m, whose error vanishes for a density that falls off on both sides
  const step = 0.005;
  const middle = Math.log(values.v * (values.p / values.q));
  let sum = 0;
  for (let lnSpend = middle - 70; lnSpend < middle + 70; lnSpend += step) {
    sum += step * Math.exp(lnSpend + gammaGammaLogLikelihood(values, repeats, Math.exp(lnSpend)));
  }
  expect(sum).toBeCloseTo(1, 9);
});

test.prop([parameters, buyers])("that of many is the sum over the customers", (values, rows) => {
  const columns = columnsOf(rows);
  const { evaluate, lnUnit } = gammaGammaLikelihood(groupSpend(columns));
  const value =
    lnUnit + evaluate(Float64Array.of(...Object.values(values).map(Math.log)), new Float64Array(3));
  const sum = columns.repeats.reduce(
    (all, count, row) =>
      all + columns.weights[row]! * gammaGammaLogLikelihood(values, count, columns.meanSpend[row]!),
    0,
  );
  expect(Math.abs(value - sum)).toBeLessThan(1e-10 * (1 + Math.abs(sum)));
});

test.prop([parameters, buyers])("the gradient is the slope of the log-likelihood", (values, rows) => {
  const { evaluate } = gammaGammaLikelihood(groupSpend(columnsOf(rows)));
  const point = Float64Array.of(...Object.values(values).map(Math.log));
  const gradient = new Float64Array(3);
  const value = evaluate(point, gradient);
  for (let index = 0; index < 3; index += 1) {
    const step = 1e-5;
    const [above, below] = [1, -1].map((sign) => {
      const moved = Float64Array.from(point);
      moved[index]! += sign * step;
      return evaluate(moved, new Float64Array(3));
    });
    const slope = (above! - below!) / (2 * step);
    expect(Math.abs(slope - gradient[index]!)).toBeLessThan(1e-5 + 2e-9 * Math.abs(value));
  }
});
