import type { EpochDay } from "../../units/day.ts";
import type { ActivityKind } from "../activity.ts";
import { type ActivityTable, NOBODY } from "../activityTable.ts";
import { ACTIVITY_KINDS } from "../columns/activityFields.ts";
import type { CountedRows } from "./countedRows.ts";

/** Who is who: customer codes joined into people, numbered as rows of a customer table. */
interface People {
  /** The customer's id by row: of joined ids the smallest in code-unit order. */
  readonly ids: readonly string[];
  /** Customer code → row, or {@link NOBODY} for a code that has no activity yet. */
  readonly rowOfCode: Uint32Array;
}

/**
 * Joins ids by the aliases that count, transitively, and gives a row to everyone who has any activity up to
 * `asOfDay`, in order of first appearance. Union-find with path halving.
 */
export function joinAliases(table: ActivityTable, aliases: CountedRows<"alias">, asOfDay: EpochDay): People {
  const codeCount = table.customerIds.length;
  const seen = seenCodes(table, asOfDay);
  const parents = new Uint32Array(codeCount);
  for (let code = 0; code < codeCount; code += 1) parents[code] = code;
  const { columns, counts } = aliases;
  for (let row = 0; row < columns.count; row += 1) {
    if (counts[row] !== 1) continue;
    const one = rootOf(parents, columns.customers[row] as number);
    const other = rootOf(parents, columns.fields.otherId[row] as number);
    parents[Math.max(one, other)] = Math.min(one, other); // the earlier code stays the root
    seen[columns.fields.otherId[row] as number] = 1;
  }
  return numberPeople(table, parents, seen);
}

function rootOf(parents: Uint32Array, code: number): number {
  let current = code;
  while (parents[current] !== current) {
    const grandparent = parents[parents[current] as number] as number;
    parents[current] = grandparent;
    current = grandparent;
  }
  return current;
}

/** 1 for each code that bears any activity up to the day, counted or not: nobody who was seen is lost. */
function seenCodes(table: ActivityTable, asOfDay: EpochDay): Uint8Array {
  const seen = new Uint8Array(table.customerIds.length);
  for (const kind of ACTIVITY_KINDS as readonly ActivityKind[]) {
    const { customers, days, count } = table.kinds[kind];
    for (let row = 0; row < count; row += 1) {
      const code = customers[row] as number;
      if ((days[row] as number) <= asOfDay && code !== NOBODY) seen[code] = 1;
    }
  }
  return seen;
}

function numberPeople(table: ActivityTable, parents: Uint32Array, seen: Uint8Array): People {
  const rowOfCode = new Uint32Array(parents.length).fill(NOBODY);
  const ids: string[] = [];
  for (let code = 0; code < parents.length; code += 1) {
    if (seen[code] !== 1) continue;
    const root = rootOf(parents, code);
    const id = table.customerIds[code] as string;
    let row = rowOfCode[root] as number;
    if (row === NOBODY) {
      row = ids.length;
      ids.push(id);
      rowOfCode[root] = row;
    } else if (id < (ids[row] as string)) {
      ids[row] = id;
    }
    rowOfCode[code] = row;
  }
  return { ids, rowOfCode };
}
