import { minutesOf } from "./calendar.ts";
import type { SampleEvent } from "./event.ts";
import type { Random } from "./random.ts";

interface Arrival {
  readonly event: SampleEvent;
  readonly minutes: number;
}

/**
 * The rows in the order in which they reached the office, which is not the order in which things happened:
 * paper is typed in days later, the chat system reports at night, and the website sends some rows twice.
 */
export function inOrderOfArrival(events: readonly SampleEvent[], random: Random): SampleEvent[] {
  const arrivals = events.flatMap((event) => arrivalsOf(event, random));
  return arrivals
    .map((arrival, index) => ({ ...arrival, index }))
    .sort((a, b) => a.minutes - b.minutes || a.index - b.index)
    .map(({ event }) => event);
}

function arrivalsOf(event: SampleEvent, random: Random): Arrival[] {
  const happened = minutesOf(event.moment);
  const delay = random.chance(0.06) ? random.integer(600, 20 * 1440) : random.integer(0, 5);
  const arrival = { event, minutes: happened + delay };
  const isSentTwice = random.chance(0.008);
  return isSentTwice
    ? [arrival, { event, minutes: arrival.minutes + random.integer(1, 3 * 1440) }]
    : [arrival];
}
