import { type Clock, type Moment, stampOf } from "./calendar.ts";

/** One row of the sample, as `readActivities` takes it, with the moment at which it happened. */
export interface SampleEvent {
  readonly moment: Moment;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Numbers the rows of each kind: `RF-0001`, `RF-0002` … */
export type Numbering = (prefix: string) => string;

export function createNumbering(): Numbering {
  const counts = new Map<string, number>();
  return (prefix) => {
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    return `${prefix}-${String(count).padStart(4, "0")}`;
  };
}

/** An event: kind, id, whose it is and when come first in every row, in this order. */
export function createEvent(
  kind: string,
  id: string,
  customerId: string | undefined,
  moment: Moment,
  clock: Clock,
  more: Readonly<Record<string, unknown>> = {},
): SampleEvent {
  const whose = customerId === undefined ? {} : { customerId };
  return { moment, row: { kind, id, ...whose, at: stampOf(moment, clock), ...more } };
}

/** The moment `minutes` after another. */
export function later(moment: Moment, minutes: number): Moment {
  const total = moment.day * 1440 + moment.minute + minutes;
  return { day: Math.floor(total / 1440), minute: total % 1440 };
}
