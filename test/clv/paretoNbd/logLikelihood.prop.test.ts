import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { paretoNbdLikelihood, paretoNbdLogLikelihood } from "../../../src/clv/paretoNbd/logLikelihood.ts";
import { groupPatterns } from "../../../src/clv/patterns/groupPatterns.ts";
import { lnGamma } from "../../../src/math/lnGamma.ts";
import { derivative, errorOf, expectNear, integral, PUBLISHED } from "./support/figures.ts";

const positive = (low: number, high: number) =>
  fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map((ln) => Math.exp(ln));

const parameters = fc.tuple(positive(0.1, 10), positive(0.5, 50), positive(0.1, 10), positive(0.5, 50));

/** x, t_x, T. */
const past = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.double({ min: 0.02, max: 1, noNaN: true }), positive(0.1, 100))
  .map(([x, share, age]) => [x, x === 0 ? 0 : share * age, age] as const);

/** The likelihood of the paper before any function is named: an integral over the moment of the dropout. */
function logLikelihoodByIntegral(values: readonly number[], x: number, lastAge: number, age: number): number {
  const [r, alpha, s, beta] = values as [number, number, number, number];
  const scale = (u: number, power: number) =>
    Math.exp(
      (r + x) * Math.log((alpha + age) / (alpha + u)) + (s + power) * Math.log((beta + age) / (beta + u)),
    );
  const dropouts = (s * integral((u) => scale(u, 1), lastAge, age)) / (beta + age);
  const atEnd = -(r + x) * Math.log(alpha + age) - s * Math.log(beta + age);
  return (
    lnGamma(r + x) - lnGamma(r) + r * Math.log(alpha) + s * Math.log(beta) + atEnd + Math.log1p(dropouts)
  );
}

function columnsOf(pasts: readonly (readonly [number, number, number])[], weights?: readonly number[]) {
  return {
    customerCount: pasts.length,
    repeats: pasts.map(([x]) => x),
    lastAge: pasts.map(([, lastAge]) => lastAge),
    age: pasts.map(([, , age]) => age),
    ...(weights === undefined ? {} : { weights }),
  };
}

function evaluateAt(values: readonly number[], columns: ReturnType<typeof columnsOf>) {
  const gradient = new Float64Array(4);
  const { evaluate } = paretoNbdLikelihood(groupPatterns(columns));
  return { value: evaluate(Float64Array.from(values, Math.log), gradient), gradient };
}

describe("the log-likelihood of a customer", () => {
  test.prop([parameters, past], { seed: 5 })(
    "is that of the integral over the dropout",
    (values, [x, last, age]) => {
      const expected = logLikelihoodByIntegral(values, x, last, age);
      expect(Math.abs(paretoNbdLogLikelihood(values, x, last, age) - expected)).toBeLessThan(
        1e-11 * Math.max(1, Math.abs(expected)),
      );
    },
  );

  test.prop([parameters, past, positive(1e-6, 1e6)], { seed: 5 })(
    "in another unit of time moves by x ln of it",
    ([r, alpha, s, beta], [x, last, age], unit) => {
      const one = paretoNbdLogLikelihood([r, alpha, s, beta], x, last, age);
      const other = paretoNbdLogLikelihood([r, alpha * unit, s, beta * unit], x, last * unit, age * unit);
      expect(Math.abs(other - (one - x * Math.log(unit)))).toBeLessThan(1e-11 * Math.max(1, Math.abs(one)));
    },
  );

  // 30-digit arithmetic
  test.each([
    [PUBLISHED, 0, 0, 0, 0],
    [PUBLISHED, 1000, 1400, 1460, -1356.211888767525],
    [PUBLISHED, 5000, 1459, 1460, 1114.1507600149791],
    [PUBLISHED, 150, 10, 1460, 142.35789507017432],
    [[0.553, 10.578, 1.000000001, 11.669], 3, 35, 35, -12.86709817870724],
    [[0.553, 10.578, 1e-6, 11.669], 100, 30, 38.86, -28.09455042243698],
    [[0.553, 10.578, 0.606, 1e5], 2, 30.43, 38.86, -8.806512403714782],
    [[0.553, 1e4, 0.606, 1], 0, 0, 38.86, -4.5835197655218907e-4],
  ])("at %s of x %s, t_x %s, T %s is %s", (values, x, last, age, expected) => {
    expectNear(paretoNbdLogLikelihood(values, x, last, age), expected, 1e-11);
  });

  test("keeps its digits where hardly any time has passed", () => {
    const [r, alpha, s, beta] = PUBLISHED as [number, number, number, number];
    for (const age of [1e-10, 1e-7]) {
      // E[λ], and half of Var λ + E[λ] E[μ] for the square
      const expected = -(r / alpha) * age + ((r / alpha) * (1 / alpha + s / beta) * age ** 2) / 2;
      expectNear(paretoNbdLogLikelihood(PUBLISHED, 0, 0, age), expected, 1e-13);
    }
    expectNear(
      paretoNbdLogLikelihood(PUBLISHED, 0, 0, 1e-3),
      logLikelihoodByIntegral(PUBLISHED, 0, 0, 1e-3),
      1e-10,
    );
  });

  test("knows a short time from one that only changes little", () => {
    const values = [0.00015, 0.02, 30, 2e6]; // five weeks are long beside alpha, but hardly anybody buys
    expectNear(paretoNbdLogLikelihood(values, 0, 0, 5), logLikelihoodByIntegral(values, 0, 0, 5), 1e-9);
  });
});

describe("the likelihood of grouped customers", () => {
  test.prop([parameters, fc.array(past, { minLength: 1, maxLength: 12 })], { seed: 6 })(
    "adds up, in any order and in any grouping",
    (values, pasts) => {
      const expected = pasts.reduce(
        (sum, [x, last, age]) => sum + paretoNbdLogLikelihood(values, x, last, age),
        0,
      );
      const scale = Math.max(1, Math.abs(expected));
      const one = evaluateAt(values, columnsOf(pasts));
      expect(Math.abs(one.value - expected) / scale).toBeLessThan(1e-11);
      expect(evaluateAt(values, columnsOf([...pasts].reverse())).value).toBe(one.value);
      const twice = evaluateAt(values, columnsOf([...pasts, ...pasts]));
      expect(twice.value).toBe(2 * one.value);
      expect(twice.gradient).toEqual(one.gradient.map((slope) => 2 * slope));
      const weighted = columnsOf(
        pasts,
        pasts.map(() => 2),
      );
      expect(evaluateAt(values, weighted)).toEqual(twice);
    },
  );

  test("does not mix up what it was asked before", () => {
    const { evaluate } = paretoNbdLikelihood(groupPatterns(columnsOf([[3, 10, 30]])));
    const asked = [PUBLISHED, [0.8, 10.578, 0.606, 11.669], [0.8, 10.578, 0.9, 11.669], PUBLISHED];
    for (const values of asked) {
      const gradient = new Float64Array(4);
      const value = evaluate(Float64Array.from(values, Math.log), gradient);
      expect({ value, gradient }).toEqual(evaluateAt(values, columnsOf([[3, 10, 30]])));
    }
  });

  const wild = fc.tuple(positive(1e-3, 1e3), positive(1e-3, 1e5), positive(1e-3, 1e3), positive(1e-3, 1e5));

  test.prop([fc.oneof(parameters, wild), fc.array(past, { minLength: 1, maxLength: 6 })], { seed: 7 })(
    "has the gradient of its differences",
    (values, pasts) => {
      const columns = columnsOf(pasts);
      const { value, gradient } = evaluateAt(values, columns);
      values.forEach((parameter, index) => {
        const along = (ln: number) =>
          evaluateAt(
            values.map((other, place) => (place === index ? Math.exp(ln) : other)),
            columns,
          ).value;
        const expected = derivative(along, Math.log(parameter), 0.005);
        const scale = Math.max(1, Math.abs(value), Math.abs(expected));
        expect(Math.abs(gradient[index]! - expected) / scale, `slope ${index}`).toBeLessThan(1e-8);
      });
    },
  );

  test.prop([wild, fc.array(past, { minLength: 1, maxLength: 6 })], { seed: 8 })(
    "has a gradient that knows of the unit of time",
    (values, pasts) => {
      // lengthening alpha, beta and all ages alike only costs x of each: Euler's theorem
      const longer = columnsOf(pasts.map(([x, last, age]) => [x, 2 * last, 2 * age] as const));
      const [r, alpha, s, beta] = values;
      const one = evaluateAt(values, columnsOf(pasts)).gradient;
      const other = evaluateAt([r, 2 * alpha, s, 2 * beta], longer).gradient;
      one.forEach((slope, index) => {
        expect(errorOf(other[index]!, slope) < 1e-9 || Math.abs(other[index]! - slope) < 1e-9).toBe(true);
      });
    },
  );
});
