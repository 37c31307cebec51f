import { createIssueList } from "../../base/issueList.ts";
import { fail } from "../../base/loyaltyError.ts";
import type { CustomerFacts } from "../../customers/facts.ts";
import type { CustomerHistory } from "../../customers/history.ts";
import { type Person, personOf } from "../../customers/person/personOn.ts";
import { type PersonQuestion, summarizePerson } from "../../customers/person/summarizePerson.ts";
import {
  checkSummarizeOptions,
  type SummarizeHistoryOptions,
} from "../../customers/rules/summarizeOptions.ts";
import { DEFAULT_WINDOW_DAYS, windowOf } from "../../customers/rules/window.ts";
import type { EpochDay } from "../../units/day.ts";
import type { Scale } from "../scale.ts";

/** How a history is looked at: as `summarizeHistory` takes it, with the scale's window and own facts as defaults. */
export interface HistoryOptions
  extends Omit<SummarizeHistoryOptions, "currency" | "timeZone" | "ownFacts" | "issueLimit"> {
  /** The last day that counts, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** @defaultValue the scale's `windowDays`, else `365` */
  readonly windowDays?: number;
}

/** One person's history, seen through the window of one scale. */
export interface HistoryView {
  readonly history: CustomerHistory;
  readonly asOfDay: EpochDay;
  readonly windowDays: number;
  /** The facts on any day, summarised once. */
  readonly factsOn: (day: EpochDay) => CustomerFacts;
}

/** Opens the view; refuses a scale of another currency or window. */
export function historyView(history: CustomerHistory, scale: Scale, options: HistoryOptions): HistoryView {
  const { currency, ownFacts = {} } = scale;
  const windowDays = options.windowDays ?? scale.windowDays ?? DEFAULT_WINDOW_DAYS;
  const { asOfDay } = windowOf(options.asOf, windowDays);
  if (currency !== undefined && currency !== history.currency) {
    fail("currency_mismatch", ["currency"], currency, history.currency);
  }
  if (scale.windowDays !== undefined && windowDays !== scale.windowDays) {
    fail("window_mismatch", ["windowDays"], String(scale.windowDays), windowDays);
  }
  const summarize = summaryOn(history, { ...options, windowDays, ownFacts });
  const known = new Map<EpochDay, CustomerFacts>();
  const factsOn = (day: EpochDay): CustomerFacts => {
    const facts = known.get(day) ?? summarize(day);
    known.set(day, facts);
    return facts;
  };
  return { history, asOfDay, windowDays, factsOn };
}

/** The facts on a day. The options are checked once: on the first day. */
function summaryOn(
  history: CustomerHistory,
  options: SummarizeHistoryOptions,
): (day: EpochDay) => CustomerFacts {
  let question: PersonQuestion | undefined;
  let person: Person | undefined;
  const issues = createIssueList(0); // nobody reads them
  return (asOfDay) => {
    question ??= checkSummarizeOptions(history, options);
    person ??= personOf(history, options.customerId ?? history.customerId);
    const { windowDays } = question.window;
    const window = { asOfDay, windowDays, fromDay: asOfDay - windowDays + 1 };
    return summarizePerson(person, { ...question, window }, issues).facts;
  };
}
