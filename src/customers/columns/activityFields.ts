import type { Activity, ActivityBase, ActivityKind, ActivityOf } from "../activity.ts";

/**
 * How the fields of a kind of activity are kept in columns. `number`: `Float64Array`, missing is `NaN`.
 * `flag`: `Uint8Array`, missing is 255. `text` and `data`: plain arrays, missing is undefined.
 * `person`: `Uint32Array`, a code into the table's `customerIds`.
 */
export type FieldType = "number" | "flag" | "text" | "data" | "person";

/** What a kind carries beside id, customer and time. */
export type CarriedField<K extends ActivityKind> = Exclude<keyof ActivityOf<K>, keyof ActivityBase | "kind">;

/** What a field holds when it is said. */
export type FieldValue<K extends ActivityKind, F extends CarriedField<K>> = Exclude<
  ActivityOf<K>[F],
  undefined
>;

type TypeOfField<F, Value> = F extends "otherId"
  ? "person"
  : [Value] extends [number]
    ? "number"
    : [Value] extends [boolean]
      ? "flag"
      : [Value] extends [string]
        ? "text"
        : "data";

/** The fields of one kind with their types, read off the types in `activity.ts`. */
export type FieldsOf<K extends ActivityKind> = {
  readonly [F in CarriedField<K>]: TypeOfField<F, FieldValue<K, F>>;
};

/** The one list from which columns are built, copied and compared; the compiler holds it to the types. */
export const ACTIVITY_FIELDS: { readonly [K in ActivityKind]: FieldsOf<K> } = {
  interest: { channel: "text" },
  order: { amountMinor: "number", costMinor: "number", units: "number", lines: "data" },
  refund: { orderId: "text", amountMinor: "number", costMinor: "number" },
  cancellation: { orderId: "text" },
  membership: { joined: "flag", plan: "text" },
  referral: { prompted: "flag", referredId: "text", converted: "flag" },
  testimonial: { rating: "number" },
  review: { rating: "number" },
  social: { rating: "number" },
  survey: { instrument: "text", score: "number" },
  complaint: { resolvedDay: "number", contacts: "number" },
  resolution: { complaintId: "text", contacts: "number" },
  market: { targeted: "flag", reachable: "flag" },
  profile: { birthday: "text", contactable: "flag", facts: "data" },
  alias: { otherId: "person" },
};

/** Every kind of activity, in a fixed order. */
export const ACTIVITY_KINDS: readonly ActivityKind[] = /* @__PURE__ */ Object.keys(
  ACTIVITY_FIELDS,
) as ActivityKind[];

/** The fields of a kind as a list, for loops. */
export function fieldEntriesOf(kind: ActivityKind): readonly FieldEntry[] {
  return FIELD_ENTRIES[kind];
}

/** A field's name and type. */
type FieldEntry = readonly [name: string, type: FieldType];

const FIELD_ENTRIES: Readonly<Record<ActivityKind, readonly FieldEntry[]>> =
  /* @__PURE__ */ Object.fromEntries(
    /* @__PURE__ */ ACTIVITY_KINDS.map((kind) => [kind, Object.entries(ACTIVITY_FIELDS[kind])]),
  ) as unknown as Record<ActivityKind, readonly FieldEntry[]>;

/** The value of a field of any activity, for loops over {@link fieldEntriesOf}. */
export function fieldValueOf(activity: Activity, field: string): unknown {
  return (activity as unknown as Readonly<Record<string, unknown>>)[field];
}
