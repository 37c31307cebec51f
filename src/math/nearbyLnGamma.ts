import { digammaTail, lnGammaTail, STIRLING_FROM } from "./stirling.ts";

/** Below this a difference of tails loses digits that their slope keeps. */
const SLOPE_BELOW = 0.01;

/**
 * lnΓ(x + step) − lnΓ(x) with full relative precision however small the step is, for x > 0 and x + step > 0.
 * Stirling's series (DLMF 5.11.1) is subtracted term by term; a small x is first moved up by DLMF 5.5.1.
 */
export function nearbyLnGamma(x: number, step: number): number {
  let start = x;
  let grownBy = 0; // Π (1 + step/(x+k)) − 1
  while (start < STIRLING_FROM) {
    grownBy += (step / start) * (1 + grownBy);
    start += 1;
  }
  const end = start + step;
  const main = (start - 0.5) * Math.log1p(step / start) + step * (Math.log(end) - 1);
  return main + tailDifference(start, step) - Math.log1p(grownBy);
}

/** Small steps by Gauss' rule with two points, exact to a double there. */
function tailDifference(start: number, step: number): number {
  if (Math.abs(step) >= SLOPE_BELOW) return lnGammaTail(start + step) - lnGammaTail(start);
  const middle = start + step / 2;
  const offset = step / Math.sqrt(12);
  return (step / 2) * (digammaTail(middle - offset) + digammaTail(middle + offset));
}
