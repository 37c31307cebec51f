import { describe, expect, test } from "vitest";
import { isoDayOf, parseDay } from "../../src/units/day.ts";
import { assertTimeZone, isTimeZone, zoneOf } from "../../src/units/timeZone.ts";

const iso = (ms: number): string => new Date(ms).toISOString();
const dayIn = (timeZone: string, instant: string): string =>
  isoDayOf(zoneOf(timeZone).dayOf(Date.parse(instant)));
const startIn = (timeZone: string, day: string): string => iso(zoneOf(timeZone).startOfDayMs(parseDay(day)!));
const clockIn = (timeZone: string, local: string): string =>
  iso(zoneOf(timeZone).instantOfLocal(Date.parse(`${local}Z`)));

describe("the day of an instant", () => {
  test.each([
    ["UTC", "2026-01-05T23:59:59.999Z", "2026-01-05"],
    ["Asia/Ho_Chi_Minh", "2026-01-05T16:59:59.999Z", "2026-01-05"],
    ["Asia/Ho_Chi_Minh", "2026-01-05T17:00:00Z", "2026-01-06"],
    ["America/New_York", "2026-03-08T04:59:59Z", "2026-03-07"], // the day on which summer time begins
    ["America/New_York", "2026-03-09T03:59:59Z", "2026-03-08"],
    ["America/New_York", "2026-03-09T04:00:00Z", "2026-03-09"],
    ["Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29"],
    ["Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31"], // 30 December never was
    ["Africa/Casablanca", "2026-02-14T23:30:00Z", "2026-02-15"],
    ["Africa/Casablanca", "2026-02-20T23:30:00Z", "2026-02-20"], // Ramadan: an hour less
    ["Australia/Lord_Howe", "2026-04-04T14:30:00Z", "2026-04-05"],
    ["Asia/Kathmandu", "2026-01-05T18:14:59Z", "2026-01-05"],
    ["Asia/Kathmandu", "2026-01-05T18:15:00Z", "2026-01-06"],
    ["Asia/Manila", "1844-12-30T15:00:00Z", "1844-12-29"], // before the date line moved
    ["Africa/Monrovia", "1971-06-01T00:44:29Z", "1971-05-31"], // 44 minutes and 30 seconds behind
    ["Africa/Monrovia", "1971-06-01T00:44:30Z", "1971-06-01"],
    ["Asia/Ho_Chi_Minh", "0001-01-01T16:54:00Z", "0001-01-02"],
  ])("in %s, %s falls on %s", (timeZone, instant, day) => {
    expect(dayIn(timeZone, instant)).toBe(day);
  });

  test("is right when the days that share a place in the cache take turns", () => {
    const zone = zoneOf("America/New_York");
    const july = Date.parse("2026-07-01T04:00:00Z"); // midnight in summer time
    const monthsAway = july - 4096 * 86_400_000; // 2015-04-14, the same place
    for (let turn = 0; turn < 3; turn += 1) {
      expect(isoDayOf(zone.dayOf(july))).toBe("2026-07-01");
      expect(isoDayOf(zone.dayOf(july - 1))).toBe("2026-06-30");
      expect(isoDayOf(zone.dayOf(monthsAway))).toBe("2015-04-14");
    }
  });
});

describe("the start of a day", () => {
  test.each([
    ["UTC", "2026-01-05", "2026-01-05T00:00:00.000Z"],
    ["Asia/Ho_Chi_Minh", "2026-01-05", "2026-01-04T17:00:00.000Z"],
    ["America/New_York", "2026-03-08", "2026-03-08T05:00:00.000Z"],
    ["America/New_York", "2026-03-09", "2026-03-09T04:00:00.000Z"],
    ["America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00.000Z"], // began at 01:00
    ["America/Havana", "2026-11-01", "2026-11-01T04:00:00.000Z"], // midnight came twice
    ["Pacific/Apia", "2011-12-29", "2011-12-29T10:00:00.000Z"],
    ["Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00.000Z"], // skipped: the first instant after it
    ["Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00.000Z"],
  ])("in %s, %s starts at %s", (timeZone, day, instant) => {
    expect(startIn(timeZone, day)).toBe(instant);
  });
});

describe("a time on the clocks of a zone", () => {
  test.each([
    ["UTC", "2026-01-05T10:20:30.123", "2026-01-05T10:20:30.123Z"],
    ["America/New_York", "2026-01-05T10:00:00", "2026-01-05T15:00:00.000Z"],
    ["America/New_York", "2026-03-08T02:30:00", "2026-03-08T07:30:00.000Z"], // gap: shown as 03:30
    ["America/New_York", "2026-11-01T01:30:00", "2026-11-01T05:30:00.000Z"], // twice: the earlier
    ["America/New_York", "2026-11-01T00:59:59", "2026-11-01T04:59:59.000Z"],
    ["America/New_York", "2026-11-01T02:00:00", "2026-11-01T07:00:00.000Z"],
    ["Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-03T15:45:00.000Z"], // a gap of half an hour
    ["Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00.000Z"], // twice
    ["Pacific/Apia", "2011-12-30T12:00:00", "2011-12-30T22:00:00.000Z"], // a gap of a whole day
    ["Asia/Manila", "1844-12-31T12:00:00", "1845-01-01T03:56:08.000Z"],
  ])("in %s, %s is %s", (timeZone, local, instant) => {
    // Engines know different histories of Manila; the newer data says 15:56:08, the older 15:56.
    const tolerance = timeZone === "Asia/Manila" ? 10_000 : 0;
    expect(Math.abs(Date.parse(clockIn(timeZone, local)) - Date.parse(instant))).toBeLessThanOrEqual(
      tolerance,
    );
  });
});

describe("names of time zones", () => {
  test.each(["UTC", "Asia/Ho_Chi_Minh", "Europe/Paris", "Etc/GMT-7"])(
    "%s is one, and is kept as given",
    (timeZone) => {
      expect(isTimeZone(timeZone)).toBe(true);
      expect(zoneOf(timeZone).timeZone).toBe(timeZone);
      expect(zoneOf(timeZone)).toBe(zoneOf(timeZone));
      expect(() => assertTimeZone(timeZone, [])).not.toThrow();
    },
  );

  test.each(["", "Mars/Olympus", "+07:00", "-03", "__proto__", null, undefined, 7])(
    "%j is none",
    (timeZone) => {
      expect(isTimeZone(timeZone)).toBe(false);
      expect(() => assertTimeZone(timeZone, ["options", "zone"])).toThrow(
        expect.objectContaining({ code: "invalid_time_zone", path: ["options", "zone"] }),
      );
      expect(() => zoneOf(timeZone)).toThrow(expect.objectContaining({ path: ["timeZone"] }));
    },
  );

  test("more than are kept come and go, and stay right", () => {
    const first = zoneOf("Etc/GMT+1");
    for (let hour = 2; hour <= 12; hour += 1) zoneOf(`Etc/GMT+${hour}`);
    for (let hour = 1; hour <= 14; hour += 1) zoneOf(`Etc/GMT-${hour}`);
    expect(zoneOf("Etc/GMT+1")).not.toBe(first);
    expect(dayIn("Etc/GMT+1", "2026-01-05T00:30:00Z")).toBe("2026-01-04");
  });
});
