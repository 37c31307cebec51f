import { createIssueList } from "../../base/issueList.ts";
import { type ActivityTable, NOBODY } from "../activityTable.ts";
import { customerAt } from "../customerAt.ts";
import { checkSummarizeOptions, type SummarizeOptions } from "../rules/summarizeOptions.ts";
import { summarizeCustomers } from "../summarizeCustomers.ts";
import { countedRows } from "../summary/countedRows.ts";
import { joinAliases } from "../summary/joinAliases.ts";
import { createActivityLog } from "./activityLog.ts";
import { addCode, createCustomerCodes } from "./customerCodes.ts";
import { createFactRows } from "./factRows.ts";
import { NONE } from "./hashIndex.ts";
import { createIdIndex } from "./idIndex.ts";
import { linkActivity } from "./keepActivity.ts";
import { FLAGS, HAS_ROW, PERSON } from "./rowLayout.ts";
import type { TrackerState } from "./trackerState.ts";
import { describeChains, writeFacts } from "./writeFacts.ts";

/** The state of a tracker that starts with a table of activities: its facts are those of the batch. */
export function startTracking(activities: ActivityTable, options: SummarizeOptions): TrackerState {
  const table = summarizeCustomers(activities, options);
  const { asOf: _, ...otherOptions } = { ...options, issueLimit: 0 };
  const { window, minimumGapDays, countFreeOrders, ownFacts } = checkSummarizeOptions(activities, options);
  const ownNames = Object.keys(ownFacts);
  const state: TrackerState = {
    currency: activities.currency,
    timeZone: activities.timeZone,
    options: otherOptions,
    windowDays: window.windowDays,
    minimumGapDays,
    countFreeOrders,
    ownFacts,
    ownNames,
    asOfDay: window.asOfDay,
    fromDay: window.fromDay,
    codes: createCustomerCodes(activities.customerIds.length),
    rows: createFactRows(activities.customerIds.length, ownNames.length),
    log: createActivityLog(activities),
    ids: createIdIndex(activities.rowCount),
    clusters: new Map(),
    joinedIds: new Map(),
    ahead: new Map(),
    newestOfNobody: NONE,
    nameless: table.nameless,
    changedRow: -1,
    changedRows: [],
    passage: { code: 0, idHash: 0, ahead: 0 },
  };
  for (const id of activities.customerIds) addCode(state.codes, state.rows, id);
  for (const [number, { count }] of state.log.kinds.entries()) {
    for (let row = 0; row < count; row += 1) linkActivity(state, number, row);
  }
  const aliases = countedRows(activities, "alias", window.asOfDay, createIssueList(0));
  const { rowOfCode } = joinAliases(activities, aliases, window.asOfDay);
  const membersByRow: number[][] = table.ids.map(() => []);
  for (const [code, row] of rowOfCode.entries()) if (row !== NOBODY) membersByRow[row]?.push(code);
  for (const [tableRow, members] of membersByRow.entries()) {
    const row = members[0] as number;
    const { rows } = state;
    for (const member of members) {
      const base = member * rows.stride;
      rows.words[base + FLAGS] = (rows.words[base + FLAGS] as number) | HAS_ROW;
      rows.words[base + PERSON] = row;
    }
    const id = table.ids[tableRow] as string;
    if (state.codes.ids[row] !== id) state.joinedIds.set(row, id);
    writeFacts(state, row, customerAt(table, tableRow), table.birthdays[tableRow] as number);
    describeChains(state, row, members);
  }
  return state;
}
