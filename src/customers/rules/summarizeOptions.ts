import { failOnActivity } from "../../base/activityIssue.ts";
import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import type { OwnFactKinds } from "../facts.ts";
import { assertOwnFactKinds } from "./ownFact.ts";
import { DEFAULT_MINIMUM_GAP_DAYS } from "./rhythm.ts";
import { type Window, windowOf } from "./window.ts";

/** What facts are asked for: on which day, over which window, with which choices. */
export interface SummarizeOptions {
  /** The last day that counts, whole: `YYYY-MM-DD` in the table's zone. Nothing after it counts. */
  readonly asOf: string;
  /** Length of the trailing window in days, both ends in; 1 to 100,000. @defaultValue `365` */
  readonly windowDays?: number;
  /** When given, must be the activities' currency. */
  readonly currency?: string;
  /** When given, must be the activities' time zone. */
  readonly timeZone?: string;
  /** The least gap in `rhythm`, in days, above 0. @defaultValue `7` */
  readonly minimumGapDays?: number;
  /** Whether an order of amount 0 is an order. @defaultValue `true` */
  readonly countFreeOrders?: boolean;
  /** Facts of your own that profiles state, with their kinds. @defaultValue none */
  readonly ownFacts?: OwnFactKinds;
  /** How many issues the table keeps; all are counted. @defaultValue `100` */
  readonly issueLimit?: number;
}

/** The options of `summarizeCustomers`, and for whom where an alias joins several ids only later. */
export interface SummarizeHistoryOptions extends SummarizeOptions {
  /** @defaultValue the history's `customerId` */
  readonly customerId?: string;
}

/** The names of all options of a summary, for the check of typos here and wherever options are passed on. */
export const SUMMARIZE_OPTION_NAMES: readonly string[] = [
  "asOf",
  "windowDays",
  "currency",
  "timeZone",
  "minimumGapDays",
  "countFreeOrders",
  "ownFacts",
  "issueLimit",
] satisfies readonly (keyof SummarizeOptions)[];

const HISTORY_OPTION: keyof SummarizeHistoryOptions = "customerId";

/** The options with their defaults, checked against what is summarised. */
export function checkSummarizeOptions(
  source: { readonly currency: string; readonly timeZone: string },
  options: SummarizeOptions,
): {
  readonly window: Window;
  readonly minimumGapDays: number;
  readonly countFreeOrders: boolean;
  readonly ownFacts: OwnFactKinds;
} {
  assertKnownOptions(options, [...SUMMARIZE_OPTION_NAMES, HISTORY_OPTION]);
  const {
    currency,
    timeZone,
    issueLimit = 0,
    minimumGapDays = DEFAULT_MINIMUM_GAP_DAYS,
    ownFacts = {},
  } = options;
  const window = windowOf(options.asOf, options.windowDays);
  if (currency !== undefined && currency !== source.currency) {
    failOnActivity("currency_mismatch", ["currency"], source.currency, currency);
  }
  if (timeZone !== undefined && timeZone !== source.timeZone) {
    failOnActivity("time_zone_mismatch", ["timeZone"], source.timeZone, timeZone);
  }
  if (!(Number.isFinite(minimumGapDays) && minimumGapDays > 0)) {
    failOnActivity("invalid_option", ["minimumGapDays"], "a finite number of days above 0", minimumGapDays);
  }
  if (!(Number.isSafeInteger(issueLimit) && issueLimit >= 0)) {
    failOnActivity("invalid_option", ["issueLimit"], "a whole number from 0", issueLimit);
  }
  assertOwnFactKinds(ownFacts);
  return { window, minimumGapDays, countFreeOrders: options.countFreeOrders ?? true, ownFacts };
}
