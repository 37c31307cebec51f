import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { invertSymmetric } from "../../src/math/invertSymmetric.ts";

const entry = fc.integer({ min: -100, max: 100 });

/** B·Bᵀ + I for a B of whole numbers: positive definite for sure. */
const positiveDefinite = fc.integer({ min: 1, max: 6 }).chain((size) =>
  fc.array(entry, { minLength: size * size, maxLength: size * size }).map((b) => {
    const matrix = new Float64Array(size * size);
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < size; column += 1) {
        let sum = row === column ? 1 : 0;
        for (let k = 0; k < size; k += 1) sum += b[row * size + k]! * b[column * size + k]!;
        matrix[row * size + column] = sum;
      }
    }
    return { size, matrix };
  }),
);

describe("the inverse of a positive definite matrix", () => {
  test.prop([positiveDefinite])("times the matrix is one, and it is symmetric", ({ size, matrix }) => {
    const inverse = invertSymmetric(matrix, size)!;
    const largest = Math.max(...matrix) * Math.max(...inverse.map(Math.abs));
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < size; column += 1) {
        let sum = 0;
        for (let k = 0; k < size; k += 1) sum += inverse[row * size + k]! * matrix[k * size + column]!;
        expect(Math.abs(sum - Number(row === column))).toBeLessThan(1e-13 * size * size * largest);
        expect(inverse[row * size + column]).toBe(inverse[column * size + row]);
      }
    }
  });

  test.prop([positiveDefinite, fc.integer({ min: -40, max: 40 })])(
    "is the inverse multiple for a multiple by a power of 4",
    ({ size, matrix }, power) => {
      const scaled = invertSymmetric(
        matrix.map((value) => value * 4 ** power),
        size,
      )!;
      expect(scaled).toEqual(invertSymmetric(matrix, size)!.map((value) => value / 4 ** power));
    },
  );

  test.prop([positiveDefinite, fc.nat(5)])(
    "is none when one variance is taken away",
    ({ size, matrix }, at) => {
      const row = at % size;
      matrix[row * size + row] = 0;
      expect(invertSymmetric(matrix, size)).toBeNull();
    },
  );
});
