import { createIssue, type LoyaltyIssue } from "../../base/issue.ts";
import { DEFAULT_ISSUE_LIMIT } from "../../base/issueList.ts";
import type { CommonCode } from "../../base/issueMessages.ts";
import { fail, failOnIssues } from "../../base/loyaltyError.ts";
import { CURRENCY_EXPECTED, isCurrency, minorDigitsOf } from "../../units/currency.ts";
import type { AmountForm } from "../../units/money.ts";
import { isTimeZone, ZONE_EXPECTED, type Zone, zoneOf } from "../../units/timeZone.ts";
import type { ConvertAmount, ReadOptions } from "../readOptions.ts";

/** Checked options, with everything that reading needs at hand. */
export interface ReadingContext {
  readonly currency: string;
  /** Decimals of `currency`. */
  readonly digits: number;
  readonly timeZone: string;
  /** Undefined when no zone was stated. */
  readonly zone: Zone | undefined;
  readonly amounts: AmountForm;
  readonly convert: ConvertAmount | undefined;
  readonly onInvalid: "throw" | "collect";
  readonly issueLimit: number;
}

/**
 * Checks the options of a reading verb, all of them before it complains.
 *
 * @throws LoyaltyError `unknown_currency`, `invalid_time_zone`, `invalid_option`.
 */
export function createReadingContext(options: ReadOptions): ReadingContext {
  const given: unknown = options;
  if (typeof given !== "object" || given === null)
    fail("invalid_option", [], "options with a currency", given);
  const { currency, timeZone, convert } = options;
  const { amounts = "major", onInvalid = "throw", issueLimit = DEFAULT_ISSUE_LIMIT } = options;
  const issues: LoyaltyIssue[] = [];
  const check = (
    holds: boolean,
    code: CommonCode,
    name: string,
    expected: string,
    received: unknown,
  ): void => {
    if (!holds) issues.push(createIssue(code, [name], expected, received));
  };
  check(isCurrency(currency), "unknown_currency", "currency", CURRENCY_EXPECTED, currency);
  const zoneIsFine = timeZone === undefined || isTimeZone(timeZone);
  check(zoneIsFine, "invalid_time_zone", "timeZone", ZONE_EXPECTED, timeZone);
  const amountsAreFine = amounts === "major" || amounts === "minor";
  check(amountsAreFine, "invalid_option", "amounts", '"major" or "minor"', amounts);
  const treatmentIsFine = onInvalid === "throw" || onInvalid === "collect";
  check(treatmentIsFine, "invalid_option", "onInvalid", '"throw" or "collect"', onInvalid);
  const limitIsFine = Number.isSafeInteger(issueLimit) && issueLimit >= 1;
  check(limitIsFine, "invalid_option", "issueLimit", "a whole number of at least 1", issueLimit);
  const conversionIsFine = convert === undefined || typeof convert === "function";
  check(conversionIsFine, "invalid_option", "convert", "a function", convert);
  failOnIssues(issues);
  return {
    currency,
    digits: minorDigitsOf(currency) as number,
    timeZone: timeZone ?? "UTC",
    zone: timeZone === undefined ? undefined : zoneOf(timeZone),
    amounts,
    convert,
    onInvalid,
    issueLimit,
  };
}
