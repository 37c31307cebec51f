import { runInNewContext } from "node:vm";
import { fc } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { isoDayOf } from "../../src/units/day.ts";
import { parseInstant } from "../../src/units/instant.ts";
import { zoneOf } from "../../src/units/timeZone.ts";

const hanoi = zoneOf("Asia/Ho_Chi_Minh");

const UNSTATED = "unstated";

function written(value: unknown, zone: typeof hanoi | typeof UNSTATED = hanoi): string {
  const instant = parseInstant(value, zone === UNSTATED ? undefined : zone);
  return typeof instant === "string"
    ? instant
    : `${new Date(instant.atMs).toISOString()} ${isoDayOf(instant.day)}`;
}

describe("text with an offset", () => {
  test.each([
    ["2026-01-05T10:20:30.123Z", "2026-01-05T10:20:30.123Z 2026-01-05"],
    ["2026-01-05T17:20:30Z", "2026-01-05T17:20:30.000Z 2026-01-06"],
    ["2026-01-05T10:20:30+07:00", "2026-01-05T03:20:30.000Z 2026-01-05"],
    ["2026-01-05T10:20:30+0700", "2026-01-05T03:20:30.000Z 2026-01-05"],
    ["2026-01-05T10:20:30+07", "2026-01-05T03:20:30.000Z 2026-01-05"],
    ["2026-01-05T10:20:30-03:30", "2026-01-05T13:50:30.000Z 2026-01-05"],
    ["2026-01-05 10:20:30 +0700", "2026-01-05T03:20:30.000Z 2026-01-05"], // as Shopify writes
    ["2026-01-05 10:20:30 UTC", "2026-01-05T10:20:30.000Z 2026-01-05"], // as Rails and BigQuery write
    ["2026-01-05 10:20:30.123456+00", "2026-01-05T10:20:30.123Z 2026-01-05"], // as PostgreSQL writes
    ["2026-01-05T10:20Z", "2026-01-05T10:20:00.000Z 2026-01-05"],
    ["2026-01-05T10:20:30.1Z", "2026-01-05T10:20:30.100Z 2026-01-05"],
    ["2026-01-05T10:20:30.9999999999Z", "2026-01-05T10:20:30.999Z 2026-01-05"],
    ["2026-01-05t10:20z", "2026-01-05T10:20:00.000Z 2026-01-05"],
    [" 2026-01-05T10:20Z ", "2026-01-05T10:20:00.000Z 2026-01-05"],
    ["1970-01-01T00:00:00-00:00", "1970-01-01T00:00:00.000Z 1970-01-01"],
    ["0001-01-01T07:07:00+07:07", "0001-01-01T00:00:00.000Z 0001-01-01"],
  ])("%s is %s", (text, expected) => {
    expect(written(text)).toBe(expected);
  });
});

describe("text without an offset", () => {
  test("with a stated zone is on its clocks", () => {
    expect(written("2026-01-05T10:20:30")).toBe("2026-01-05T03:20:30.000Z 2026-01-05");
    expect(written("2026-01-05 00:30")).toBe("2026-01-04T17:30:00.000Z 2026-01-05");
    expect(written("2011-12-30 12:00", zoneOf("Pacific/Apia"))).toBe("2011-12-30T22:00:00.000Z 2011-12-31");
  });

  test("without a stated zone is refused", () => {
    expect(written("2026-01-05T10:20:30", UNSTATED)).toBe("zone_required");
    expect(written("2026-01-05T10:20:30Z", UNSTATED)).toBe("2026-01-05T10:20:30.000Z 2026-01-05");
  });

  test("and without a time is that calendar day", () => {
    expect(written("2026-01-05")).toBe("2026-01-04T17:00:00.000Z 2026-01-05");
    expect(written("2026-01-05", UNSTATED)).toBe("2026-01-05T00:00:00.000Z 2026-01-05");
    expect(written("2024-02-29", UNSTATED)).toBe("2024-02-29T00:00:00.000Z 2024-02-29");
    expect(written("0001-01-01", UNSTATED)).toBe("0001-01-01T00:00:00.000Z 0001-01-01");
    // A day that the zone skipped stays the day that was said.
    expect(written("2011-12-30", zoneOf("Pacific/Apia"))).toBe("2011-12-30T10:00:00.000Z 2011-12-30");
  });
});

describe("dates and milliseconds", () => {
  test.each<[unknown, string]>([
    [new Date("2026-01-05T17:00:00Z"), "2026-01-05T17:00:00.000Z 2026-01-06"],
    [Date.UTC(2026, 0, 5, 17), "2026-01-05T17:00:00.000Z 2026-01-06"],
    ["1767632400000", "2026-01-05T17:00:00.000Z 2026-01-06"],
    [-1, "1969-12-31T23:59:59.999Z 1970-01-01"],
    [0, "1970-01-01T00:00:00.000Z 1970-01-01"],
    [runInNewContext("new Date(0)"), "1970-01-01T00:00:00.000Z 1970-01-01"],
  ])("%s is %s", (value, expected) => {
    expect(written(value)).toBe(expected);
  });

  test("never give minus zero", () => {
    expect(parseInstant(-0, undefined)).toStrictEqual({ atMs: 0, day: 0 });
    expect(parseInstant(-0, hanoi)).toStrictEqual({ atMs: 0, day: 0 });
  });

  test("reach from the first day of year 1 to the last of year 9999, in the zone", () => {
    const first = hanoi.startOfDayMs(-719_162);
    const last = hanoi.startOfDayMs(2_932_897) - 1;
    expect(parseInstant(first, hanoi)).toEqual({ atMs: first, day: -719_162 });
    expect(parseInstant(last, hanoi)).toEqual({ atMs: last, day: 2_932_896 });
    expect(parseInstant(first - 1, hanoi)).toBe("invalid_instant");
    expect(parseInstant(last + 1, hanoi)).toBe("invalid_instant");
  });
});

describe("what is no instant", () => {
  test.each<unknown>([
    "2026-02-30",
    "2025-02-29",
    "2026-13-01",
    "2026-00-01",
    "2026-01-00",
    "0000-01-01",
    "-001-01-01",
    "+002026-01-05",
    "2026-1-5",
    "2026/01/05",
    "05/01/2026",
    "20260105",
    "2026-01",
    "2026-01-05T",
    "2026-01-05T10",
    "2026-01-05T10:2",
    "2026-01-05T1:20",
    "2026-01-05T10.20",
    "2026-01-05T24:00",
    "2026-01-05T24:00:01",
    "2026-01-05T10:60",
    "2026-01-05T23:59:60Z",
    "2026-01-05T10:20:",
    "2026-01-05T10:20:3",
    "2026-01-05T10:20:30.",
    "2026-01-05T10:20:30.Z",
    "2026-01-05T10:20:30,5Z",
    "2026-01-05x10:20",
    "2026-01-05  10:20",
    "2026-01-05T10:20:30  Z",
    "2026-01-05T10:20:30 ",
    "2026-01-05T10:20:30ZZ",
    "2026-01-05T10:20:30 GMT",
    "2026-01-05T10:20:30+7",
    "2026-01-05T10:20:30+07:",
    "2026-01-05T10:20:30+07:0",
    "2026-01-05T10:20:30+07:000",
    "2026-01-05T10:20:30+070",
    "2026-01-05T10:20:30+24:00",
    "2026-01-05T10:20:30+07:60",
    "2026-01-05T10:20:30+ab",
    "0001-01-01T00:00:00+23:59",
    "9999-12-31T23:59:59-23:59",
    "1767632400",
    "176763240000x",
    "1767632400.00",
    "today",
    "",
    new Date(Number.NaN),
    new Date("+010000-01-01T00:00:00Z"),
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1.5,
    8.64e15,
    1e300,
    null,
    undefined,
    true,
    {},
    { getTime: () => 0 },
    [2026],
  ])("%j", (value) => {
    const refused = value === "2026-01-05T10:20:30 " ? "zone_required" : "invalid_instant"; // spaces around are no matter
    expect(parseInstant(value, undefined)).toBe(refused);
  });

  test("never throws, whatever comes", () => {
    const shaped = fc.stringMatching(/^\d{4}-\d\d-\d\d[T ]?[0-9:.Z+ -]{0,24}$/);
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), shaped), (value) => {
        const instant = parseInstant(value, hanoi);
        if (typeof instant !== "string") expect(Number.isSafeInteger(instant.atMs + instant.day)).toBe(true);
        else expect(instant).toBe("invalid_instant");
      }),
    );
  });
});

describe("every instant", () => {
  test("written as ISO text, as a Date or in milliseconds is read back the same", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0001-01-02"), max: new Date("9999-12-30"), noInvalidDate: true }),
        (date) => {
          const instant = parseInstant(date, hanoi);
          expect(instant).toEqual({ atMs: date.getTime(), day: hanoi.dayOf(date.getTime()) });
          expect(parseInstant(date.getTime(), hanoi)).toEqual(instant);
          expect(parseInstant(date.toISOString(), hanoi)).toEqual(instant);
        },
      ),
    );
  });
});
