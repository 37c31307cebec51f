import * as z from "zod/mini";
import type { Activity, ActivityKind, ActivityOf } from "../../customers/activity.ts";
import type { Instant } from "../../units/instant.ts";
import type { Payload } from "../fields/field.ts";

/** How a kind of row is read: the fields to take from it, and the schema that makes an activity of them. */
export interface ActivityShape {
  readonly fields: readonly string[];
  readonly schema: z.ZodMiniType<Activity>;
}

/** The fields that every kind of row has. */
interface BaseFields {
  readonly id: string | undefined;
  readonly customerId: string | undefined;
  readonly at: Instant;
}

type BaseShape = { readonly [F in keyof BaseFields]: z.ZodMiniType<BaseFields[F]> };

type Fields<Shape extends z.core.$ZodShape> = { readonly [F in keyof Shape]: z.output<Shape[F]> };

/** What a kind of activity carries beside the base, with undefined for what was not said. */
type Carried<K extends ActivityKind> = Stated<
  Omit<ActivityOf<K>, "kind" | "id" | "customerId" | "atMs" | "day">
>;

type Stated<T> = {
  readonly [P in keyof Required<T>]: P extends keyof T
    ? Record<never, never> extends Pick<T, P>
      ? T[P] | undefined
      : T[P]
    : never;
};

/**
 * The shape of one kind of row: all fields are read and complained about first, then `carry` answers what this
 * kind carries. What was not said is left out of the activity.
 */
export function createShape<K extends ActivityKind, Shape extends BaseShape & z.core.$ZodShape>(
  kind: K,
  shape: Shape,
  carry: (fields: Fields<Shape>, payload: Payload) => Carried<K>,
): ActivityShape {
  const built = z.transform((fields, payload) => {
    const carried = carry(fields as Fields<Shape>, payload);
    return createActivity(kind, fields as BaseFields, carried);
  });
  // The generic shape is more than the types of zod can follow through a pipe.
  const schema = z.pipe(z.object(shape) as z.ZodMiniType, built) as unknown as z.ZodMiniType<Activity>;
  return { fields: Object.keys(shape), schema };
}

// Property by property: spreading four small objects took most of the time of reading a row.
function createActivity(kind: ActivityKind, fields: BaseFields, carried: object): Activity {
  const activity: Record<string, unknown> = { kind };
  if (fields.id !== undefined) activity.id = fields.id;
  if (fields.customerId !== undefined) activity.customerId = fields.customerId;
  activity.atMs = fields.at.atMs;
  activity.day = fields.at.day;
  for (const name of Object.keys(carried)) {
    const value = (carried as Readonly<Record<string, unknown>>)[name];
    if (value !== undefined) activity[name] = value;
  }
  return activity as unknown as Activity;
}
