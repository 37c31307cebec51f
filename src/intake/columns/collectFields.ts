import type { ActivityKind } from "../../customers/activity.ts";
import { isAbsent } from "../fields/field.ts";
import { CARRIED_NAMES, namesOfKind } from "./activityNames.ts";
import { orderIdNames, plainNameOf } from "./usualNames.ts";

/** The fields of a row under the names of `readActivities`. */
export type Fields = Record<string, unknown>;

/** What a row says, by plain name. */
export type Values = ReadonlyMap<string, unknown>;

/** What a plain name stands for, and how far down in the order of preference. */
interface Meaning {
  readonly field: string;
  readonly rank: number;
}

/** Nouns that may stand for an id, or hold something else: an order as an object, a mere yes. */
const NOUNS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "order",
  "complaint",
  "ticket",
  "referred",
  "referredcustomer",
  "alias",
  "other",
]);

function tabulateMeanings(): ReadonlyMap<ActivityKind, ReadonlyMap<string, Meaning>> {
  const kinds = Object.keys(CARRIED_NAMES) as ActivityKind[];
  return new Map(kinds.map((kind) => [kind, meaningsOf(kind)]));
}

function meaningsOf(kind: ActivityKind): ReadonlyMap<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  for (const [field, names] of Object.entries(namesOfKind(kind))) {
    names.forEach((name, rank) => {
      const plainName = plainNameOf(name);
      if (!meanings.has(plainName)) meanings.set(plainName, { field, rank });
    });
    if (field !== "id") meanings.set(plainNameOf(field), { field, rank: -1 });
  }
  return meanings;
}

const MEANINGS: ReadonlyMap<ActivityKind, ReadonlyMap<string, Meaning>> = /* @__PURE__ */ tabulateMeanings();

/** The values of a row by plain name; of two columns with one name, the first that says something. */
export function valuesByPlainName(row: object): Values {
  const values = new Map<string, unknown>();
  for (const [name, value] of Object.entries(row)) {
    const plainName = plainNameOf(name);
    if (!isAbsent(value) && !values.has(plainName)) values.set(plainName, value);
  }
  return values;
}

/** What plain names mean in rows of a kind. */
export function meaningsFor(kind: ActivityKind): ReadonlyMap<string, Meaning> {
  return MEANINGS.get(kind) as ReadonlyMap<string, Meaning>;
}

/** The fields of a kind that the values state, each under its preferred name. */
export function collectFields(kind: ActivityKind, values: Values): Fields {
  const meanings = meaningsFor(kind);
  const fields: Fields = {};
  const ranks: Record<string, number> = {};
  for (const [name, value] of values) {
    const meaning = meanings.get(name);
    if (meaning === undefined || meaning.rank >= (ranks[meaning.field] ?? Number.POSITIVE_INFINITY)) continue;
    if (isNoun(name) && !isName(value)) continue;
    fields[meaning.field] = value;
    ranks[meaning.field] = meaning.rank;
  }
  if (kind !== "order") return fields;
  const id = orderIdOf(values) ?? fields.id;
  return id === undefined ? fields : { ...fields, id };
}

/** Whether what stands under a plain name may be something else than an id. */
export function isNoun(plainName: string): boolean {
  return NOUNS.has(plainName);
}

/** Whether a value can name something. */
export function isName(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "bigint";
}

/** An order's own names come before the id of the row; the mere `order` comes last. */
function orderIdOf(values: Values): unknown {
  const has = (name: string): boolean => values.has(plainNameOf(name));
  const name = orderIdNames(has).find(has);
  return name === undefined ? undefined : values.get(plainNameOf(name));
}
