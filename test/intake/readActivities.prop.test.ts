import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { isLoyaltyError } from "../../src/base/loyaltyError.ts";
import type { Activity } from "../../src/customers/activity.ts";
import { eachActivity } from "../../src/customers/activityAt.ts";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import { canonicalActivityRow, readActivities, readActivity } from "../../src/intake/index.ts";
import { isoDayOf } from "../../src/units/day.ts";
import { formatMinor } from "../../src/units/money.ts";
import { anyActivity, badRow, READING } from "./rowArbitraries.ts";

/** An activity as a row would state it. */
function rowOf(activity: Activity): Record<string, unknown> {
  const { atMs, day, ...stated } = activity;
  const row: Record<string, unknown> = { ...stated, at: new Date(atMs).toISOString() };
  if ("amountMinor" in activity) row.amount = formatMinor(activity.amountMinor, 2);
  if ("costMinor" in activity) row.cost = formatMinor(activity.costMinor as number, 2);
  if ("joined" in activity) row.status = activity.joined ? "joined" : "left";
  return row;
}

/** The same row with everything as text, as a CSV file has it, under names with separators. */
function exportedRow(activity: Activity): Record<string, unknown> {
  const row = rowOf(activity);
  const cells = Object.entries(row).map(([name, value]) => {
    const header = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).toUpperCase();
    return [header, typeof value === "object" ? value : String(value)];
  });
  return Object.fromEntries(cells) as Record<string, unknown>;
}

const collecting = { ...READING, onInvalid: "collect" } as const;

describe("rows", () => {
  test.prop([anyActivity], { numRuns: 500 })(
    "of a valid activity are read back as that activity",
    (activity) => {
      expect(readActivity(rowOf(activity), READING)).toStrictEqual(activity);
    },
  );

  test.prop([anyActivity], { numRuns: 500 })("as exports write them are read back too", (activity) => {
    expect(readActivity(canonicalActivityRow(exportedRow(activity)), READING)).toStrictEqual(activity);
  });

  test.prop([anyActivity])("with a calendar day in place of an instant fall on that day", (activity) => {
    const row = { ...rowOf(activity), at: isoDayOf(activity.day) };
    expect(readActivity(row, READING).day).toBe(activity.day);
  });

  test.prop([fc.array(anyActivity)])("make the table that typed activities make", (activities) => {
    const reading = readActivities(activities.map(rowOf), READING);
    expect(reading.activities).toEqual(createActivityTable(activities, READING));
    expect(reading).toMatchObject({ acceptedCount: activities.length, rejectedCount: 0, issueCount: 0 });
  });

  test.prop([
    fc.array(
      fc.oneof(
        anyActivity.map((good) => ({ good })),
        badRow.map((bad) => ({ bad })),
      ),
    ),
    fc.nat(5),
  ])("that are bad are listed, and never change what good ones give", (rows, spare) => {
    const stated = rows.map((row) => ("good" in row ? rowOf(row.good) : row.bad));
    const good = rows.flatMap((row) => ("good" in row ? [row.good] : []));
    const reading = readActivities(stated, { ...collecting, issueLimit: spare + 1 });
    expect([...eachActivity(reading.activities)]).toEqual([
      ...eachActivity(createActivityTable(good, READING)),
    ]);
    expect(reading.rejectedCount).toBe(rows.length - good.length);
    expect(reading.issues).toHaveLength(Math.min(reading.issueCount, spare + 1));
    for (const issue of reading.issues) expect(rows[issue.row as number]).toHaveProperty("bad");
  });

  test.prop([badRow])("that are bad throw a LoyaltyError and nothing else", (row) => {
    let error: unknown;
    try {
      readActivities([row], READING);
    } catch (caught) {
      error = caught;
    }
    expect(isLoyaltyError(error)).toBe(true);
  });

  test.prop([fc.anything()])("of any kind are renamed and refused without another exception", (row) => {
    const reading = readActivities([canonicalActivityRow(row), row], collecting);
    expect(reading.rowCount).toBe(2);
  });

  test.prop([fc.array(fc.oneof(anyActivity.map(rowOf), badRow)), fc.infiniteStream(fc.nat(4))])(
    "give the same from an async source, one by one and in batches of any size",
    async (rows, sizes) => {
      async function* later() {
        // An array among the rows is no row: alone it would be a batch.
        for (const row of rows) yield Array.isArray(row) ? [row] : row;
      }
      async function* inBatches() {
        for (let start = 0; start < rows.length; ) {
          const size = sizes.next().value as number;
          yield rows.slice(start, start + size);
          start += size;
        }
      }
      const reading = readActivities(rows, collecting);
      expect(await readActivities(later(), collecting)).toEqual(reading);
      expect(await readActivities(inBatches(), collecting)).toEqual(reading);
    },
  );
});
