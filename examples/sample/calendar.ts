import type { Random } from "./random.ts";

/** Days are counted from the opening of the shop, which is day 0. */
export const OPENING_DAY_ISO = "2024-09-05";
/** The last day of the sample, and the `asOf` of its report. */
export const LAST_DAY_ISO = "2026-06-30";

const DAY_MS = 86_400_000;
const OPENING_MS = Date.parse(`${OPENING_DAY_ISO}T00:00:00Z`);

/** The last day of the sample, counted from the opening. */
export const LAST_DAY = (Date.parse(`${LAST_DAY_ISO}T00:00:00Z`) - OPENING_MS) / DAY_MS;

/** The first days of the lunar year, Tết: 29 January 2025 and 17 February 2026. */
const TET_DAYS = ["2025-01-29", "2026-02-17"].map(
  (iso) => (Date.parse(`${iso}T00:00:00Z`) - OPENING_MS) / DAY_MS,
);

/** `YYYY-MM-DD` of a day of the shop. */
export function isoDayOf(day: number): string {
  return new Date(OPENING_MS + day * DAY_MS).toISOString().slice(0, 10);
}

/** The day of the shop on which a calendar day falls. */
export function dayOf(iso: string): number {
  return (Date.parse(`${iso}T00:00:00Z`) - OPENING_MS) / DAY_MS;
}

/** How busy the shop is: closed over Tết, crowded in the three weeks before, more wash in the rain and at weekends. */
export function busynessOf(day: number): number {
  for (const tet of TET_DAYS) {
    if (day >= tet - 1 && day <= tet + 4) return 0;
    if (day >= tet - 21 && day < tet - 1) return 2;
    if (day > tet + 4 && day <= tet + 18) return 0.6;
  }
  const date = new Date(OPENING_MS + day * DAY_MS);
  const weekday = date.getUTCDay();
  const isRainy = date.getUTCMonth() >= 4 && date.getUTCMonth() <= 9; // May to October
  return (weekday === 0 || weekday === 6 ? 1.5 : 0.85) * (isRainy ? 1.15 : 1);
}

/** The days before each Tết on which people want a clean car. */
export function daysBeforeTet(random: Random): number[] {
  return TET_DAYS.map((tet) => tet - random.integer(3, 18));
}

/** A busy day near `day`, at most three days off; undefined when that falls outside the sample. */
export function busyDayNear(day: number, random: Random): number | undefined {
  const candidates = [-3, -2, -1, 0, 1, 2, 3].map((offset) => day + offset);
  let left = random.next() * candidates.reduce((sum, candidate) => sum + busynessOf(candidate), 0);
  const chosen = candidates.find((candidate) => {
    left -= busynessOf(candidate);
    return left < 0;
  });
  return chosen === undefined || chosen < 0 || chosen > LAST_DAY ? undefined : chosen;
}

/** A moment in the shop, ordered by day and minute of the Vietnamese day. */
export interface Moment {
  readonly day: number;
  readonly minute: number;
}

/** A moment of `day` within opening hours, 7:30 to 19:00. */
export function momentOn(day: number, random: Random): Moment {
  return { day, minute: random.integer(450, 1140) };
}

/** Minutes since the opening: what moments are sorted by. */
export function minutesOf(moment: Moment): number {
  return moment.day * 1440 + moment.minute;
}

/** How a system of the shop writes its time stamps. */
export type Clock = "register" | "website" | "chat" | "paper";

/** The register was replaced on New Year 2025; the old one wrote local times without an offset. */
export const NEW_REGISTER_DAY = dayOf("2025-01-01");

/** The time stamp as the given system writes it: local with or without offset, UTC, milliseconds, or only the day. */
export function stampOf(moment: Moment, clock: Clock): string | number {
  const utcMs = OPENING_MS + (minutesOf(moment) - 7 * 60) * 60_000; // Vietnam is seven hours ahead all year
  if (clock === "paper") return isoDayOf(moment.day);
  if (clock === "chat") return utcMs;
  if (clock === "website") return new Date(utcMs).toISOString().replace(".000Z", "Z");
  const local = new Date(utcMs + 7 * 3_600_000).toISOString().slice(0, 19);
  return moment.day < NEW_REGISTER_DAY ? local : `${local}+07:00`;
}
