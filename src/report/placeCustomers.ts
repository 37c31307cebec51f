import { assertKnownOptions } from "../base/assertKnownOptions.ts";
import { addIssue, createIssueList } from "../base/issueList.ts";
import { fail, failOnIssues } from "../base/loyaltyError.ts";
import type { ActivityTable } from "../customers/activityTable.ts";
import type { CustomerTable } from "../customers/customerTable.ts";
import type { OwnFactKinds } from "../customers/facts.ts";
import { SUMMARIZE_OPTION_NAMES, type SummarizeOptions } from "../customers/rules/summarizeOptions.ts";
import { summarizeCustomers } from "../customers/summarizeCustomers.ts";
import { calibrateScale } from "../scales/calibrateScale.ts";
import { checkScale } from "../scales/checkScale.ts";
import { classifyTable } from "../scales/classifyTable.ts";
import { isCalibrated } from "../scales/isCalibrated.ts";
import type { Placements } from "../scales/placement.ts";
import type { OpenScale } from "../scales/scale.ts";
import { type BuiltinScales, builtinScales } from "./builtinScales.ts";

/** Scales by the key under which a report shows them. */
export type ReportScales = Readonly<Record<string, OpenScale>>;

/** What a report is asked to apply. */
export interface ReportDefinitions<Scales extends ReportScales = BuiltinScales> {
  /**
   * Scales by key; open ones are calibrated on the customers of the report. Own scales beside the built-in
   * ones: `{ ...builtinScales(), vip }`. @defaultValue the five of `builtinScales()`
   */
  readonly scales?: Scales;
}

/** Of which day, over which window, and in which words a report speaks. */
export interface ReportOptions extends SummarizeOptions {
  /** Rows that were refused at the door (`rejectedCount` of a reading), to be stated. @defaultValue `0` */
  readonly rejected?: number;
  /** The locale of the labels; what it lacks is said in English. @defaultValue `"en"` */
  readonly locale?: string;
}

const DEFINITION_NAMES: readonly string[] = ["scales"] satisfies (keyof ReportDefinitions)[];

const OWN_OPTION_NAMES: readonly string[] = ["rejected", "locale"] satisfies (keyof ReportOptions)[];

/** The steps of scales: key → union of step ids. */
export type StepsOf<Scales extends ReportScales> = {
  readonly [Key in keyof Scales]: Scales[Key] extends OpenScale<infer Step> ? Step : string;
};

/** The customers of a report and their places on its scales: what reports and lists are composed from. */
export interface PlacedCustomers<Steps extends Readonly<Record<string, string>> = Record<string, string>> {
  readonly table: CustomerTable;
  readonly mayDoubleCount: boolean;
  readonly rejected: number;
  readonly locale: string;
  /** Row by row of the table; each with its scale, calibrated. */
  readonly placements: { readonly [Key in keyof Steps]: Placements<Steps[Key]> };
}

/**
 * Summarises the activities and places everyone on every scale, open scales calibrated on the same customers.
 * For code that wants the report and the list of customers from one pass; `composeReport` is the short way.
 * Own facts that a scale declares need not be declared again. No activities give a table without rows.
 *
 * @throws LoyaltyError what `summarizeCustomers`, `calibrateScale` and `classifyTable` throw;
 * `invalid_option` for an unknown option, definitions that are no plain object or have an unknown property, or a
 * count of rejected rows that is none; for objects that are no scales what `defineScale` throws
 *
 * @example
 * const activities = createActivityTable(
 *   [{ kind: "order", id: "o1", customerId: "ann", atMs: 0, day: 0, amountMinor: 1250 }],
 *   { currency: "USD", timeZone: "UTC" },
 * );
 * const placed = placeCustomers(activities, { scales: { ladder: ladderOfLoyalty() } }, { asOf: "1970-01-31" });
 * stepAt(placed.placements.ladder, 0); // => "shopper"
 * composePlacedReport(placed).revenue; // => "12.50"
 */
export function placeCustomers<Scales extends ReportScales = BuiltinScales>(
  activities: ActivityTable,
  definitions: ReportDefinitions<Scales> | undefined,
  options: ReportOptions,
): PlacedCustomers<StepsOf<Scales>> {
  assertKnownOptions(options, [...SUMMARIZE_OPTION_NAMES, ...OWN_OPTION_NAMES]);
  const { rejected = 0, locale = "en", ...summarizeOptions } = options;
  if (!(Number.isSafeInteger(rejected) && rejected >= 0)) {
    fail("invalid_option", ["rejected"], "a whole number from 0", rejected);
  }
  const scales = statedScales(definitions) ?? builtinScales();
  const table = summarizeCustomers(activities, {
    ...summarizeOptions,
    ownFacts: ownFactsOf(scales, options.ownFacts),
  });
  const calibrated = Object.values(scales).map((scale) =>
    isCalibrated(scale) ? scale : calibrateScale(scale, table),
  );
  const placements = classifyTable(table, calibrated);
  const placed = Object.keys(scales).map((key, index) => [key, placements[index]] as const);
  return {
    table,
    mayDoubleCount: activities.mayDoubleCount,
    rejected,
    locale,
    placements: Object.fromEntries(placed) as PlacedCustomers<StepsOf<Scales>>["placements"],
  };
}

/** Undefined where none are stated; what is wrong in any of them is thrown once, each with its place. */
function statedScales(definitions: ReportDefinitions<ReportScales> | undefined): ReportScales | undefined {
  if (definitions === undefined) return undefined;
  assertKnownOptions(definitions, DEFINITION_NAMES, ["definitions"]);
  const { scales } = definitions;
  if (scales === undefined) return undefined;
  const path = ["definitions", "scales"];
  assertKnownOptions(scales, Object.keys(Object(scales)), path);
  const issues = createIssueList();
  for (const [key, scale] of Object.entries(scales)) {
    const found = createIssueList();
    checkScale(scale, found);
    for (const issue of found.issues) addIssue(issues, { ...issue, path: [...path, key, ...issue.path] });
  }
  failOnIssues(issues.issues);
  return scales;
}

function ownFactsOf(scales: ReportScales, stated: OwnFactKinds = {}): OwnFactKinds {
  const declared = Object.values(scales).flatMap((scale) => Object.entries(scale.ownFacts ?? {}));
  return Object.fromEntries([...declared, ...Object.entries(stated)]);
}
