import type { LoyaltyIssue } from "../base/issue.ts";
import type { CalibrationNote, Climb } from "../scales/scale.ts";
import type { BuiltinSteps } from "./builtinScales.ts";

/** One step of a scale in a report: who stands there and what they brought. */
export interface ReportedStep<Step extends string = string> {
  readonly step: Step;
  /** From 1, the lowest step. */
  readonly rank: number;
  /** The step's name in the report's locale, else in English, else its id. */
  readonly label: string;
  /** How many customers stand here. */
  readonly count: number;
  /** Their part of `customerCount`, 0–1; with `offShare` the shares of a scale sum to 1, and are 0 for nobody. */
  readonly share: number;
  /** Lifetime revenue, net, of those who stand here: a decimal string in major units. */
  readonly revenue: string;
  /** The same for profit; null when an order of theirs has no cost. */
  readonly profit: string | null;
}

/** How the customers spread over one scale. */
export interface ReportedScale<Step extends string = string> {
  readonly name: string;
  readonly version: string;
  /** The name of the scale in the report's locale, else in English, else its `name`. */
  readonly label: string;
  readonly climb: Climb;
  /** Every step, from the lowest to the highest, also those where nobody stands. */
  readonly census: readonly ReportedStep<Step>[];
  /** How many customers stand on no step. */
  readonly offCount: number;
  readonly offShare: number;
  readonly offRevenue: string;
  readonly offProfit: string | null;
  /** The step with the most customers, the lower one in a tie; null when nobody stands on any. */
  readonly mostCrowded: Step | null;
  /** The step with the fewest customers, the lower one in a tie; null when nobody stands on any. */
  readonly emptiest: Step | null;
  /** What calibration decided, threshold by threshold; empty where nothing was open. */
  readonly calibration: readonly CalibrationNote[];
}

/** Orders and money, over a life or within the window. */
export interface ReportedTotals {
  /** Customers with at least one order. */
  readonly buyerCount: number;
  /** The sum of the customers' `orders`. */
  readonly orderCount: number;
  /** Net of refunds and cancellations: a decimal string in major units. */
  readonly revenue: string;
  /** Null when any counted order has no cost. */
  readonly profit: string | null;
}

/** What the people who were removed with `forgetCustomer` leave in the books; in no step and no other total. */
export interface ReportedNameless {
  readonly orderCount: number;
  readonly revenue: string;
  readonly profit: string | null;
}

/** What did not fit together in the activities: conflicts, refunds of unknown orders and the like. */
export interface ReportedIssues {
  /** How many there were in all. */
  readonly count: number;
  /** The first of them, at most `issueLimit`. */
  readonly listed: readonly LoyaltyIssue[];
}

/**
 * The one-call answer: how many customers stand on each step of each scale, and what they brought. Plain data,
 * safe for JSON; the order of its keys is fixed. `Steps` maps the key of each scale to the union of its steps.
 */
export interface LoyaltyReport<Steps extends Record<string, string> = BuiltinSteps> extends ReportedTotals {
  readonly format: "loyalty-ladder/report@1";
  /** The last day that counts, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly windowDays: number;
  readonly timeZone: string;
  /** ISO 4217; every amount in the report is in it. */
  readonly currency: string;
  /** People with at least one activity up to `asOf`. */
  readonly customerCount: number;
  /** Revenue by orders, rounded half to even to the minor unit; null without an order. */
  readonly averageOrderValue: string | null;
  /** Revenue by `customerCount`; null without a customer. */
  readonly revenuePerCustomer: string | null;
  /** Revenue by `buyerCount`; null without a buyer. */
  readonly revenuePerBuyer: string | null;
  /** The same totals within the window. */
  readonly recent: ReportedTotals;
  /** Rows that were refused at the door, as the caller counted them. */
  readonly rejected: number;
  readonly issues: ReportedIssues;
  /** True when some activities had no id: a part that came in twice would be counted twice. */
  readonly mayDoubleCount: boolean;
  /** Null when nobody was forgotten. */
  readonly nameless: ReportedNameless | null;
  readonly scales: { readonly [Key in keyof Steps]: ReportedScale<Steps[Key]> };
}
