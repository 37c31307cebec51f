import { describe, expect, test } from "vitest";
import { betaVariate } from "../../src/math/betaVariate.ts";
import { createRandom, type SeededRandom } from "../../src/math/createRandom.ts";
import { exponentialVariate } from "../../src/math/exponentialVariate.ts";
import { gammaVariate, lnGammaVariate } from "../../src/math/gammaVariate.ts";
import { geometricVariate } from "../../src/math/geometricVariate.ts";
import { normalVariate } from "../../src/math/normalVariate.ts";
import {
  countError,
  distanceFrom,
  draw,
  meanError,
  normalDistribution,
  varianceRatio,
} from "./support/distance.ts";

const COUNT = 20_000;

/** One set of true draws in a thousand is farther away: see support/distance.ts. */
const FAR = 1.95;

/** Hands out the numbers given, then fails. */
function scripted(...numbers: number[]): SeededRandom {
  return {
    next() {
      const number = numbers.shift();
      if (number === undefined) throw new Error("no number left");
      return number;
    },
  };
}

describe("normal variates", () => {
  test("are normal, to the tails", () => {
    const draws = draw(COUNT, 11, normalVariate);
    expect(distanceFrom(draws, normalDistribution)).toBeLessThan(FAR);
    expect(Math.abs(meanError(draws, 0, 1))).toBeLessThan(3.3);
    expect(Math.abs(varianceRatio(draws, 0, 1) - 1)).toBeLessThan(3.3 * Math.sqrt(2 / COUNT));
    const fourth = draws.reduce((sum, value) => sum + value ** 4, 0) / COUNT;
    expect(Math.abs(fourth - 3)).toBeLessThan(3.3 * Math.sqrt(96 / COUNT));
  });

  test("leave out points outside the circle and its centre", () => {
    expect(normalVariate(scripted(0.01, 0.99, 0.5, 0.5, 0.75, 0.5))).toBe(Math.sqrt(-2 * Math.log(0.25)));
  });
});

describe("exponential variates", () => {
  test.each([0.02, 1, 300])("of rate %d have the distribution 1 − e^(−rate·t)", (rate) => {
    const draws = draw(COUNT, 12, (random) => exponentialVariate(random, rate));
    expect(distanceFrom(draws, (time) => -Math.expm1(-rate * time))).toBeLessThan(FAR);
    expect(draws.every((time) => time > 0)).toBe(true);
  });

  test("of a rate of 0 never come", () => {
    expect(exponentialVariate(createRandom(1), 0)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("geometric variates", () => {
  test.each([0.9, 0.3, 0.02])("of probability %d have the distribution 1 − (1 − p)^n", (probability) => {
    const draws = draw(COUNT, 13, (random) => geometricVariate(random, probability));
    const probabilities: number[] = [];
    for (let left = 1; left * COUNT > 20; left *= 1 - probability) probabilities.push(left * probability);
    expect(countError(draws, 1, probabilities)).toBeLessThan(4);
    expect(Math.abs(meanError(draws, 1 / probability, (1 - probability) / probability ** 2))).toBeLessThan(
      3.3,
    );
  });

  test("of a tiny probability are exponential, of 1 are 1, of 0 never come", () => {
    const draws = draw(COUNT, 14, (random) => geometricVariate(random, 1e-12));
    expect(draws.every(Number.isInteger)).toBe(true);
    expect(distanceFrom(draws, (trials) => -Math.expm1(-trials * 1e-12))).toBeLessThan(FAR);
    expect(draw(100, 14, (random) => geometricVariate(random, 1))).toEqual(new Float64Array(100).fill(1));
    expect(geometricVariate(createRandom(1), 0)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("gamma variates", () => {
  /** Of a whole shape: 1 − e^(−x)·Σ x^k/k!. */
  const erlang = (shape: number) => (x: number) => {
    let term = Math.exp(-x);
    let tail = 0;
    for (let k = 1; k <= shape; k += 1) {
      tail += term;
      term *= x / k;
    }
    return 1 - tail;
  };
  const halfShape = (x: number) => 2 * normalDistribution(Math.sqrt(2 * x)) - 1;

  test.each([
    ["½ (chi squared)", 0.5, halfShape],
    ["1 (exponential)", 1, erlang(1)],
    ["2 (Erlang)", 2, erlang(2)],
    ["17 (Erlang)", 17, erlang(17)],
  ])("of shape %s have its distribution", (_name, shape, distribution) => {
    const draws = draw(COUNT, 15, (random) => gammaVariate(random, shape, 1));
    expect(distanceFrom(draws, distribution)).toBeLessThan(FAR);
    const slow = draw(COUNT, 16, (random) => gammaVariate(random, shape, 0.25));
    expect(distanceFrom(slow, (x) => distribution(x / 4))).toBeLessThan(FAR);
    const ln = draw(COUNT, 17, (random) => lnGammaVariate(random, shape));
    expect(distanceFrom(ln, (x) => distribution(Math.exp(x)))).toBeLessThan(FAR);
  });

  test.each([0.02, 0.243, 0.553, 1.5, 3.74, 100, 1e5])("of shape %d have its mean and variance", (shape) => {
    const rate = 4.414;
    const draws = draw(4 * COUNT, 18, (random) => gammaVariate(random, shape, rate));
    const [mean, variance] = [shape / rate, shape / rate / rate];
    expect(Math.abs(meanError(draws, mean, variance))).toBeLessThan(3.3);
    const error = Math.sqrt((2 + 6 / shape) / draws.length);
    expect(Math.abs(varianceRatio(draws, mean, variance) - 1)).toBeLessThan(4 * error);
  });

  test("of a large shape are normal, without noise from cancellation", () => {
    for (const shape of [1e8, 1e12, 1e16]) {
      const draws = draw(COUNT, 19, (random) => gammaVariate(random, shape, 1));
      const standard = draws.map((value) => (value - shape) / Math.sqrt(shape));
      expect(distanceFrom(standard, normalDistribution)).toBeLessThan(FAR);
    }
  });

  test("of a tiny shape have logarithms: −shape·ln is exponential in the limit", () => {
    for (const shape of [1e-6, 1e-300]) {
      const draws = draw(COUNT, 20, (random) => -shape * lnGammaVariate(random, shape));
      expect(distanceFrom(draws, (x) => -Math.expm1(-x))).toBeLessThan(FAR);
    }
    expect(lnGammaVariate(createRandom(1), Number.MIN_VALUE)).toBe(-Number.MAX_VALUE);
    expect(gammaVariate(createRandom(1), 1e-6, 1)).toBe(0);
  });

  test("of a small shape are 0 only below the doubles", () => {
    const random = createRandom(21);
    const twin = createRandom(21);
    for (let count = 0; count < 2_000; count += 1) {
      const ln = lnGammaVariate(random, 0.01) - Math.log(3);
      const value = gammaVariate(twin, 0.01, 3);
      expect(value).toBe(Math.exp(ln));
      expect(value > 0).toBe(ln > -745.13);
    }
  });

  test("pass over points that would be negative, and the logarithm decides outside the quick area", () => {
    // A normal variate near −3.4 at shape 1, where 1 + c·x < 0, then one of 0 that is taken at once.
    const [far, near] = [
      [0.499, 0.5, 0.5014, 0.5],
      [0.75, 0.5],
    ];
    const x = (u: number) => (2 * u - 1) * Math.sqrt((-2 * Math.log((2 * u - 1) ** 2)) / (2 * u - 1) ** 2);
    const c = 1 / Math.sqrt(6);
    expect(1 + c * x(far[0]!)).toBeLessThan(0);
    const v = (u: number) => (2 / 3) * (1 + c * x(u)) ** 3;
    expect(gammaVariate(scripted(far[0]!, 0.5, ...near, 0.1), 1, 1)).toBeCloseTo(v(0.75), 12);
    // 1 − 2^-53 is refused by both tests for x = 1.665, 0.8 by the first alone.
    expect(gammaVariate(scripted(...near, 1 - 2 ** -53, 0.6, 0.5, 0.1), 1, 1)).toBeCloseTo(v(0.6), 12);
    expect(gammaVariate(scripted(...near, 0.8), 1, 1)).toBeCloseTo(v(0.75), 12);
  });
});

describe("beta variates", () => {
  test.each<[number, number, (x: number) => number]>([
    [1, 1, (x) => x],
    [0.25, 1, (x) => x ** 0.25],
    [0.001, 1, (x) => x ** 0.001],
    [1, 0.25, (x) => 1 - (1 - x) ** 0.25],
    [1, 1e5, (x) => -Math.expm1(1e5 * Math.log1p(-x))],
    [0.5, 0.5, (x) => (2 / Math.PI) * Math.asin(Math.sqrt(x))],
    [2, 2, (x) => x * x * (3 - 2 * x)],
    [3, 1, (x) => x ** 3],
  ])("of %d and %d have its distribution", (a, b, distribution) => {
    const draws = draw(COUNT, 22, (random) => betaVariate(random, a, b));
    // Where many fall on 0 the jump there is no distance: spread them over it.
    const jump = distribution(Number.MIN_VALUE);
    const random = createRandom(23);
    const shares = draws.map((value) => (value === 0 ? jump * random.next() : distribution(value)));
    expect(distanceFrom(shares, (share) => share)).toBeLessThan(FAR);
  });

  test.each([
    [0.793, 2.426],
    [0.02, 0.05],
    [7, 0.3],
    [500, 2000],
  ])("of %d and %d have its mean and variance", (a, b) => {
    const draws = draw(4 * COUNT, 24, (random) => betaVariate(random, a, b));
    const mean = a / (a + b);
    const variance = (mean * (1 - mean)) / (a + b + 1);
    expect(Math.abs(meanError(draws, mean, variance))).toBeLessThan(3.3);
    expect(varianceRatio(draws, mean, variance)).toBeCloseTo(1, 1.4);
  });

  test("of parameters next to nothing are 0 or 1, as often as it should be, and never NaN", () => {
    for (const size of [1e-4, 1e-100, 1e-300]) {
      const draws = draw(COUNT, 25, (random) => betaVariate(random, 3 * size, size));
      expect(draws.every((value) => value >= 0 && value <= 1)).toBe(true);
      expect(Math.abs(meanError(draws, 0.75, 3 / 16))).toBeLessThan(3.3);
    }
    expect(betaVariate(createRandom(1), Number.MIN_VALUE, Number.MIN_VALUE)).toBe(0.5);
    expect(betaVariate(createRandom(1), 1e300, 1e300)).toBe(0.5);
  });
});

describe("parameters that no distribution has are refused", () => {
  const random = createRandom(1);
  test.each<[string, () => number]>([
    ["a negative rate", () => exponentialVariate(random, -1)],
    ["an infinite rate", () => exponentialVariate(random, Number.POSITIVE_INFINITY)],
    ["a probability above 1", () => geometricVariate(random, 1.5)],
    ["a negative probability", () => geometricVariate(random, -0.5)],
    ["a shape of 0", () => gammaVariate(random, 0, 1)],
    ["a shape that is NaN", () => gammaVariate(random, Number.NaN, 1)],
    ["an infinite shape", () => lnGammaVariate(random, Number.POSITIVE_INFINITY)],
    ["a rate of 0 of a gamma", () => gammaVariate(random, 1, 0)],
    ["a negative a of a beta", () => betaVariate(random, -1, 1)],
    ["a b of 0 of a beta", () => betaVariate(random, 1, 0)],
  ])("%s", (_name, call) => {
    expect(call).toThrow("internal_invariant");
  });
});
