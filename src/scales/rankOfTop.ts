/**
 * ceil(top · count), exactly: the share is read as the decimal that it is written as, so .07 of 100 is 7, where
 * doubles would say 8. `top` is above 0 and at most 1, `count` at least 1; the
 * rank counts from 1.
 */
export function rankOfTop(top: number, count: number): number {
  const [mantissa = "", exponent = "0"] = String(top).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const denominator = 10n ** BigInt(fraction.length - Number(exponent));
  const numerator = BigInt(whole + fraction) * BigInt(count);
  return Number((numerator + denominator - 1n) / denominator);
}
