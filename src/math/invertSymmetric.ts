/** A pivot that has lost all but this part of its diagonal entry is nothing but rounding. */
const PIVOT_FLOOR: number = Number.EPSILON;

/**
 * The inverse of a symmetric, positive definite matrix by Cholesky's factors A = L·Lᵀ, A⁻¹ = L⁻ᵀ·L⁻¹. The result is
 * exactly symmetric.
 *
 * @param matrix Row-major, `size` × `size`; only the diagonal and what lies below it are read.
 * @returns Row-major, a new array; null for a matrix that is not positive definite as far as doubles can tell, or
 * whose inverse does not fit them.
 *
 * @example
 * invertSymmetric(Float64Array.of(4, 2, 2, 2), 2); // => Float64Array.of(0.5, -0.5, -0.5, 1)
 * invertSymmetric(Float64Array.of(1, 2, 2, 1), 2); // => null
 */
export function invertSymmetric(matrix: Float64Array, size: number): Float64Array | null {
  const factor = choleskyOf(matrix, size);
  if (factor === null) return null;
  invertTriangle(factor, size);
  const inverse = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = 0;
      for (let k = row; k < size; k += 1) {
        sum += (factor[k * size + row] as number) * (factor[k * size + column] as number);
      }
      if (!Number.isFinite(sum)) return null;
      inverse[row * size + column] = sum;
      inverse[column * size + row] = sum;
    }
  }
  return inverse;
}

/** The lower triangle L, row by row; null without one. */
function choleskyOf(matrix: Float64Array, size: number): Float64Array | null {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      const entry = matrix[row * size + column] as number;
      let rest = entry;
      for (let k = 0; k < column; k += 1) {
        rest -= (factor[row * size + k] as number) * (factor[column * size + k] as number);
      }
      if (column < row) {
        factor[row * size + column] = rest / (factor[column * size + column] as number);
      } else if (rest > PIVOT_FLOOR * size * entry && rest < Number.POSITIVE_INFINITY) {
        factor[row * size + row] = Math.sqrt(rest);
      } else {
        return null;
      }
    }
  }
  return factor;
}

/** Puts L⁻¹ in the place of L. */
function invertTriangle(factor: Float64Array, size: number): void {
  for (let column = 0; column < size; column += 1) {
    factor[column * size + column] = 1 / (factor[column * size + column] as number);
    for (let row = column + 1; row < size; row += 1) {
      let sum = 0;
      for (let k = column; k < row; k += 1) {
        sum -= (factor[row * size + k] as number) * (factor[k * size + column] as number);
      }
      factor[row * size + column] = sum / (factor[row * size + row] as number);
    }
  }
}
