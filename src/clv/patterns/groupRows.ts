import type { CheckedColumns } from "./checkedColumns.ts";
import { sortRows } from "./sortRows.ts";

/** Which rows are alike, groups ascending by repeats, then last age, then age. */
interface RowGroups {
  /** The first row of each group. */
  readonly firstRows: Uint32Array;
  /** The group of each row. */
  readonly groupOf: Uint32Array;
}

/** Finds rows of the same repeats, last age and age. */
export function groupRows({ repeats, lastAge, age }: CheckedColumns): RowGroups {
  const rowCount = repeats.length;
  const order = sortRows([age, lastAge, repeats].flatMap(keysOf), rowCount);
  const groupOf = new Uint32Array(rowCount);
  const firstRows = new Uint32Array(rowCount);
  let groupCount = 0;
  let first = 0;
  for (let index = 0; index < rowCount; index += 1) {
    const row = order[index] as number;
    const isAlike =
      repeats[first] === repeats[row] && lastAge[first] === lastAge[row] && age[first] === age[row];
    if (index === 0 || !isAlike) {
      first = row;
      firstRows[groupCount] = row;
      groupCount += 1;
    }
    groupOf[row] = groupCount - 1;
  }
  return { firstRows: firstRows.slice(0, groupCount), groupOf };
}

/** The halves of doubles from 0, lower first: they order as the doubles do. */
function keysOf(values: Float64Array): readonly [low: Uint32Array, high: Uint32Array] {
  const words = new Uint32Array(values.buffer);
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    low[row] = words[2 * row] as number; // all engines that matter keep the lower half first
    high[row] = words[2 * row + 1] as number;
  }
  return [low, high];
}
