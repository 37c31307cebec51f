import { createIssueList } from "../base/issueList.ts";
import { failOnIssues } from "../base/loyaltyError.ts";
import type { Criterion } from "../criteria/criterion.ts";
import { explainCriterion } from "../criteria/explainCriterion.ts";
import type { Explanation } from "../criteria/explainedPart.ts";
import { type CustomerFacts, factSchemaOf, type OwnFactKinds } from "../customers/facts.ts";
import { assertCurrency } from "../units/currency.ts";
import { assertCriterion } from "./assertCriterion.ts";
import { checkOwnFacts } from "./checkOwnFacts.ts";
import { CUSTOMER_GROWTH } from "./customerGrowth.ts";

/** What {@link explainCustomer} must know beside the criterion. */
export interface ExplainCustomerOptions {
  /** ISO 4217; required with thresholds on money. */
  readonly currency?: string;
  /** Facts of your own that the criterion names. */
  readonly ownFacts?: OwnFactKinds;
}

/**
 * Why a criterion holds for a customer, or what must change for it to hold: the parts that are met and the parts
 * that are missing, with actual against required. `sentenceOf` says them in words. `missing` is empty exactly
 * when the criterion holds, and is `impossible` where this customer can no longer make it hold: who has bought
 * twice is never again someone with one order.
 *
 * @throws LoyaltyError with everything that is wrong with the criterion, as `customersWhere` does;
 * `currency_required`; `unknown_currency`; `reserved_fact`, `invalid_fact` for own facts
 *
 * @example
 * const table = createCustomerTable({
 *   ids: ["ann"],
 *   asOf: "2026-06-30",
 *   currency: "USD",
 *   columns: { orders: Uint32Array.of(3), revenueMinor: Float64Array.of(80_00) },
 * });
 * const criterion = { all: [{ fact: "orders", atLeast: 3 }, { fact: "revenue", atLeast: 100 }] };
 * const { holds, missing } = explainCustomer(customerAt(table, 0), criterion, { currency: "USD" });
 * holds; // => false
 * missing.map((part) => sentenceOf(part, "en")); // => ["revenue of at least 100.00 USD, now 80.00: 20.00 more"]
 */
export function explainCustomer(
  facts: CustomerFacts,
  criterion: Criterion,
  options: ExplainCustomerOptions = {},
): Explanation {
  const { currency, ownFacts } = options;
  if (currency !== undefined) assertCurrency(currency, ["currency"]);
  const issues = createIssueList();
  checkOwnFacts(ownFacts, ["ownFacts"], issues);
  failOnIssues(issues.issues);
  const compileOptions = { schema: factSchemaOf(ownFacts), ...(currency === undefined ? {} : { currency }) };
  assertCriterion(criterion, compileOptions);
  return explainCriterion(criterion, facts, compileOptions, CUSTOMER_GROWTH);
}
