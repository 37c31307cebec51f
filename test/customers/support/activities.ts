import type { Activity, ActivityKind, ActivityOf } from "../../../src/customers/activity.ts";
import { MILLISECONDS_PER_DAY, parseDay } from "../../../src/units/day.ts";

type Fields<K extends ActivityKind> = Partial<Omit<ActivityOf<K>, "kind" | "day" | "atMs">>;

/** An activity of `ann` on a calendar day; everything else as given. */
export function did<K extends ActivityKind>(kind: K, on: string, fields: Fields<K> = {}): ActivityOf<K> {
  const day = parseDay(on);
  if (day === undefined) throw new Error(`no such day: ${on}`);
  return {
    kind,
    customerId: "ann",
    atMs: day * MILLISECONDS_PER_DAY,
    day,
    ...fields,
  } as unknown as ActivityOf<K>;
}

/** An order of `ann` for `amountMinor`. */
export function order(on: string, amountMinor: number, fields: Fields<"order"> = {}): ActivityOf<"order"> {
  return did("order", on, { amountMinor, ...fields });
}

export type { Activity };
