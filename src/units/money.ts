import { assertInvariant } from "../base/assertInvariant.ts";
import { digitAt } from "./digits.ts";
import { doubleBelow } from "./nextDouble.ts";

/** How amounts are written: `"major"` is dollars and cents (`"12.05"`), `"minor"` whole cents (`1205`). */
export type AmountForm = "major" | "minor";

/** What can be wrong with an amount; see the sentences of the same codes. */
export type AmountIssueCode = "invalid_amount" | "negative_zero" | "too_many_decimals" | "unsafe_amount";

/** A decimal as it was written: `significand` × 10^`exponent`, no zeros around the significand, empty for zero. */
interface ExactDecimal {
  readonly negative: boolean;
  readonly significand: string;
  readonly exponent: number;
}

// Every part can begin in one way only, so the match is linear in the length of the text.
const DECIMAL_PATTERN = /^([+-]?)(\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,9}))?$/;

const CODE_OF_ZERO = 48; // "0"

/** The point, as far from "0" as {@link digitAt} counts. */
const POINT = -2;

/** Decimals of up to 15 digits survive as doubles, and scaling finds them again; longer ones may have lost digits. */
const DECIMALS_SURVIVE_BELOW = 1e15;

/** Powers of ten by number of decimals; to compute one took as long as all the rest of reading a number. */
const SCALES: readonly number[] = [1, 10, 100, 1000, 10_000];

function scaleOf(decimals: number): number {
  return SCALES[decimals] ?? 10 ** decimals;
}

/** Safe integers have at most this many digits. */
const SAFE_DIGITS = 16;

/** The largest double has this many digits before its point. */
const DOUBLE_DIGITS = 309;

/**
 * Reads an amount into integer minor units, exactly: no rounding and no binary fractions. A number means the
 * decimal that it prints as, so `0.1 + 0.2` has seventeen decimals and is refused; so is a number in major units
 * with more than fifteen digits where there are decimals to lose: write it as a string. Zeros behind the last
 * decimal of the currency are fine; thousands separators and currency signs are not.
 *
 * @param value A decimal string, a number or a bigint; spaces around a string are ignored.
 * @param form What the value counts: major units, or minor units already.
 * @param digits Decimals of the currency, see `minorDigitsOf`.
 * @returns Minor units, a safe integer and never −0, or the code of what is wrong.
 *
 * @example
 * parseAmount("12.05", "major", 2); // => 1205
 * parseAmount(100, "major", 0); // => 100
 * parseAmount("1205", "minor", 2); // => 1205
 * parseAmount("0.005", "major", 2); // => "too_many_decimals"
 */
export function parseAmount(value: unknown, form: AmountForm, digits: number): number | AmountIssueCode {
  const decimals = form === "minor" ? 0 : digits;
  switch (typeof value) {
    case "number":
      return minorOfNumber(value, decimals);
    case "string": {
      const plain = minorOfPlainText(value, decimals);
      return plain >= 0 ? plain : minorOfText(value.trim(), decimals);
    }
    case "bigint":
      return minorOfText(String(value), decimals);
    default:
      return "invalid_amount";
  }
}

function minorOfNumber(value: number, decimals: number): number | AmountIssueCode {
  if (!Number.isFinite(value)) return "invalid_amount";
  if (Object.is(value, -0)) return "negative_zero";
  const scale = scaleOf(decimals);
  const minor = Math.round(value * scale);
  if (Math.abs(minor) < DECIMALS_SURVIVE_BELOW && minor / scale === value) return minor;
  const printed = minorOfText(String(value), decimals);
  return decimals > 0 && typeof printed === "number" ? "unsafe_amount" : printed;
}

/**
 * The usual way to write an amount: digits, with at most one point among them and no more decimals than the
 * currency has. −1 for every other text, which {@link minorOfText} then judges: the pattern below and the pieces
 * that it cuts took ten times as long.
 */
function minorOfPlainText(text: string, decimals: number): number {
  const { length } = text;
  if (length === 0 || length > SAFE_DIGITS) return -1;
  const usualPoint = length - 1 - decimals;
  if (decimals > 0 && usualPoint > 0 && digitAt(text, usualPoint) === POINT) {
    const minor = numberIn(text, usualPoint + 1, length, numberIn(text, 0, usualPoint, 0));
    return minor >= 0 ? minor : -1;
  }
  let pointIndex = 0;
  while (pointIndex < length && digitAt(text, pointIndex) !== POINT) pointIndex += 1;
  const fractionIndex = Math.min(length, pointIndex + 1);
  const zeros = decimals - (length - fractionIndex);
  // Digits may be left out before the point, not behind it.
  if (zeros < 0 || pointIndex === length - 1) return -1;
  // Exact up to 2^53; rounding never takes what is above it below it again.
  const scaled = numberIn(text, fractionIndex, length, numberIn(text, 0, pointIndex, 0)) * scaleOf(zeros);
  return scaled >= 0 && scaled <= Number.MAX_SAFE_INTEGER ? scaled : -1;
}

/** The number that digits write from `start` to `end`, behind those of `before`; far below 0 where one is no digit. */
function numberIn(text: string, start: number, end: number, before: number): number {
  let number = before;
  for (let index = start; index < end; index += 1) {
    const digit = digitAt(text, index);
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : Number.NEGATIVE_INFINITY;
  }
  return number;
}

function minorOfText(text: string, decimals: number): number | AmountIssueCode {
  const decimal = exactDecimalOf(text);
  if (decimal === undefined) return "invalid_amount";
  const { negative, significand, exponent } = decimal;
  if (significand === "") return negative ? "negative_zero" : 0;
  const zeros = exponent + decimals;
  if (zeros < 0) return "too_many_decimals";
  if (significand.length + zeros > SAFE_DIGITS) return "unsafe_amount";
  const minor = Number(significand + "0".repeat(zeros));
  if (!Number.isSafeInteger(minor)) return "unsafe_amount";
  return negative ? -minor : minor;
}

function exactDecimalOf(text: string): ExactDecimal | undefined {
  const match = DECIMAL_PATTERN.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = "", power = "0"] = match;
  const written = whole + fraction;
  if (written === "") return undefined;
  let end = written.length;
  while (end > 0 && written.charCodeAt(end - 1) === CODE_OF_ZERO) end -= 1;
  let start = 0;
  while (start < end && written.charCodeAt(start) === CODE_OF_ZERO) start += 1;
  const exponent = Number(power) - fraction.length + (written.length - end);
  return { negative: sign === "-", significand: written.slice(start, end), exponent };
}

/**
 * Minor units as a decimal string in major units, with all decimals of the currency.
 *
 * @example
 * formatMinor(-1205, 2); // => "-12.05"
 * formatMinor(100, 0); // => "100"
 *
 * @throws LoyaltyError `internal_invariant` for anything but a safe integer.
 */
export function formatMinor(amountMinor: number, digits: number): string {
  assertInvariant(Number.isSafeInteger(amountMinor), "integer minor units", amountMinor);
  const text = String(Math.abs(amountMinor)).padStart(digits + 1, "0");
  const sign = amountMinor < 0 ? "-" : "";
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** A threshold on money, ready to be compared with amounts in minor units. */
export interface MinorBounds {
  /** The largest integer a double can hold that is not above the threshold. */
  readonly floor: number;
  /** Whether `floor` is the threshold itself. */
  readonly exact: boolean;
}

/**
 * A threshold in major units as a bound in minor units. It may be negative, finer than the minor unit, or
 * far above every amount. For every integer `x` that a double holds, amounts and sums of them alike:
 * `x ≤ threshold` is `x <= floor`, and `x < threshold` is `exact ? x < floor : x <= floor`; the other two are
 * their opposites, and equality needs `exact`. Up to 2^53 the floor is the true one; above it, the next double
 * below. Beyond all doubles it is `Number.MAX_VALUE` or `-Infinity`, not exact, and the rules still hold.
 *
 * @returns Undefined when the threshold is not a finite decimal.
 *
 * @example
 * minorBoundsOf("99.99", 2); // => { floor: 9999, exact: true }
 * minorBoundsOf(-0.005, 2); // => { floor: -1, exact: false }
 * minorBoundsOf("a lot", 2); // => undefined
 */
export function minorBoundsOf(threshold: number | string, digits: number): MinorBounds | undefined {
  const decimal = exactDecimalOf(String(threshold).trim());
  if (decimal === undefined) return undefined;
  const { negative, significand, exponent } = decimal;
  if (significand === "") return { floor: 0, exact: true };
  const zeros = exponent + digits;
  if (significand.length + zeros > DOUBLE_DIGITS) return boundsBeyondDoubles(negative);
  const whole = zeros < 0 ? significand.slice(0, zeros) || "0" : significand + "0".repeat(zeros);
  const magnitude = BigInt(whole);
  if (zeros < 0) return { floor: doubleUpTo(negative ? -magnitude - 1n : magnitude), exact: false };
  return boundsOfInteger(negative ? -magnitude : magnitude);
}

function boundsBeyondDoubles(negative: boolean): MinorBounds {
  return { floor: negative ? Number.NEGATIVE_INFINITY : Number.MAX_VALUE, exact: false };
}

function boundsOfInteger(integer: bigint): MinorBounds {
  const floor = doubleUpTo(integer);
  return { floor, exact: Number.isFinite(floor) && BigInt(floor) === integer };
}

/** The largest double that is not above the integer. */
function doubleUpTo(integer: bigint): number {
  const nearest = Number(integer);
  if (nearest === Number.POSITIVE_INFINITY) return Number.MAX_VALUE;
  const fits = nearest === Number.NEGATIVE_INFINITY || BigInt(nearest) <= integer;
  return fits ? nearest : doubleBelow(nearest);
}
