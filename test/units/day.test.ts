import { fc } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { isoDayOf, parseDay } from "../../src/units/day.ts";

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

  test("are those of the calendar, on every day of its years and no other", () => {
    for (let year = 0; year <= 9999; year += year < 2500 ? 1 : 97) {
      for (let month = 1; month <= 12; month += 1) {
        const date = new Date(0);
        date.setUTCFullYear(year, month, 0); // the last day of the month
        const days = [0, 1, date.getUTCDate(), date.getUTCDate() + 1];
        const last = date.getTime() / 86_400_000;
        const expected = [undefined, last - date.getUTCDate() + 1, last, undefined];
        const written = (day: number) =>
          `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        expect(days.map((day) => parseDay(written(day)))).toEqual(expected);
      }
    }
  });

  test("are written and read again the same", () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
        expect(parseDay(isoDayOf(day))).toBe(day);
      }),
    );
  });

  test.each([Number.NaN, 1e9])("%d is refused, for it has no text", (day) => {
    expect(() => isoDayOf(day)).toThrow(expect.objectContaining({ code: "invalid_option", path: ["day"] }));
  });
});
