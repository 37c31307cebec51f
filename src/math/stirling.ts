/**
 * Above this the expansions below are exact to a double; a smaller argument is moved up by the recurrence
 * Γ(x+1) = x·Γ(x) (DLMF 5.5.1).
 */
export const STIRLING_FROM = 8;

/** lnΓ(x) − ((x − ½)·ln x − x + ½·ln 2π) for x ≥ {@link STIRLING_FROM}: Stirling's series, DLMF 5.11.1. */
export function lnGammaTail(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  return (
    inverse *
    (1 / 12 -
      square *
        (1 / 360 -
          square *
            (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360360 - square / 156))))))
  );
}

/** ψ(x) − (ln x − 1/(2x)) for x ≥ {@link STIRLING_FROM}: the derivative of {@link lnGammaTail}, DLMF 5.11.2. */
export function digammaTail(x: number): number {
  const square = 1 / (x * x);
  return (
    -square *
    (1 / 12 -
      square *
        (1 / 120 -
          square *
            (1 / 252 -
              square *
                (1 / 240 -
                  square * (1 / 132 - square * (691 / 32760 - square * (1 / 12 - (square * 3617) / 8160)))))))
  );
}
