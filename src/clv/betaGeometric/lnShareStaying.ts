import { lnGammaDifference } from "../../math/lnGammaDifference.ts";

/**
 * ln(B(a, b+y) / B(a, b)), of the probability to stay at each of y chances to leave: lnΓ(b+y) − lnΓ(b) less the same at
 * a+b, or with a and y changing places, whichever steps less far: at y = 5000 the one would lose four digits.
 */
export function lnShareStaying(a: number, b: number, chances: number): number {
  return chances <= a
    ? lnGammaDifference(b, chances) - lnGammaDifference(a + b, chances)
    : lnGammaDifference(b, a) - lnGammaDifference(b + chances, a);
}
