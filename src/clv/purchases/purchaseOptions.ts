import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import { fail } from "../../base/loyaltyError.ts";
import { type EpochDay, parseDay } from "../../units/day.ts";
import { type Calendar, daysPer, type TimeUnit } from "../values/calendar.ts";

/** In which unit ages are counted. */
export interface AgeOptions {
  /** The unit of ages, and so of the parameters that are fitted to them. @defaultValue `"week"` */
  readonly timeUnit?: TimeUnit;
  /** How long a month and a year are. */
  readonly calendar?: Calendar;
}

/** Whose purchases count, and which. */
export interface CohortOptions extends AgeOptions {
  /** Leaves out whoever bought before this day, `YYYY-MM-DD`: they belong to an earlier cohort. @defaultValue nobody */
  readonly firstDay?: string;
  /** Whether an order of amount 0 is a purchase, as in `summarizeCustomers`. @defaultValue `true` */
  readonly countFreeOrders?: boolean;
}

const COHORT_OPTIONS = ["timeUnit", "calendar", "firstDay", "countFreeOrders"];

/** The options that all ways from activities to columns share, with their defaults. */
export function checkedCohort(
  options: CohortOptions,
  others: readonly string[],
): {
  readonly daysPerUnit: number;
  readonly timeUnit: TimeUnit;
  readonly firstDay: EpochDay;
  readonly countFreeOrders: boolean;
} {
  assertKnownOptions(options, [...COHORT_OPTIONS, ...others]);
  const { timeUnit = "week", firstDay, countFreeOrders = true } = options;
  return {
    daysPerUnit: daysPer(timeUnit, options.calendar),
    timeUnit,
    firstDay: firstDay === undefined ? Number.NEGATIVE_INFINITY : checkedDay(firstDay, ["firstDay"]),
    countFreeOrders,
  };
}

/** The epoch day of an option. */
export function checkedDay(text: string, path: readonly (string | number)[]): EpochDay {
  const day = typeof text === "string" ? parseDay(text) : undefined;
  return day ?? fail("invalid_option", path, "a calendar day, YYYY-MM-DD", text);
}
