import type { EpochDay } from "../../units/day.ts";
import type { NamelessTotals } from "../customerTable.ts";
import type { OwnFactKinds } from "../facts.ts";
import type { SummarizeOptions } from "../rules/summarizeOptions.ts";
import type { ActivityLog } from "./activityLog.ts";
import type { CustomerCodes } from "./customerCodes.ts";
import type { FactRows } from "./factRows.ts";
import type { IdIndex } from "./idIndex.ts";
import { FLAGS, HAS_ROW, PERSON } from "./rowLayout.ts";

/** What the quick way found out about one activity. There is one per tracker, so that nothing is allocated. */
interface Passage {
  /** The code of the customer id. */
  code: number;
  /** The hash of the activity's kind and id. */
  idHash: number;
  /** What stands where both look-ups begin: kept so that it is really read. */
  ahead: number;
}

/** Everything that a tracker knows. It changes with every activity. */
export interface TrackerState {
  readonly currency: string;
  readonly timeZone: string;
  /** What was asked for, but not when. */
  readonly options: Omit<SummarizeOptions, "asOf">;
  readonly windowDays: number;
  readonly minimumGapDays: number;
  readonly countFreeOrders: boolean;
  readonly ownFacts: OwnFactKinds;
  readonly ownNames: readonly string[];
  asOfDay: EpochDay;
  /** The first day of the window. */
  fromDay: EpochDay;
  readonly codes: CustomerCodes;
  /** The row of a customer id is its code. */
  readonly rows: FactRows;
  readonly log: ActivityLog;
  readonly ids: IdIndex;
  /** The codes that aliases may ever join, by each of them; whether they do today, the rows say. */
  readonly clusters: Map<number, readonly number[]>;
  /** The id of the person in a row, where that is not the id whose row it is. */
  readonly joinedIds: Map<number, string>;
  /** References of what is dated later, by day. */
  readonly ahead: Map<EpochDay, number[]>;
  /** The newest activity of nobody. */
  newestOfNobody: number;
  nameless: NamelessTotals;
  /** Whose facts the last activity may have changed: one row, or −1 and any number of rows. */
  changedRow: number;
  changedRows: readonly number[];
  readonly passage: Passage;
}

/** The row of the person behind a code; −1 while there is no such customer. */
export function personOf({ rows }: TrackerState, code: number): number {
  const base = code * rows.stride;
  if (((rows.words[base + FLAGS] as number) & HAS_ROW) === 0) return -1;
  return rows.words[base + PERSON] as number;
}
