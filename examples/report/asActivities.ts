import {
  asActivity,
  isRow,
  type KindStatement,
  kindStatementOf,
  type NamedColumns,
  type Row,
} from "./asActivity.ts";
import { UsageError } from "./usageError.ts";

/** So many rows are held back until one of them says what a column such as `type` is about. */
const HELD_ROWS_MAX = 50_000;

/**
 * Rows under the names that `readActivities` knows, in the order in which they came. A column such as `type` may
 * hold kinds of activities or something else, such as `web` and `pos`: where no row has a known kind there, the
 * rows are orders; where any row has one, every other word is refused as an unknown kind, before it and after
 * it, so that no refund under an unknown name is ever sold. Rows wait until that is known, but not for ever: a
 * first kind after very many other words is an error. What is no object goes on as it is, to be refused.
 *
 * @throws UsageError
 */
export async function* asActivities(
  rows: AsyncIterable<unknown>,
  columns: NamedColumns,
  name: string,
): AsyncGenerator<unknown> {
  let held: StatedRow[] = [];
  let meaning: "open" | "kinds" | "words" = "open";
  for await (const row of rows) {
    const says = kindStatementOf(row, columns);
    if (says === "kind" && meaning === "words") throw lateKind(row as Row, name);
    if (says === "kind" && meaning === "open") {
      meaning = "kinds";
      yield* held.map((one) => activityOf(one, columns, meaning));
      held = [];
    }
    const stated = { row, says };
    if (meaning === "open" && (says === "word" || held.length > 0)) held.push(stated);
    else yield activityOf(stated, columns, meaning);
    if (held.length < HELD_ROWS_MAX) continue;
    meaning = "words";
    yield* held.map((one) => activityOf(one, columns, meaning));
    held = [];
  }
  yield* held.map((one) => activityOf(one, columns, "words"));
}

interface StatedRow {
  readonly row: unknown;
  readonly says: KindStatement;
}

function activityOf(
  { row, says }: StatedRow,
  columns: NamedColumns,
  meaning: "open" | "kinds" | "words",
): unknown {
  if (!isRow(row)) return row;
  const isOrder = says === "nothing" || (says === "word" && meaning === "words");
  return asActivity(isOrder ? { ...row, kind: "order" } : row, columns);
}

function lateKind(row: Row, name: string): UsageError {
  const { kind } = asActivity(row, {});
  const before = `more than ${HELD_ROWS_MAX} rows before had other words, and counted as orders`;
  return new UsageError(
    `${name} has the kind ${JSON.stringify(kind)} where ${before}. Say --kind-column NAME to refuse rows of unknown kinds.`,
  );
}
