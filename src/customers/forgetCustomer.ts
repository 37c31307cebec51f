import { createIssueList } from "../base/issueList.ts";
import { fail } from "../base/loyaltyError.ts";
import type { ActivityKind } from "./activity.ts";
import { activitiesOfKind } from "./activityAt.ts";
import { type ActivityTable, type KindColumns, NOBODY } from "./activityTable.ts";
import { ACTIVITY_KINDS } from "./columns/activityFields.ts";
import { appendRow, codeOf, finishTable, growTable } from "./columns/growingColumns.ts";
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
 * birthday is erased and the aliases go. `remove`: the person is no row any more; what the orders brought
 * stays in the sums as `nameless` totals, and everything else is gone. In both, referrals by others no longer
 * name the person. Ids of orders stay (refunds need them), and so do order lines, channels and plans under a
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
    fail("unknown_customer", ["customerId"], "an id in the table", customerId);
  }
  if (options.mode === "pseudonymise") assertPseudonym(activities, options.pseudonym);
  const aliases = activitiesOfKind(activities, "alias");
  const ids = joinedIds(countedActivities(aliases, Number.POSITIVE_INFINITY, createIssueList(0)), customerId);
  const pseudonym = options.mode === "pseudonymise" ? options.pseudonym : undefined;
  const kept = growTable(activities.currency, activities.timeZone);
  const codeInKept = (code: number) => {
    if (code === NOBODY) return NOBODY;
    const id = activities.customerIds[code] as string;
    if (!ids.has(id)) return codeOf(kept, id);
    return pseudonym === undefined ? NOBODY : codeOf(kept, pseudonym);
  };
  const isTheirs = (code: number) => code !== NOBODY && ids.has(activities.customerIds[code] as string);
  const removedComplaints = new Set<string | undefined>();
  for (const kind of ACTIVITY_KINDS) {
    const columns = activities.kinds[kind] as unknown as KindColumns;
    for (let row = 0; row < columns.count; row += 1) {
      const theirs = isTheirs(columns.customers[row] as number);
      if (theirs && !staysInTheBooks(kind, pseudonym)) {
        if (kind === "complaint") removedComplaints.add(columns.ids[row]);
        continue;
      }
      if (kind === "resolution" && removedComplaints.has(resolvedComplaint(activities, row))) continue;
      const erase = (name: string, value: unknown) => erasedField(name, value, theirs, ids, pseudonym);
      appendRow(kept, kind, columns, row, codeInKept, erase);
    }
  }
  return finishTable(kept);
}

/** The complaint that a resolution names: what others wrote about a removed complaint goes with it. */
function resolvedComplaint(activities: ActivityTable, row: number): string {
  return activities.kinds.resolution.fields.complaintId[row] as string;
}

function assertPseudonym(activities: ActivityTable, pseudonym: string): void {
  if (typeof pseudonym !== "string" || pseudonym === "") {
    fail("empty_id", ["pseudonym"], "a non-empty text", pseudonym);
  }
  if (activities.customerIds.includes(pseudonym)) {
    fail("duplicate_customer", ["pseudonym"], "an id that is not in use", pseudonym);
  }
}

/** Without a pseudonym only the money stays; with one everything but the aliases, which name the old ids. */
function staysInTheBooks(kind: ActivityKind, pseudonym: string | undefined): boolean {
  if (pseudonym !== undefined) return kind !== "alias";
  return kind === "order" || kind === "refund" || kind === "cancellation";
}

function erasedField(
  name: string,
  value: unknown,
  theirs: boolean,
  ids: ReadonlySet<string>,
  pseudonym: string | undefined,
): unknown {
  if (name === "referredId" && ids.has(value as string)) return pseudonym;
  if (theirs && (name === "birthday" || (name === "lines" && pseudonym === undefined))) return undefined;
  return value;
}
