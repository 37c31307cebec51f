import type { ActivityKind } from "./activity.ts";
import type { CarriedField, FieldsOf, FieldValue } from "./columns/activityFields.ts";

/** Stands for a customer where there is none: a refund that names only its order, a forgotten person. */
export const NOBODY = 0xffff_ffff;

/** The column that keeps a field. */
export type FieldColumn<Type, Value> = Type extends "number"
  ? Float64Array
  : Type extends "flag"
    ? Uint8Array
    : Type extends "person"
      ? Uint32Array
      : readonly (Value | undefined)[];

/** All activities of one kind, `count` rows in order of arrival, as a struct of arrays. */
export interface KindColumns<K extends ActivityKind = ActivityKind> {
  readonly count: number;
  /** Activity ids, undefined where there was none. */
  readonly ids: readonly (string | undefined)[];
  /** Codes into the table's `customerIds`, or {@link NOBODY}. */
  readonly customers: Uint32Array;
  /** Instants in milliseconds since 1970. */
  readonly atMs: Float64Array;
  /** Epoch days in the table's zone. */
  readonly days: Int32Array;
  /** What the kind carries besides; see `ACTIVITY_FIELDS`. */
  readonly fields: { readonly [F in CarriedField<K>]: FieldColumn<FieldsOf<K>[F], FieldValue<K, F>> };
}

/**
 * What customers did: every activity that was read, as columns by kind. Nothing is judged yet: duplicates,
 * conflicts and refunds are settled by `summarizeCustomers`, for the day that it is asked about. Immutable.
 */
export interface ActivityTable {
  /** ISO 4217; every amount is in its minor units. */
  readonly currency: string;
  /** IANA name of the zone in which instants became days. */
  readonly timeZone: string;
  /** Code → customer id, in order of first appearance. */
  readonly customerIds: readonly string[];
  readonly rowCount: number;
  /** True when some rows have no id: merging a part with itself would then count them twice. */
  readonly mayDoubleCount: boolean;
  readonly kinds: { readonly [K in ActivityKind]: KindColumns<K> };
}
