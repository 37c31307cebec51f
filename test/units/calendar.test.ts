import { describe, expect, test } from "vitest";
import { anniversaryIn } from "../../src/units/calendar.ts";
import { isoDayOf } from "../../src/units/day.ts";
import { UtcDate } from "../../src/units/utcDate.ts";

describe("anniversaryIn", () => {
  test.each([
    [2026, 2, 29, "2026-02-28"],
    [2028, 2, 29, "2028-02-29"],
    [1900, 2, 29, "1900-02-28"],
    [2000, 2, 29, "2000-02-29"],
    [2026, 12, 31, "2026-12-31"],
    [2026, 1, 1, "2026-01-01"],
    [99, 3, 31, "0099-03-31"],
    [2026, 3, 29, "2026-03-29"],
  ])("in %i of %i-%i is %s", (year, month, day, expected) => {
    expect(isoDayOf(anniversaryIn(year, month, day))).toBe(expected);
  });
});

describe("UtcDate", () => {
  test("reads and writes its local fields in UTC", () => {
    const date = new UtcDate(Date.UTC(2026, 0, 31, 23, 30));
    expect([date.getFullYear(), date.getMonth(), date.getDate()]).toEqual([2026, 0, 31]);
    date.setMonth(2, 0);
    expect(date.toISOString()).toBe("2026-02-28T23:30:00.000Z");
    date.setFullYear(2028, 1, 29);
    expect(date.toISOString()).toBe("2028-02-29T23:30:00.000Z");
  });
});
