import { MISSING_DAY } from "../../units/column.ts";
import type { FactColumns } from "../customerTable.ts";
import { type MembershipEvent, memberSinceDayOf } from "../rules/memberSince.ts";
import type { CountedRows } from "./countedRows.ts";
import type { OwnerLookup } from "./stateFacts.ts";

/** Fills `member` (never missing: whoever did not join is none) and the day since when. */
export function fillMembership(
  columns: FactColumns,
  memberships: CountedRows<"membership">,
  owner: OwnerLookup,
): void {
  const { ids, atMs, days, fields, count } = memberships.columns;
  const eventsByOwner = new Map<number, MembershipEvent[]>();
  for (let row = 0; row < count; row += 1) {
    if (memberships.counts[row] !== 1) continue;
    const customer = owner(memberships.columns, row);
    const events = eventsByOwner.get(customer) ?? [];
    if (events.length === 0) eventsByOwner.set(customer, events);
    const value = fields.joined[row] === 1;
    events.push({ atMs: atMs[row] as number, id: ids[row], day: days[row] as number, value });
  }
  columns.member.fill(0);
  for (const [customer, events] of eventsByOwner) {
    const sinceDay = memberSinceDayOf(events);
    columns.memberSinceDay[customer] = sinceDay;
    columns.member[customer] = sinceDay === MISSING_DAY ? 0 : 1;
  }
}
