import { failOnActivity } from "../base/activityIssue.ts";
import { createIssueList } from "../base/issueList.ts";
import type { ActivityKind } from "./activity.ts";
import { activitiesOfKind } from "./activityAt.ts";
import { type ActivityTable, type KindColumns, NOBODY } from "./activityTable.ts";
import { ACTIVITY_KINDS } from "./columns/activityFields.ts";
import {
  appendRow,
  appendTombstone,
  codeOf,
  finishTable,
  type GrowingTable,
  growTable,
} from "./columns/growingColumns.ts";
import { countedActivities } from "./person/countedActivities.ts";
import { joinedIds } from "./person/joinedIds.ts";

/** How a person is forgotten. */
export type ForgetOptions =
  | {
      /** Keeps every activity under another id. */
      readonly mode: "pseudonymise";
      /** The new id: not in use, and not to be traced back by others. */
      readonly pseudonym: string;
    }
  | {
      /** Keeps orders, refunds and cancellations only, and nobody's name on them. */
      readonly mode: "remove";
    };

/**
 * Forgets one person, with all ids that aliases join, and keeps the totals.
 *
 * `pseudonymise`: every activity stays, under the pseudonym, so every fact, placement and count stays; the
 * birthday is erased. `remove`: the person is no row any more; what the orders brought stays in the sums as
 * `nameless` totals, and everything else is gone. In both, referrals by others no longer name the person, and
 * other people's facts do not change. Ids of orders stay (refunds need them), and so do order lines, channels and plans under a
 * pseudonym: keep personal text out of them. Forget at the source too, or the next import brings them back.
 *
 * @throws `unknown_customer`; `empty_id` or `duplicate_customer` for the pseudonym
 * @example
 * const order = { kind: "order", id: "o1", customerId: "ann", atMs: 0, day: 0, amountMinor: 1250 } as const;
 * const activities = createActivityTable([order], { currency: "USD" });
 * const without = forgetCustomer(activities, "ann", { mode: "remove" });
 * without.customerIds; // => []
 * summarizeCustomers(without, { asOf: "1970-01-31" }).nameless.revenueMinor; // => 1250
 */
export function forgetCustomer(
  activities: ActivityTable,
  customerId: string,
  options: ForgetOptions,
): ActivityTable {
  if (!activities.customerIds.includes(customerId)) {
    failOnActivity("unknown_customer", ["customerId"], "an id in the table", customerId);
  }
  if (options.mode === "pseudonymise") assertPseudonym(activities, options.pseudonym);
  const aliases = activitiesOfKind(activities, "alias");
  const ids = joinedIds(countedActivities(aliases, Number.POSITIVE_INFINITY, createIssueList(0)), customerId);
  const isTheirs = (code: number) => code !== NOBODY && ids.has(activities.customerIds[code] as string);
  const left = growTable(activities.currency, activities.timeZone);
  if (options.mode === "remove") leaveNameless(left, activities, ids, isTheirs);
  else leaveUnderPseudonym(left, activities, ids, isTheirs, options.pseudonym);
  return finishTable(left);
}

/** Everything stays, under another id; an alias that named a forgotten id becomes one with itself. */
function leaveUnderPseudonym(
  left: GrowingTable,
  activities: ActivityTable,
  ids: ReadonlySet<string>,
  isTheirs: (code: number) => boolean,
  pseudonym: string,
): void {
  const codeOfLeft = (code: number) => {
    if (code === NOBODY) return NOBODY;
    return codeOf(left, isTheirs(code) ? pseudonym : (activities.customerIds[code] as string));
  };
  for (const { kind, columns, row, code } of eachRow(activities)) {
    const erase = (name: string, value: unknown) => {
      if (name === "birthday" && isTheirs(code)) return undefined;
      if (name === "referredId" && ids.has(value as string)) return pseudonym;
      return name === "otherId" && !isTheirs(code) && isTheirs(otherCode(columns, row))
        ? codeOfLeft(code)
        : value;
    };
    appendRow(left, kind, columns, row, codeOfLeft, erase);
  }
}

/**
 * Only the money stays, and nobody's name on it. Where another person's activity bears the id of one that goes,
 * its mere id stays: otherwise a conflict would dissolve, and facts of that person would change.
 */
function leaveNameless(
  left: GrowingTable,
  activities: ActivityTable,
  ids: ReadonlySet<string>,
  isTheirs: (code: number) => boolean,
): void {
  const codeOfLeft = (code: number) =>
    code === NOBODY || isTheirs(code) ? NOBODY : codeOf(left, activities.customerIds[code] as string);
  const shared = sharedIds(activities, isTheirs);
  const goneComplaints = new Set<string | undefined>();
  for (const { kind, columns, row, code } of eachRow(activities)) {
    const id = columns.ids[row];
    const staysShared = id !== undefined && shared.has(`${kind} ${id}`);
    if (kind === "complaint" && isTheirs(code) && !staysShared) goneComplaints.add(id);
    const isNobodys = code === NOBODY || isTheirs(code);
    if (kind === "resolution" && isNobodys && goneComplaints.has(complaintAt(activities, row))) continue;
    if (isTheirs(code) && !staysInTheBooks(kind)) {
      if (staysShared) appendTombstone(left, kind, columns, row);
      continue;
    }
    const erase = (name: string, value: unknown) => {
      if (name === "lines" && isTheirs(code)) return undefined;
      if (name === "referredId" && ids.has(value as string)) return undefined;
      return name === "otherId" && isTheirs(otherCode(columns, row)) ? codeOfLeft(code) : value;
    };
    appendRow(left, kind, columns, row, codeOfLeft, erase);
  }
}

/** Orders and what lowers them, and what someone wrote about a complaint of somebody else. */
function staysInTheBooks(kind: ActivityKind): boolean {
  return kind === "order" || kind === "refund" || kind === "cancellation" || kind === "resolution";
}

/** The ids, by kind, that stand on rows of other people. */
function sharedIds(activities: ActivityTable, isTheirs: (code: number) => boolean): ReadonlySet<string> {
  const shared = new Set<string>();
  for (const { kind, columns, row, code } of eachRow(activities)) {
    const id = columns.ids[row];
    if (id !== undefined && !isTheirs(code)) shared.add(`${kind} ${id}`);
  }
  return shared;
}

interface Row {
  readonly kind: ActivityKind;
  readonly columns: KindColumns;
  readonly row: number;
  /** The customer's code. */
  readonly code: number;
}

/** Every row of every kind; complaints come before resolutions. */
function* eachRow(activities: ActivityTable): Generator<Row> {
  for (const kind of ACTIVITY_KINDS) {
    const columns = activities.kinds[kind] as unknown as KindColumns;
    for (let row = 0; row < columns.count; row += 1) {
      yield { kind, columns, row, code: columns.customers[row] as number };
    }
  }
}

function complaintAt(activities: ActivityTable, row: number): string {
  return activities.kinds.resolution.fields.complaintId[row] as string;
}

/** The other id of an alias. */
function otherCode(columns: KindColumns, row: number): number {
  return (columns as KindColumns<"alias">).fields.otherId[row] as number;
}

function assertPseudonym(activities: ActivityTable, pseudonym: string): void {
  if (typeof pseudonym !== "string" || pseudonym === "") {
    failOnActivity("empty_id", ["pseudonym"], "a non-empty text", pseudonym);
  }
  if (activities.customerIds.includes(pseudonym)) {
    failOnActivity("duplicate_customer", ["pseudonym"], "an id that is not in use", pseudonym);
  }
}
