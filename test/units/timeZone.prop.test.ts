import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { zoneOf } from "../../src/units/timeZone.ts";

const DAY_MS = 86_400_000;

const zoneName = fc.constantFrom(
  "UTC",
  "Asia/Ho_Chi_Minh",
  "America/New_York",
  "Pacific/Apia",
  "Africa/Casablanca",
  "Australia/Lord_Howe",
  "Europe/Amsterdam",
  "America/St_Johns",
  "America/Havana",
  "Asia/Manila",
  "Antarctica/Troll",
  "Pacific/Kiritimati",
);

/** Instants over all years, and most of them where clocks change. */
const instant = fc.oneof(
  fc.integer({ min: Date.parse("0001-01-03T00:00:00Z"), max: Date.parse("9999-12-29T00:00:00Z") }),
  fc.integer({ min: Date.parse("1850-01-01T00:00:00Z"), max: Date.parse("2040-01-01T00:00:00Z") }),
  fc
    .tuple(
      fc.integer({ min: 1970, max: 2037 }),
      fc.integer({ min: 0, max: 11 }),
      fc.integer({ min: 0, max: 3 * DAY_MS }),
    )
    .map(([year, month, ms]) => Date.UTC(year, month, 1) + ms),
);

/** The wall clock of a zone, asked anew each time, with the era: slow and plain. */
function wallClockMs(timeZone: string, ms: number): number {
  const format = new Intl.DateTimeFormat("en-GB-u-ca-gregory-nu-latn", {
    timeZone,
    hourCycle: "h23",
    era: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
  const year = String(part.era).startsWith("B") ? 1 - Number(part.year) : Number(part.year);
  const date = new Date(0);
  date.setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
  date.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second), ((ms % 1000) + 1000) % 1000);
  return date.getTime();
}

describe("zones", () => {
  test.prop([zoneName, instant], { numRuns: 1000 })("give the day that Intl gives", (timeZone, ms) => {
    expect(zoneOf(timeZone).dayOf(ms)).toBe(Math.floor(wallClockMs(timeZone, ms) / DAY_MS));
  });

  test.prop([zoneName, instant], { numRuns: 500 })(
    "find the earliest instant that shows a time that clocks did show",
    (timeZone, ms) => {
      const shown = wallClockMs(timeZone, ms);
      const found = zoneOf(timeZone).instantOfLocal(shown);
      expect(wallClockMs(timeZone, found)).toBe(shown);
      expect(found).toBeLessThanOrEqual(ms);
    },
  );

  test.prop([zoneName, instant], { numRuns: 500 })(
    "start a day where the day before ends",
    (timeZone, ms) => {
      const zone = zoneOf(timeZone);
      const day = zone.dayOf(ms);
      const start = zone.startOfDayMs(day);
      expect(zone.dayOf(start)).toBe(day);
      expect(zone.dayOf(start - 1)).toBeLessThan(day);
    },
  );
});
