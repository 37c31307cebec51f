import { addIssue, type IssueList } from "../../base/issueList.ts";
import type { EpochDay } from "../../units/day.ts";
import {
  addResolution,
  type ComplaintOutcome,
  outcomeStated,
  unknownComplaint,
} from "../rules/complaintOutcome.ts";
import type { CountedRows } from "./countedRows.ts";

/** The outcome of each complaint by row; a resolution of an unknown complaint is listed and changes nothing. */
export function complaintOutcomes(
  complaints: CountedRows<"complaint">,
  resolutions: CountedRows<"resolution">,
  asOfDay: EpochDay,
  issues: IssueList,
): readonly ComplaintOutcome[] {
  const { resolvedDay, contacts } = complaints.columns.fields;
  const outcomes = Array.from(
    { length: complaints.columns.count },
    (_, row) => outcomeStated(resolvedDay[row], contacts[row], asOfDay), // a missing one is NaN, which no comparison passes
  );
  const fields = resolutions.columns.fields;
  const complaintRows = complaints.rowsOf(fields.complaintId);
  for (let row = 0; row < resolutions.columns.count; row += 1) {
    if (resolutions.counts[row] !== 1) continue;
    const outcome = outcomes[complaintRows[row] as number];
    if (outcome === undefined) {
      const complaintId = fields.complaintId[row] as string;
      addIssue(issues, unknownComplaint(resolutions.columns.ids[row], complaintId));
    } else {
      addResolution(outcome, fields.contacts[row]);
    }
  }
  return outcomes;
}
