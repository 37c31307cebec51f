import { addIssue, type IssueList } from "../../base/issueList.ts";
import type { FactColumns } from "../customerTable.ts";
import {
  addResolution,
  type ComplaintOutcome,
  isFirstContactResolution,
  outcomeStated,
  unknownComplaint,
} from "../rules/complaintOutcome.ts";
import type { Window } from "../rules/window.ts";
import { addOne } from "./gatherCounts.ts";
import type { PersonActivities } from "./personActivities.ts";

/** Gathers the counts of complaints: the person's own, resolved by whoever resolved them. */
export function gatherComplaints(
  row: FactColumns,
  { complaints, resolutions }: PersonActivities,
  isTheirs: (customerId: string) => boolean,
  { asOfDay, fromDay }: Window,
  issues: IssueList,
): void {
  if (complaints.length === 0 && resolutions.length === 0) return;
  const past = complaints.filter(({ day }) => day <= asOfDay);
  const outcomes = past.map((complaint) => outcomeStated(complaint.resolvedDay, complaint.contacts, asOfDay));
  const byId = new Map<string, ComplaintOutcome>();
  for (const [place, { id }] of past.entries()) {
    if (id !== undefined) byId.set(id, outcomes[place] as ComplaintOutcome);
  }
  for (const resolution of resolutions) {
    if (resolution.day > asOfDay) continue;
    const outcome = byId.get(resolution.complaintId);
    if (outcome === undefined) addIssue(issues, unknownComplaint(resolution.id, resolution.complaintId));
    else addResolution(outcome, resolution.contacts);
  }
  for (const [place, { customerId, day }] of past.entries()) {
    if (isTheirs(customerId)) countComplaint(row, outcomes[place] as ComplaintOutcome, day >= fromDay);
  }
}

function countComplaint(row: FactColumns, outcome: ComplaintOutcome, isRecent: boolean): void {
  addOne(row.complaints, row.recentComplaints, isRecent);
  if (!outcome.resolved) addOne(row.openComplaints, row.recentOpenComplaints, isRecent);
  else if (isFirstContactResolution(outcome)) {
    addOne(row.firstContactResolutions, row.recentFirstContactResolutions, isRecent);
  }
}
