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
 * Rows under the names that `readActivities` knows, in the order in which they came, batch by batch. A column such
 * as `type` may hold kinds of activities or something else, such as `web` and `pos`: where no row has a known kind
 * there, the rows are orders; where any row has one, every other word is refused as an unknown kind, before it and
 * after it, so that no refund under an unknown name is ever sold. Rows wait until that is known, but not for ever:
 * a first kind after very many other words is an error. What is no object goes on as it is, to be refused.
 *
 * @throws UsageError
 */
export async function* asActivities(
  batches: AsyncIterable<readonly unknown[]>,
  columns: NamedColumns,
  name: string,
): AsyncGenerator<readonly unknown[], void, undefined> {
  let held: StatedRow[] = [];
  let meaning: Meaning = "open";
  for await (const batch of batches) {
    const ready: unknown[] = [];
    for (const row of batch) {
      const says = kindStatementOf(row, columns);
      if (says === "kind" && meaning === "words") throw lateKind(row as Row, name);
      if (says === "kind" && meaning === "open") {
        meaning = "kinds";
        held = letGo(held, ready, columns, meaning);
      }
      if (meaning === "open" && (says === "word" || held.length > 0)) held.push({ row, says });
      else ready.push(activityOf({ row, says }, columns, meaning));
      if (held.length < HELD_ROWS_MAX) continue;
      meaning = "words";
      held = letGo(held, ready, columns, meaning);
    }
    yield ready;
  }
  const rest: unknown[] = [];
  letGo(held, rest, columns, "words");
  yield rest;
}

/** Puts what was held back behind what is ready, and holds nothing any more. */
function letGo(held: readonly StatedRow[], ready: unknown[], columns: NamedColumns, meaning: Meaning): [] {
  for (const stated of held) ready.push(activityOf(stated, columns, meaning));
  return [];
}

type Meaning = "open" | "kinds" | "words";

interface StatedRow {
  readonly row: unknown;
  readonly says: KindStatement;
}

function activityOf({ row, says }: StatedRow, columns: NamedColumns, meaning: Meaning): unknown {
  if (!isRow(row)) return row;
  if (says === "word" && meaning === "words") return asOrder(row, columns);
  const activity = asActivity(row, columns);
  // An amount makes an order of a row that says nothing; the copy that says so takes as long as reading it.
  return says !== "nothing" || activity.kind === "order" ? activity : asOrder(row, columns);
}

function asOrder(row: Row, columns: NamedColumns): Row {
  return asActivity({ ...row, kind: "order" }, columns);
}

function lateKind(row: Row, name: string): UsageError {
  const { kind } = asActivity(row, {});
  const before = `more than ${HELD_ROWS_MAX} rows before had other words, and counted as orders`;
  return new UsageError(
    `${name} has the kind ${JSON.stringify(kind)} where ${before}. Say --kind-column NAME to refuse rows of unknown kinds.`,
  );
}
