import { dayOf, LAST_DAY } from "./calendar.ts";
import type { Random } from "./random.ts";

/** What brings someone here, and how often. */
export type Habit = "neighbour" | "asker" | "passer-by" | "regular" | "washer" | "fleet" | "stranger";

/** Someone who owns a car, or nearly everyone of them, and lives or works within five kilometres. */
export interface Person {
  /** The hash of a phone number, as the register stores it. */
  readonly id: string;
  /** The address of guest orders on the website; joined to `id` by an alias. */
  readonly guestId?: string;
  readonly habit: Habit;
  /** The first day on which they had to do with the shop. */
  readonly firstDay: number;
  /** The day after which they come no more; may lie beyond the sample. */
  readonly lastDay: number;
  /** Days between two visits. */
  readonly gapDays: number;
  /** In tenths: a small car 10, a large one 15. */
  readonly carSize: number;
  readonly cars: number;
  /** 0 never recommends, 1 when asked, 2 unasked. */
  readonly zeal: 0 | 1 | 2;
  /** What they would answer to "would you recommend us", 0–10, give or take. */
  readonly mood: number;
  readonly joins: boolean;
  readonly isTargeted: boolean;
  readonly isReachable: boolean;
}

/** How many of each habit live around the shop. */
const HABIT_COUNTS: readonly (readonly [Habit, number])[] = [
  ["neighbour", 170],
  ["asker", 140],
  ["passer-by", 150],
  ["regular", 190],
  ["washer", 55],
  ["fleet", 8],
  ["stranger", 12],
];

/** The days on which the shop bought or walked together a list of car owners. */
export const FLYER_DAYS: readonly number[] = ["2024-09-05", "2025-04-01", "2026-03-15"].map(dayOf);

/** Everyone in the sample, in a fixed order. */
export function createPeople(random: Random): Person[] {
  return HABIT_COUNTS.flatMap(([habit, count]) =>
    Array.from({ length: count }, () => createPerson(habit, random)),
  );
}

function createPerson(habit: Habit, random: Random): Person {
  const buys = habit !== "neighbour" && habit !== "asker" && habit !== "stranger";
  const firstDay = firstDayOf(habit, random);
  const id = `p-${random.hex(10)}`;
  const zeal = zealOf(habit, random);
  return {
    id,
    ...(buys && random.chance(0.08) ? { guestId: `khach.${random.hex(5)}@example.com` } : {}),
    habit,
    firstDay,
    lastDay: stays(habit, random) ? LAST_DAY + 1 : firstDay + random.integer(40, 330),
    gapDays: gapDaysOf(habit, random),
    carSize: random.pick([10, 10, 12, 12, 15]),
    cars: habit === "fleet" ? random.integer(4, 12) : random.chance(0.15) ? 2 : 1,
    zeal,
    mood: zeal === 2 ? random.integer(9, 10) : random.pick([3, 5, 6, 7, 7, 8, 8, 8, 9, 9, 10]),
    joins: (habit === "washer" && random.chance(0.75)) || (habit === "regular" && random.chance(0.25)),
    isTargeted: habit === "neighbour" || (habit !== "stranger" && random.chance(0.7)),
    isReachable: random.chance(0.72),
  };
}

function firstDayOf(habit: Habit, random: Random): number {
  if (habit === "neighbour") return random.pick(FLYER_DAYS);
  if (habit === "fleet") return random.integer(60, 400);
  if (habit === "regular" && random.chance(0.15)) return random.integer(0, 45); // the opening offer
  const draw = random.integer(0, LAST_DAY);
  // The larger of two draws now and then: the shop grows.
  return random.chance(0.15) ? Math.max(draw, random.integer(0, LAST_DAY)) : draw;
}

function stays(habit: Habit, random: Random): boolean {
  if (habit === "fleet") return random.chance(0.75);
  return random.chance(habit === "washer" ? 0.7 : 0.5);
}

function gapDaysOf(habit: Habit, random: Random): number {
  if (habit === "fleet") return random.integer(6, 12);
  return habit === "washer" ? random.integer(9, 21) : random.integer(28, 75);
}

function zealOf(habit: Habit, random: Random): 0 | 1 | 2 {
  if (habit === "neighbour" || habit === "stranger") return 0;
  if (habit === "asker") return random.chance(0.03) ? 1 : 0; // some recommend before they ever bought
  const draw = random.next();
  if (habit === "passer-by") return draw < 0.04 ? 1 : 0;
  return draw < 0.12 ? 2 : draw < 0.34 ? 1 : 0;
}
