import { type Column, createColumn } from "../../units/column.ts";
import type { CustomerTable, FactColumns, OwnColumn } from "../customerTable.ts";
import { BUILTIN_FACTS } from "../facts.ts";
import { freshRow } from "./freshRow.ts";
import { type FactPlace, placeOf, readFactAt } from "./readFacts.ts";
import { BIRTHDAY } from "./rowLayout.ts";
import { personOf, type TrackerState } from "./trackerState.ts";

/** The facts of all customers of today as a table, its rows in the order in which they first appeared. */
export function trackedTable(state: TrackerState): CustomerTable {
  const { rows, ownNames } = state;
  const people: number[] = [];
  for (let row = 0; row < rows.count; row += 1) {
    if (personOf(state, row) === row) people.push(freshRow(state, row));
  }
  const columns: Record<string, Column> = {};
  for (const { kind, field } of BUILTIN_FACTS.values()) {
    columns[field] = filled(state, people, createColumn(kind, people.length), field);
  }
  const ownFacts = new Map<string, OwnColumn>();
  for (const name of ownNames) {
    const kind = state.ownFacts[name] as OwnColumn["kind"];
    const values = filled(state, people, createColumn(kind, people.length), name);
    ownFacts.set(name, { kind, values } as OwnColumn);
  }
  const { asOfDay, windowDays, currency, timeZone, minimumGapDays, nameless } = state;
  return {
    rowCount: people.length,
    ids: people.map((row) => idOfRow(state, row)),
    asOfDay,
    windowDays,
    currency,
    timeZone,
    minimumGapDays,
    columns: columns as unknown as FactColumns,
    ownFacts,
    birthdays: Uint16Array.from(people, (row) => rows.words[row * rows.stride + BIRTHDAY] as number),
    nameless,
    issues: [],
    issueCount: 0,
  };
}

/** The id that the person in a row goes by. */
export function idOfRow({ joinedIds, codes }: TrackerState, row: number): string {
  return joinedIds.get(row) ?? (codes.ids[row] as string);
}

/** What is missing stays as the new column has it. */
function filled(state: TrackerState, people: readonly number[], column: Column, field: string): Column {
  const place = placeOf(state.ownNames, field) as FactPlace;
  for (const [index, row] of people.entries()) {
    const value = readFactAt(state, row, place);
    if (!Number.isNaN(value)) column[index] = value;
  }
  return column;
}
