import { MILLISECONDS_PER_DAY } from "../../src/units/day.ts";
import type { Instant } from "../../src/units/instant.ts";
import type { Random } from "./random.ts";
import { AS_OF_DAY } from "./setting.ts";

/** How many days up to `AS_OF_DAY` a history has. */
const HISTORY_DAYS = 1_000;

/** An instant on any day of a history, in UTC. */
export function anyInstant(random: Random): Instant {
  const day = AS_OF_DAY - random.below(HISTORY_DAYS);
  return { atMs: day * MILLISECONDS_PER_DAY + random.below(MILLISECONDS_PER_DAY), day };
}
