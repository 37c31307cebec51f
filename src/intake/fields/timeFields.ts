import { parseDay } from "../../units/day.ts";
import { type Instant, parseInstant } from "../../units/instant.ts";
import type { Zone } from "../../units/timeZone.ts";
import { createField, type Field, refuse } from "./field.ts";

const INSTANT_EXPECTED =
  "a day (2026-01-31), an instant with offset (2026-01-31T10:20:30Z), a Date or milliseconds since 1970 (not seconds)";

/** An instant in a zone; without a stated zone, a time that lacks its offset is refused. */
export function createInstantField(zone: Zone | undefined): Field<Instant> {
  return {
    expected: INSTANT_EXPECTED,
    parse(value) {
      const instant = parseInstant(value, zone);
      return typeof instant === "string" ? undefined : instant;
    },
    read(value, payload) {
      const instant = parseInstant(value, zone);
      if (instant === "invalid_instant") return refuse(payload, instant, INSTANT_EXPECTED, value);
      if (instant === "zone_required")
        return refuse(payload, instant, "an offset, or the option timeZone", value);
      return instant;
    },
  };
}

const MONTH_AND_DAY_LENGTH = 5;
const YEAR_AND_DAY_LENGTH = 10;

/** A year in which every day of the calendar exists. */
const LEAP_YEAR = "2000";

export const BIRTHDAY: Field<string> = /* @__PURE__ */ createField(
  "invalid_birthday",
  "YYYY-MM-DD or MM-DD",
  (value) => {
    const text = typeof value === "string" ? value.trim() : "";
    const day = text.length === MONTH_AND_DAY_LENGTH ? `${LEAP_YEAR}-${text}` : text;
    return day.length === YEAR_AND_DAY_LENGTH && parseDay(day) !== undefined ? text : undefined;
  },
);
