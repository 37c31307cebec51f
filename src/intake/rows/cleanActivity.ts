import type { Activity, ActivityKind, SurveyActivity } from "../../customers/activity.ts";
import { SCORE_RANGES } from "../../customers/rules/scoreRanges.ts";
import type { EpochDay } from "../../units/day.ts";
import { parseInstant } from "../../units/instant.ts";
import { isAbsent } from "../fields/field.ts";
import { idOf, ownIdOf } from "../fields/plainFields.ts";
import type { CleanField } from "./cleanFields.ts";
import type { ReadingContext } from "./readingContext.ts";
import type { TakenOther } from "./takeRow.ts";

/** How many properties stand before those that a kind carries: id, customer and time. */
const HEAD_LENGTH = 3;

type Growing = Record<string, unknown>;

/**
 * The activity of a row of any kind but an order. Undefined leaves the row to the
 * schema, as `cleanOrder` does.
 */
export function cleanActivity(
  { kind, fields, stated }: TakenOther,
  { zone }: ReadingContext,
): Activity | undefined {
  const id = ownIdOf(stated[0]);
  const customerId = idOf(stated[1]);
  const at = parseInstant(stated[2], zone);
  if (id === undefined || typeof at === "string") return undefined;
  if (customerId === undefined && !(mayLackCustomer(kind) && isAbsent(stated[1]))) return undefined;
  const activity = headOf(kind, id, customerId, at.atMs, at.day);
  for (let index = 0; index < fields.length; index += 1) {
    const { isRequired, parse, target } = fields[index] as CleanField;
    const value = stated[HEAD_LENGTH + index];
    if (!isRequired && isAbsent(value)) continue;
    const parsed = parse(value);
    if (parsed === undefined) return undefined;
    if (target !== undefined) activity[target] = parsed;
  }
  return isConsistent(activity) ? (activity as unknown as Activity) : undefined;
}

/** In one go where it can be: to add five properties one by one takes longer than to parse them. */
function headOf(
  kind: ActivityKind,
  id: string,
  customerId: string | undefined,
  atMs: number,
  day: EpochDay,
): Growing {
  if (customerId === undefined) return id === "" ? { kind, atMs, day } : { kind, id, atMs, day };
  return id === "" ? { kind, customerId, atMs, day } : { kind, id, customerId, atMs, day };
}

/** The order or the complaint says whose they are. */
function mayLackCustomer(kind: ActivityKind): boolean {
  return kind === "refund" || kind === "cancellation" || kind === "resolution";
}

/** What no field can tell alone. */
function isConsistent(activity: Growing): boolean {
  if (activity.kind === "survey") {
    const { instrument, score } = activity as unknown as SurveyActivity;
    const [low, high] = SCORE_RANGES[instrument];
    return score >= low && score <= high;
  }
  const { resolvedDay, day } = activity;
  return resolvedDay === undefined || (resolvedDay as EpochDay) >= (day as EpochDay);
}
