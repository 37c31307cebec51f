import type { Activity } from "../../src/customers/activity.ts";
import { readActivities } from "../../src/intake/readActivities.ts";
import { createReadingContext } from "../../src/intake/rows/readingContext.ts";
import { createRowReader } from "../../src/intake/rows/rowReader.ts";
import { createSchemaRowReader } from "../../src/intake/rows/schemaRowReader.ts";
import { type BenchCase, goal, noGoal, SIZES } from "../measure/benchCase.ts";
import { createContest } from "../measure/contest.ts";
import { createSide, type Side } from "../measure/side.ts";
import { readByZod } from "../peers/zod/readByZod.ts";
import { createRawRows, type RawAmounts, type RawOrder } from "../population/createRawRows.ts";
import { CURRENCY } from "../population/setting.ts";

const OURS = "row reader";
const BY_HAND = "zod by hand, fewer checks";
const SCHEMA = "zod per row, same checks";
const VERB = "readActivities";

/** Rows as a file gives them. */
export const readTexts: BenchCase = readCase("amounts as texts", "text");

/** Rows as a database driver gives them. */
export const readNumbers: BenchCase = readCase("amounts as numbers", "number");

function readCase(words: string, amounts: RawAmounts): BenchCase {
  const name = `intake of clean rows: ${words}`;
  return {
    name,
    unit: "row",
    sizes: SIZES,
    rows: [
      { name, ours: OURS, peer: SCHEMA, goalAt: goal(8, 12) },
      { name, ours: OURS, peer: BY_HAND, goalAt: noGoal },
      { name: `intake to table: ${words}`, ours: VERB, peer: null, goalAt: noGoal },
    ],
    async prepare(size, wanted) {
      const rows = createRawRows(size, amounts, 6);
      const options = { currency: CURRENCY };
      const reader = createRowReader(createReadingContext(options));
      const schema = createSchemaRowReader(createReadingContext(options));
      const makers = {
        [OURS]: () => readingSide(OURS, rows, (row, index) => reader.read(row, index) as Activity),
        [SCHEMA]: () => readingSide(SCHEMA, rows, (row, index) => schema.read(row, index) as Activity),
        [BY_HAND]: () => readingSide(BY_HAND, rows, readByZod),
        [VERB]: () => verbSide(rows),
      };
      return createContest(makers, wanted, { difference: differentTexts });
    },
  };
}

/**
 * Reads all rows and keeps a sum of what they say: keeping the activities would measure the garbage collector.
 * They are read again, outside the clock, to be compared.
 */
function readingSide(
  name: string,
  rows: readonly RawOrder[],
  read: (row: RawOrder, index: number) => Activity,
): Side<readonly string[]> {
  return createSide<number, readonly string[]>({
    name,
    unitsPerRun: rows.length,
    work() {
      let sum = 0;
      for (let index = 0; index < rows.length; index += 1) {
        const activity = read(rows[index]!, index);
        sum += activity.kind === "order" ? activity.amountMinor + activity.day : Number.NaN;
      }
      return sum;
    },
    outcomeOf: (sum) => [String(sum), ...rows.map((row, index) => textOf(read(row, index)))],
  });
}

/** The whole verb: rows to a table of activities. */
function verbSide(rows: readonly RawOrder[]): Side<readonly string[]> {
  return createSide({
    name: VERB,
    unitsPerRun: rows.length,
    work: () => readActivities(rows, { currency: CURRENCY }),
    outcomeOf({ activities }) {
      const { count, ids, customers, atMs, days, fields } = activities.kinds.order;
      const { amountMinor, costMinor } = fields;
      const sum = amountMinor.reduce((all, amount, row) => all + amount + days[row]!, 0);
      const texts = Array.from({ length: count }, (_, row) =>
        textOf({
          kind: "order",
          id: ids[row]!,
          customerId: activities.customerIds[customers[row]!]!,
          atMs: atMs[row]!,
          day: days[row]!,
          amountMinor: amountMinor[row]!,
          costMinor: costMinor[row]!,
        }),
      );
      return [String(sum), ...texts];
    },
  });
}

/** An activity in one text, whatever the order of its properties. */
function textOf(activity: Activity): string {
  if (activity.kind !== "order") return activity.kind;
  const { id, customerId, atMs, day, amountMinor, costMinor } = activity;
  return [id, customerId, atMs, day, amountMinor, costMinor].join(" ");
}

function differentTexts(ours: readonly string[], others: readonly string[]): string | undefined {
  if (ours.length !== others.length) return `ours are ${ours.length}, the other's ${others.length}`;
  const index = ours.findIndex((text, place) => text !== others[place]);
  return index < 0 ? undefined : `ours is "${ours[index]}", the other's "${others[index]}"`;
}
