import { createActivityIssue } from "../../base/activityIssue.ts";
import type { LoyaltyIssue } from "../../base/issue.ts";
import type { EpochDay } from "../../units/day.ts";

/** How one complaint ended, as far as it is known. */
export interface ComplaintOutcome {
  resolved: boolean;
  /** The most contacts that anyone stated, 0 when nobody did: order of arrival cannot change a maximum. */
  contacts: number;
}

/** What the complaint itself says on a day: a resolution that lies ahead leaves it open. */
export function outcomeStated(
  resolvedDay: number | undefined,
  contacts: number | undefined,
  asOfDay: EpochDay,
): ComplaintOutcome {
  const resolved = resolvedDay !== undefined && resolvedDay <= asOfDay;
  return { resolved, contacts: contacts !== undefined && contacts > 0 ? contacts : 0 };
}

/** Adds what a resolution says. */
export function addResolution(outcome: ComplaintOutcome, contacts: number | undefined): void {
  outcome.resolved = true;
  if (contacts !== undefined && contacts > outcome.contacts) outcome.contacts = contacts;
}

/** Resolved in the first contact: an unknown number of contacts is not taken for one. */
export function isFirstContactResolution(outcome: ComplaintOutcome): boolean {
  return outcome.resolved && outcome.contacts === 1;
}

/** The issue for a resolution that names no known complaint. */
export function unknownComplaint(id: string | undefined, complaintId: string): LoyaltyIssue {
  const path = id === undefined ? ["resolution", "complaintId"] : ["resolution", id, "complaintId"];
  return createActivityIssue(
    "resolution_of_unknown_complaint",
    path,
    "the id of a known complaint",
    complaintId,
  );
}
