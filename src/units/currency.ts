import type { IssuePath } from "../base/issue.ts";
import { fail } from "../base/loyaltyError.ts";

/** How many decimals most currencies have; the others stand in {@link OTHER_DIGITS}. */
const USUAL_DIGITS = 2;

/** ISO 4217 currencies and fund codes without two decimals. Metals, test codes and units of account have none at all. */
const OTHER_DIGITS: readonly (readonly [digits: number, codes: string])[] = [
  [0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"],
  [3, "BHD IQD JOD KWD LYD OMR TND"],
  [4, "CLF UYW"],
];

/** ISO 4217 currencies and fund codes with two decimals, as of 2026. */
const USUAL_CODES =
  "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW " +
  "CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF " +
  "IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK " +
  "MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP " +
  "SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER " +
  "ZAR ZMW ZWG";

/** Withdrawn since 2020 (all with two decimals), but still found in the order histories of shops. */
const LATELY_WITHDRAWN_CODES = "ANG BGN CUC HRK SLL ZWL";

function tabulateDigits(): ReadonlyMap<string, number> {
  const digitsByCode = new Map<string, number>();
  const usual = `${USUAL_CODES} ${LATELY_WITHDRAWN_CODES}`;
  for (const [digits, codes] of [...OTHER_DIGITS, [USUAL_DIGITS, usual] as const]) {
    for (const code of codes.split(" ")) digitsByCode.set(code, digits);
  }
  return digitsByCode;
}

const MINOR_DIGITS: ReadonlyMap<string, number> = /* @__PURE__ */ tabulateDigits();

/**
 * How many decimals a currency has, by ISO 4217, or undefined for a code that is not in it. Codes are in
 * capitals. Currencies that were withdrawn since 2020 are still known.
 *
 * @example
 * minorDigitsOf("USD"); // => 2
 * minorDigitsOf("VND"); // => 0
 * minorDigitsOf("usd"); // => undefined
 */
export function minorDigitsOf(currency: string): number | undefined {
  return MINOR_DIGITS.get(currency);
}

/** Whether a value is a currency code in ISO 4217, in capitals. */
export function isCurrency(value: unknown): value is string {
  return typeof value === "string" && MINOR_DIGITS.has(value);
}

/**
 * How many decimals a currency has, for a value that nobody checked yet.
 *
 * @throws LoyaltyError `unknown_currency` at `path`.
 */
export function assertCurrency(currency: unknown, path: IssuePath): number {
  const digits = typeof currency === "string" ? minorDigitsOf(currency) : undefined;
  return digits ?? fail("unknown_currency", path, CURRENCY_EXPECTED, currency);
}

/** What every issue about a currency asks for. */
export const CURRENCY_EXPECTED = 'an ISO 4217 code such as "USD"';
