/**
 * What test/house/timeZones.test.ts runs under several host zones: activities near midnight and around changes
 * of the clocks, read in two zones of shops, through every step from rows to report. Prints one JSON.
 */
import {
  type CustomerHistory,
  createCustomerTable,
  customerAt,
  customersWithBirthday,
  eachActivity,
  historyOf,
  isoDayOf,
  parseDay,
  summarizeCustomers,
} from "../../src/customers/index.ts";
import { readActivities } from "../../src/intake/index.ts";
import { builtinScales, composeReport } from "../../src/report/index.ts";
import {
  customerLevels,
  explainHistory,
  ladderOfLoyalty,
  type Scale,
  transitionOf,
} from "../../src/scales/index.ts";

/** The clocks of New York go from 2:00 to 3:00 on 2026-03-08, and back from 2:00 to 1:00 on 2026-11-01. */
const ROWS: readonly object[] = [
  { kind: "order", id: "day", customerId: "ann", at: "2026-03-08", amount: 10 },
  { kind: "order", id: "last-ms-utc", customerId: "ann", at: "2026-03-07T23:59:59.999Z", amount: 10 },
  { kind: "order", id: "first-ms-utc", customerId: "ann", at: "2026-03-08T00:00:00.000Z", amount: 10 },
  {
    kind: "order",
    id: "before-midnight-new-york",
    customerId: "ann",
    at: "2026-03-08T04:59:59Z",
    amount: 10,
  },
  { kind: "order", id: "midnight-new-york", customerId: "ann", at: "2026-03-08T05:00:00Z", amount: 10 },
  { kind: "order", id: "midnight-saigon", customerId: "bob", at: "2026-03-07T17:00:00Z", amount: 10 },
  { kind: "order", id: "before-midnight-saigon", customerId: "bob", at: "2026-03-07T16:59:59Z", amount: 10 },
  { kind: "order", id: "in-the-gap", customerId: "bob", at: "2026-03-08T02:30:00", amount: 10 },
  { kind: "order", id: "after-the-gap", customerId: "bob", at: "2026-03-09T00:15:00", amount: 10 },
  { kind: "order", id: "in-the-overlap", customerId: "bob", at: "2026-11-01T01:30:00", amount: 10 },
  { kind: "order", id: "date", customerId: "cat", at: new Date("2026-11-01T03:59:59.999Z"), amount: 10 },
  { kind: "order", id: "epoch-ms", customerId: "cat", at: Date.parse("2026-11-02T04:30:00Z"), amount: 10 },
  { kind: "order", id: "far-east", customerId: "cat", at: "2026-11-02T13:30:00+14:00", amount: 10 },
  { kind: "order", id: "far-west", customerId: "cat", at: "2026-11-01T23:30:00-11:00", amount: 10 },
  { kind: "refund", id: "refund", orderId: "epoch-ms", at: "2026-11-03T23:30:00", amount: 10 },
  { kind: "membership", id: "joined", customerId: "bob", at: "2026-11-01T23:59:59-05:00", status: "joined" },
  {
    kind: "complaint",
    id: "open",
    customerId: "cat",
    at: "2026-10-31T23:30:00",
    resolvedAt: "2026-11-01T00:30:00",
  },
  { kind: "profile", id: "leap", customerId: "cat", at: "2026-03-08", birthday: "2000-02-29" },
  { kind: "interest", id: "bad-day", customerId: "cat", at: "2026-02-30" },
  { kind: "interest", id: "bad-date", customerId: "cat", at: new Date(Number.NaN) },
];

function inShopOf(timeZone: string) {
  const reading = readActivities(ROWS, { currency: "USD", timeZone, onInvalid: "collect" });
  const { activities } = reading;
  const options = { asOf: "2026-11-02", windowDays: 240 };
  const table = summarizeCustomers(activities, options);
  const levels = customerLevels({ keyAccountRevenue: 30, currency: "USD" });
  return {
    days: Object.fromEntries(
      [...eachActivity(activities)].map(({ id, day, atMs }) => [id, [isoDayOf(day), atMs]]),
    ),
    refused: reading.issues,
    facts: table.ids.map((id, row) => ({ id, ...customerAt(table, row) })),
    birthdays: customersWithBirthday(table, { from: "2027-02-01", to: "2027-03-31" }),
    histories: table.ids.map((id) => {
      const history = historyOf(activities, id);
      return {
        ladder: explainHistory(history, ladderOfLoyalty(), { ...options, locale: "en" }),
        levels: explainHistory(history, levels, { ...options, locale: "vi" }),
        moved: moveOf(history, ladderOfLoyalty(), options),
      };
    }),
    report: composeReport(
      activities,
      { scales: builtinScales() },
      { ...options, rejected: reading.rejectedCount },
    ),
  };
}

/** What one more unprompted referral on the last day would do. */
function moveOf(history: CustomerHistory, scale: Scale, options: { asOf: string; windowDays: number }) {
  const day = parseDay(options.asOf) as number;
  const referral = {
    kind: "referral",
    customerId: history.customerId,
    atMs: day * 86_400_000,
    day,
    prompted: false,
  } as const;
  const { from, to, nextChangeOn } = transitionOf(history, referral, scale, options);
  return { from, to, nextChangeOn };
}

const scenario = {
  newYork: inShopOf("America/New_York"),
  saigon: inShopOf("Asia/Ho_Chi_Minh"),
  made: createCustomerTable({ ids: ["ann"], asOf: "2026-03-08", currency: "USD" }).asOfDay,
};
process.stdout.write(JSON.stringify(scenario, null, 1));
