const DIGIT_0 = 48;

/** What stands for "not two digits": so far below zero that a year made of it is below zero too. */
const NO_DIGITS = -10_000;

/** The digit at `index`, which lies inside the text; below 0 or above 9 for any other character. */
export function digitAt(text: string, index: number): number {
  return text.charCodeAt(index) - DIGIT_0;
}

/** The number that two digits write, or a number far below 0. Both lie inside the text: see {@link digitAt}. */
export function twoDigitsAt(text: string, index: number): number {
  const tens = digitAt(text, index);
  const ones = digitAt(text, index + 1);
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NO_DIGITS;
}
