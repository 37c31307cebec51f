import type { Activity, ActivityKind, OrderActivity, RefundActivity } from "../../customers/activity.ts";
import { isoDayOf } from "../../units/day.ts";
import { parseAmount } from "../../units/money.ts";
import type { Complaint } from "../fields/field.ts";
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
): Activity | readonly Complaint[] {
  const { amountMinor, costMinor, ...rest } = activity as OrderActivity | RefundActivity;
  const place = { from, to: context.currency, day: isoDayOf(activity.day), row };
  const complaints: Complaint[] = [];
  const convert = (amount: number, field: "amount" | "cost"): number => {
    const answer = context.convert?.(amount, { ...place, field });
    const complaint = complaintOf(answer, place, field);
    if (complaint !== undefined) complaints.push(complaint);
    return Number(answer);
  };
  const converted = {
    ...rest,
    amountMinor: convert(amountMinor, "amount"),
    ...(costMinor === undefined ? {} : { costMinor: convert(costMinor, "cost") }),
  };
  return complaints.length > 0 ? complaints : converted;
}

function complaintOf(
  answer: unknown,
  { from, to }: Pick<ConversionContext, "from" | "to">,
  field: "amount" | "cost",
): Complaint | undefined {
  if (answer === undefined) {
    const expected = `${to}, or a rate for ${from}`;
    return { code: "mixed_currencies", path: ["currency"], expected, received: from };
  }
  const minor = typeof answer === "number" ? parseAmount(answer, "minor", 0) : "invalid_amount";
  if (typeof minor === "number" && minor >= 0) return undefined;
  const code = typeof minor === "string" ? minor : "negative_amount";
  const expected = `convert to answer whole minor units of ${to}, at least 0`;
  return { code, path: [field], expected, received: answer };
}
