import { createIssue, type LoyaltyIssue } from "../../base/issue.ts";
import type { Activity, ActivityKind, OrderActivity, RefundActivity } from "../../customers/activity.ts";
import { isoDayOf } from "../../units/day.ts";
import { parseAmount } from "../../units/money.ts";
import type { ConversionContext } from "../readOptions.ts";
import type { ReadingContext } from "./readingContext.ts";

/** Whether activities of a kind carry amounts, and so a currency. */
export function hasMoney(kind: ActivityKind): boolean {
  return kind === "order" || kind === "refund";
}

/**
 * The activity with its amounts in the table's currency, by the conversion that the user supplied. What that
 * answers is checked like an amount of a row: whole minor units, at least 0; undefined says "no rate".
 */
export function convertAmounts(
  activity: Activity,
  from: string,
  row: number,
  context: ReadingContext,
): Activity | readonly LoyaltyIssue[] {
  const { amountMinor, costMinor, ...rest } = activity as OrderActivity | RefundActivity;
  const place = { from, to: context.currency, day: isoDayOf(activity.day), row };
  const issues: LoyaltyIssue[] = [];
  const convert = (amount: number, field: "amount" | "cost"): number => {
    const answer = context.convert?.(amount, { ...place, field });
    const issue = issueOf(answer, place, field);
    if (issue !== undefined) issues.push(issue);
    return Number(answer);
  };
  const converted = {
    ...rest,
    amountMinor: convert(amountMinor, "amount"),
    ...(costMinor === undefined ? {} : { costMinor: convert(costMinor, "cost") }),
  };
  return issues.length > 0 ? issues : converted;
}

function issueOf(
  answer: unknown,
  { from, to }: Pick<ConversionContext, "from" | "to">,
  field: "amount" | "cost",
): LoyaltyIssue | undefined {
  if (answer === undefined)
    return createIssue("mixed_currencies", ["currency"], `${to}, or a rate for ${from}`, from);
  const minor = typeof answer === "number" ? parseAmount(answer, "minor", 0) : "invalid_amount";
  if (typeof minor === "number" && minor >= 0) return undefined;
  const code = typeof minor === "string" ? minor : "negative_amount";
  return createIssue(code, [field], `convert to answer whole minor units of ${to}, at least 0`, answer);
}
