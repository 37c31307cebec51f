import { CURRENCY_EXPECTED, minorDigitsOf } from "../../units/currency.ts";
import { type AmountForm, type AmountIssueCode, parseAmount } from "../../units/money.ts";
import { type Field, type Payload, refuse } from "./field.ts";

/** An amount in integer minor units of a currency with `digits` decimals, at least 0. */
export function createAmountField(form: AmountForm, digits: number): Field<number> {
  const expected = form === "minor" ? "whole minor units" : "a decimal such as 12.50, as text or number";
  const expectedByCode: Readonly<Record<AmountIssueCode, string>> = {
    invalid_amount: expected,
    negative_zero: "0",
    too_many_decimals: form === "minor" || digits === 0 ? "no decimals" : `at most ${digits} decimals`,
    unsafe_amount: "at most 2^53 - 1 minor units, and more than 15 digits as text",
  };
  return {
    expected,
    parse(value) {
      const amount = parseAmount(value, form, digits);
      return typeof amount === "number" && amount >= 0 ? amount : undefined;
    },
    read: (value, payload) => checkAmount(parseAmount(value, form, digits), expectedByCode, value, payload),
  };
}

function checkAmount(
  amount: number | AmountIssueCode,
  expectedByCode: Readonly<Record<AmountIssueCode, string>>,
  value: unknown,
  payload: Payload,
): number {
  if (typeof amount === "string") return refuse(payload, amount, expectedByCode[amount], value);
  return amount < 0 ? refuse(payload, "negative_amount", "0 or more", value) : amount;
}

/** The currency of a row: small letters are fine, since payment providers write them. */
export function currencyCodeOf(value: unknown): string | undefined {
  return typeof value === "string" ? value.trim().toUpperCase() : undefined;
}

/** A currency that is the table's own, or another one where a conversion is at hand. */
export function createCurrencyField(ownCurrency: string, mayConvert: boolean): Field<string> {
  return {
    expected: CURRENCY_EXPECTED,
    parse: (value) => (currencyCodeOf(value) === ownCurrency ? ownCurrency : undefined),
    read(value, payload) {
      const code = currencyCodeOf(value);
      if (code === undefined || minorDigitsOf(code) === undefined) {
        return refuse(payload, "unknown_currency", CURRENCY_EXPECTED, value);
      }
      if (code !== ownCurrency && !mayConvert) {
        return refuse(payload, "mixed_currencies", `${ownCurrency}, or the option convert`, value);
      }
      return code;
    },
  };
}
