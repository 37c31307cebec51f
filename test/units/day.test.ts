import { fc } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { epochDayOf, isoDayOf, parseDay } from "../../src/units/day.ts";

describe("days", () => {
  test.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["2000-02-29", 11_016],
    ["0001-01-01", -719_162],
    ["9999-12-31", 2_932_896],
    ["0099-12-31", -683_004],
  ])("%s is day %i, both ways", (text, day) => {
    expect(parseDay(text)).toBe(day);
    expect(isoDayOf(day)).toBe(text);
  });

  test.each([
    "2026-02-30",
    "2025-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "",
    "today",
    "2026-01-01T00:00Z",
  ])("%j is no day", (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  test("outside the calendar do not exist", () => {
    expect(epochDayOf(2026, 4, 31)).toBeUndefined();
    expect(epochDayOf(2026, 4, 30)).toBe(20_573);
    expect(epochDayOf(2026, -1, 1)).toBeUndefined();
  });

  test("are written and read again the same", () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
        expect(parseDay(isoDayOf(day))).toBe(day);
      }),
    );
  });
});
