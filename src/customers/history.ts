import type { LoyaltyIssue } from "../base/issue.ts";
import type { EpochDay } from "../units/day.ts";
import type { Activity, ActivityKind } from "./activity.ts";
import type { CustomerFacts } from "./facts.ts";

/**
 * What one person did, as a value: immutable plain data, safe for JSON. A backend keeps it beside the customer,
 * adds activities as they come, and asks for facts at any day.
 */
export interface CustomerHistory {
  readonly format: "loyalty-ladder/history@1";
  /** Whom it is about: one of the person's ids. Facts go by the smallest of the ids that are joined on the day. */
  readonly customerId: string;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA name. */
  readonly timeZone: string;
  /** In order of arrival, which does not matter. */
  readonly activities: readonly Activity[];
  /** Ids of theirs that someone else's activity bears too; absent when there are none. */
  readonly disputes?: readonly Dispute[];
}

/** An activity id that stands under another person as well: from `day` on it counts for neither. */
export interface Dispute {
  readonly kind: ActivityKind;
  readonly id: string;
  /** The epoch day of the other person's activity. */
  readonly day: EpochDay;
}

/** The facts of one person on one day, with what was odd. */
export interface CustomerSummary {
  /** Of the ids that are joined on that day the smallest in code-unit order. */
  readonly customerId: string;
  readonly facts: CustomerFacts;
  readonly issues: readonly LoyaltyIssue[];
  readonly issueCount: number;
}
