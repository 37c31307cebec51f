import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { countProbability } from "../../../src/clv/betaGeometric/countProbability.ts";
import { expectClose } from "./support/closeTo.ts";

/** Fader, Hardie & Lee 2005 (eq. 8) and its like for MBG/NBD as printed, for small counts. */
function asPrinted(
  [r, alpha, a, b]: readonly number[],
  firstChance: number,
  count: number,
  t: number,
): number {
  const rising = (from: number, steps: number) => {
    let product = 1;
    for (let step = 0; step < steps; step += 1) product *= from + step;
    return product;
  };
  const negativeBinomial = (n: number) =>
    (rising(r!, n) / rising(1, n)) * (alpha! / (alpha! + t)) ** r! * (t / (alpha! + t)) ** n;
  const chances = count + firstChance;
  const stayed = rising(b!, chances) / rising(a! + b!, chances);
  if (chances === 0) return stayed * negativeBinomial(0);
  const left = (rising(b!, chances - 1) * a!) / rising(a! + b!, chances);
  let below = 0;
  for (let n = 0; n < count; n += 1) below += negativeBinomial(n);
  return stayed * negativeBinomial(count) + left * (1 - below);
}

const parameters = fc.tuple(
  fc.double({ min: 0.2, max: 5, noNaN: true }),
  fc.double({ min: 0.5, max: 50, noNaN: true }),
  fc.double({ min: 0.05, max: 5, noNaN: true }),
  fc.double({ min: 0.05, max: 5, noNaN: true }),
);
const firstChance = fc.constantFrom(0 as const, 1 as const);
const horizon = fc.double({ min: 0, max: 500, noNaN: true });

describe("the probability of a count", () => {
  test.prop([parameters, firstChance, fc.integer({ min: 0, max: 12 }), horizon], { seed: 1 })(
    "is what the papers print, where that has digits left",
    (values, first, count, t) => {
      const printed = asPrinted(values, first, count, t);
      expect(Math.abs(countProbability(values, first, count, t) - printed)).toBeLessThan(1e-12);
    },
  );

  test.prop([parameters, firstChance, horizon], { seed: 2 })(
    "falls from one large count to the next, and never below 0",
    (values, first, t) => {
      const from = Math.ceil((values[0] * t) / values[1]) + 20;
      for (const count of [from, from + 50, from + 500]) {
        const probability = countProbability(values, first, count, t);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(countProbability(values, first, count + 1, t)).toBeLessThanOrEqual(probability);
      }
    },
  );

  // 60-digit figures by mpmath; 1 − Σ would leave no digit in most of them
  test.each([
    [
      1,
      [0.16460294552867688, 0.06837404001482844, 0.047975314382408124, 71.90956036860362],
      5000,
      1626.9298042499013,
      1.95859224777602e-5,
    ],
    [
      0,
      [0.09001897435747781, 0.23264317974834023, 1.0000119399212715, 0.26135852184705644],
      5000,
      4.734738588744905,
      1.12417167225699e-113,
    ],
    [
      0,
      [0.8691092566590015, 0.13576003827502553, 1.6524226598298914, 0.07862529905706643],
      5000,
      1879.4252533384474,
      1.51068055816137e-11,
    ],
    [
      1,
      [0.1120382295450517, 4.810883898833455, 0.27368805398240725, 4.677055866827364],
      300,
      1.3790607513503648,
      5.30538802316333e-200,
    ],
    [
      0,
      [3.768946217685261, 0.07965230338199437, 0.7147152308538129, 40.983535437641684],
      1000,
      924.2408391896828,
      6.79241641616379e-5,
    ],
    [
      1,
      [11.966603549918792, 3.1117651928108576, 27.79933473028952, 18.531187966944398],
      1000,
      802.7116179457973,
      1.14423664568618e-44,
    ],
    [
      0,
      [0.022201481616755857, 0.7448656989040274, 0.5042907874511706, 2.915314221054024],
      2,
      1093.1526277180621,
      0.0199832973651423,
    ],
  ] as const)("has all digits far out: %d %j %d within %d", (first, values, count, t, reference) => {
    expectClose(countProbability(values, first, count, t), reference, 1e-11);
  });

  test("where nobody leaves it is negative binomial, also for customers who hardly differ", () => {
    // r → ∞ with r / alpha = 2: Poisson with mean 20 within 10
    const almostPoisson = [1e9, 5e8, 1e-13, 1];
    let term = Math.exp(-20);
    for (let count = 0; count < 60; count += 1) {
      if (count > 0) term *= 20 / count;
      expectClose(countProbability(almostPoisson, 0, count, 10), term, 1e-5, `${count}`);
    }
  });
});

describe("chances at no time", () => {
  test("are 1 and not a rounding above it", () => {
    expect(countProbability([0.1, 1, 0.891, 0.5], 1, 0, 0)).toBeLessThanOrEqual(1);
    expect(countProbability([0.1, 1, 0.891, 0.5], 1, 0, 0)).toBeGreaterThan(1 - 1e-14);
  });
});
