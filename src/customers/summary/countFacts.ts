import type { EpochDay } from "../../units/day.ts";
import type { FactColumns } from "../customerTable.ts";
import { type CountFact, recentTwinOf } from "../facts.ts";
import type { CountedRows } from "./countedRows.ts";
import type { OwnerLookup } from "./stateFacts.ts";

type LifetimeCount = Exclude<CountFact, `recent${string}`>;

/** Adds one to a count, and to its recent twin from `fromDay` on, for every counted row that qualifies. */
export function countRows(
  columns: FactColumns,
  name: LifetimeCount,
  counted: CountedRows,
  owner: OwnerLookup,
  fromDay: EpochDay,
  qualifies: (row: number) => boolean = () => true,
): void {
  const total = columns[name];
  const recent = columns[recentTwinOf(name)];
  for (let row = 0; row < counted.columns.count; row += 1) {
    if (counted.counts[row] !== 1 || !qualifies(row)) continue;
    const customer = owner(counted.columns, row);
    total[customer] = (total[customer] as number) + 1;
    if ((counted.columns.days[row] as number) >= fromDay) {
      recent[customer] = (recent[customer] as number) + 1;
    }
  }
}
