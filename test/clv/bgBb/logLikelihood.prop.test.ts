import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { bgBbLikelihood, bgBbLogLikelihood } from "../../../src/clv/bgBb/logLikelihood.ts";
import { groupPatterns } from "../../../src/clv/patterns/groupPatterns.ts";

const shape = fc.double({ min: -3, max: 3, noNaN: true }).map((power) => 10 ** power);
const parameters = fc.tuple(shape, shape, shape, shape);

/** Histories (x, t_x, n): a purchase at t_x, the others before it. */
const history = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.nat(), fc.nat())
  .map(([end, one, other]): [number, number, number] => {
    const last = one % (end + 1);
    return [last === 0 ? 0 : 1 + (other % last), last, end];
  });

const histories = fc.array(fc.tuple(history, fc.integer({ min: 1, max: 9 })), {
  minLength: 1,
  maxLength: 30,
});

function columnsOf(rows: readonly (readonly [[number, number, number], number])[]) {
  return {
    customerCount: rows.length,
    repeats: rows.map(([[count]]) => count),
    lastAge: rows.map(([[, last]]) => last),
    age: rows.map(([[, , end]]) => end),
    weights: rows.map(([, weight]) => weight),
  };
}

test.prop([parameters, fc.integer({ min: 1, max: 12 })])(
  "over all ways to use n opportunities the likelihood adds up to 1",
  (values, end) => {
    let total = 0;
    for (let way = 0; way < 2 ** end; way += 1) {
      const bits = way.toString(2);
      const count = [...bits].filter((bit) => bit === "1").length;
      total += Math.exp(bgBbLogLikelihood(values, count, way === 0 ? 0 : bits.length, end));
    }
    expect(total).toBeCloseTo(1, 11);
  },
);

test.prop([parameters, histories])("that of many is the sum over the customers", (values, rows) => {
  const { evaluate } = bgBbLikelihood(groupPatterns(columnsOf(rows)));
  const value = evaluate(Float64Array.from(values, Math.log), new Float64Array(4));
  const sum = rows.reduce((all, [one, weight]) => all + weight * bgBbLogLikelihood(values, ...one), 0);
  expect(Math.abs(value - sum)).toBeLessThan(1e-10 * (1 + Math.abs(sum)));
});

test.prop([parameters, histories])("the gradient is the slope of the log-likelihood", (values, rows) => {
  const { evaluate } = bgBbLikelihood(groupPatterns(columnsOf(rows)));
  const point = Float64Array.from(values, Math.log);
  const gradient = new Float64Array(4);
  const value = evaluate(point, gradient);
  for (let index = 0; index < 4; index += 1) {
    const step = 1e-5;
    const [above, below] = [1, -1].map((sign) => {
      const moved = Float64Array.from(point);
      moved[index]! += sign * step;
      return evaluate(moved, new Float64Array(4));
    });
    const slope = (above! - below!) / (2 * step);
    expect(Math.abs(slope - gradient[index]!)).toBeLessThan(2e-6 + 1e-9 * Math.abs(value));
  }
});
