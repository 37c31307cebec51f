import type { Activity } from "./activity.ts";
import type { ActivityTable } from "./activityTable.ts";
import type { CustomerTable } from "./customerTable.ts";
import type { CustomerFacts, OwnFactKinds } from "./facts.ts";
import type { SummarizeOptions } from "./rules/summarizeOptions.ts";
import { loggedTable } from "./tracking/activityLog.ts";
import { addQuickly } from "./tracking/addQuickly.ts";
import { findCode } from "./tracking/customerCodes.ts";
import { type FactReader, factReader } from "./tracking/factReader.ts";
import { freshRow } from "./tracking/freshRow.ts";
import { NONE } from "./tracking/hashIndex.ts";
import { moveTo } from "./tracking/moveTo.ts";
import { factsOfRow } from "./tracking/readFacts.ts";
import { startTracking } from "./tracking/startTracking.ts";
import { idOfRow, trackedTable } from "./tracking/trackedTable.ts";
import { personOf } from "./tracking/trackerState.ts";

/**
 * The facts of all customers while activities come in. It has a state: `add` and `moveTo` change what the other
 * methods answer. A row is a number that stays good: after an alias has joined two people, the rows of both give
 * the joined person.
 */
export interface CustomerTracker {
  /** ISO 4217; every amount is in its minor units. */
  readonly currency: string;
  /** IANA name of the zone in which instants became days. */
  readonly timeZone: string;
  /** Length of the trailing window, in days, both ends in. */
  readonly windowDays: number;
  /** The facts of the user's own that are tracked, with their kinds. */
  readonly ownFacts: OwnFactKinds;
  /** The last day that counts, as an epoch day. */
  asOfDay(): number;
  /**
   * Takes one activity of any kind, in any order, and gives the row of the person whom it is about: whose order
   * or complaint it names, else whom it names; −1 while nobody has a row (the order is not known, or whatever is
   * known of the customer lies ahead). An activity that is refused leaves everything as it was.
   *
   * @throws what `createActivityTable` throws; `unsafe_total`
   */
  add(activity: Activity): number;
  /**
   * The rows of all people whose facts the last `add` or `moveTo` may have changed. Most activities change the one
   * row that `add` gives; an id that another person's activity bears as well concerns both. Recency and what leaves a
   * window change by time alone, and are not listed.
   */
  changedRows(): readonly number[];
  /** The row of the customer with an id, joined or not; undefined where there is none up to today. */
  rowOf(customerId: string): number | undefined;
  /** The id that the person in a row goes by: of joined ids the smallest. @throws `unknown_customer` */
  idAt(row: number): string;
  /** The facts of the person in a row, as `customerAt` gives them. @throws `unknown_customer`, `unsafe_total` */
  factsAt(row: number): CustomerFacts;
  /**
   * Prepares reading some facts as numbers, for executors that read many rows: fields as `BUILTIN_FACTS` and
   * `ownFacts` name them.
   *
   * @throws `unknown_fact`
   */
  reader(fields: readonly string[]): FactReader;
  /**
   * Lets time pass: `asOf` is a later day from then on (`YYYY-MM-DD`), or the same. What was dated ahead comes due.
   *
   * @throws `invalid_option` for what is no day, or lies behind; `unsafe_total`
   */
  moveTo(asOf: string): void;
  /**
   * The facts of everybody as a table: what `summarizeCustomers` gives for `activities()`, in the same order of rows.
   * It lists no issues: those are told by `summarizeCustomers`, which judges everything again. @throws `unsafe_total`
   */
  table(): CustomerTable;
  /** Everything that was taken, as a table that later activities do not change. */
  activities(): ActivityTable;
}

/**
 * Keeps the facts of all customers up to date while activities come in one by one, in the time of a few look-ups:
 * one activity, and `classifyTracked` gives the new placement. It starts with a table of activities, which may
 * be empty. At every moment the facts are exactly those that `summarizeCustomers` gives for everything that was
 * taken so far: refunds, cancellations, repeats, ids with two contents, aliases, late activities and those dated ahead
 * are worked in whenever they come.
 *
 * Unlike most of this package, the tracker is no value: it changes when something is added.
 *
 * @throws `invalid_option`, `currency_mismatch`, `time_zone_mismatch`, `invalid_fact`, `reserved_fact`,
 * `unsafe_total`; on the methods what they name
 * @example
 * const nothing = createActivityTable([], { currency: "USD" });
 * const tracker = trackCustomers(nothing, { asOf: "1970-01-31" });
 * const order = { kind: "order", id: "o1", customerId: "ann", atMs: 0, day: 0, amountMinor: 1250 } as const;
 * const row = tracker.add(order);
 * tracker.factsAt(row).orders; // => 1
 * tracker.add({ kind: "refund", orderId: "o1", atMs: 0, day: 3, amountMinor: 250 });
 * tracker.factsAt(row).revenueMinor; // => 1000
 */
export function trackCustomers(activities: ActivityTable, options: SummarizeOptions): CustomerTracker {
  const state = startTracking(activities, options);
  const { currency, timeZone, windowDays, ownFacts } = state;
  return {
    currency,
    timeZone,
    windowDays,
    ownFacts,
    asOfDay: () => state.asOfDay,
    add: (activity) => addQuickly(state, activity),
    changedRows: () => (state.changedRow < 0 ? state.changedRows : [state.changedRow]),
    rowOf(customerId) {
      const code = findCode(state.codes, state.rows, customerId);
      const row = code === NONE ? -1 : personOf(state, code);
      return row < 0 ? undefined : row;
    },
    idAt: (row) => idOfRow(state, freshRow(state, row)),
    factsAt: (row) => factsOfRow(state, row),
    reader: (fields) => factReader(state, fields),
    moveTo: (asOf) => moveTo(state, asOf),
    table: () => trackedTable(state),
    activities: () => loggedTable(state.log, { currency, timeZone, customerIds: state.codes.ids }),
  };
}
