import type { SmoothFunction } from "../../../src/math/smoothFunction.ts";

/** Rosenbrock's valley, in a chain for more than two dimensions: 0 at (1, 1, …). */
export const rosenbrock: SmoothFunction = {
  evaluate(point, gradient) {
    gradient.fill(0);
    let value = 0;
    for (let index = 0; index + 1 < point.length; index += 1) {
      const [x, y] = [point[index]!, point[index + 1]!];
      value += 100 * (y - x * x) ** 2 + (1 - x) ** 2;
      gradient[index]! += -400 * x * (y - x * x) - 2 * (1 - x);
      gradient[index + 1]! += 200 * (y - x * x);
    }
    return value;
  },
};

/** ½ Σ weight·(x − target)², seen through a rotation of all axes by Householder's reflection. */
export function rotatedParabola(weights: readonly number[], target: readonly number[]): SmoothFunction {
  const reflect = (vector: readonly number[]) => {
    const share = (2 / vector.length) * vector.reduce((sum, value) => sum + value, 0);
    return vector.map((value) => value - share);
  };
  return {
    evaluate(point, gradient) {
      const turned = reflect([...point].map((value, index) => value - target[index]!));
      gradient.set(reflect(turned.map((value, index) => weights[index]! * value)));
      return turned.reduce((sum, value, index) => sum + (weights[index]! * value * value) / 2, 0);
    },
  };
}

/** Minus the log-likelihood of normal data in (mean, ln of the standard deviation). */
export function normalLikelihood(data: readonly number[]): SmoothFunction {
  return {
    evaluate(point, gradient) {
      const [mean, lnDeviation] = [point[0]!, point[1]!];
      const precision = Math.exp(-2 * lnDeviation);
      const squares = data.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      gradient[0] = -precision * data.reduce((sum, value) => sum + (value - mean), 0);
      gradient[1] = data.length - precision * squares;
      return data.length * (lnDeviation + Math.log(2 * Math.PI) / 2) + (precision * squares) / 2;
    },
  };
}
