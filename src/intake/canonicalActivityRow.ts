import { ACTIVITY_NAMES, orderIdNames, plainNameOf, SHARED_NAMES } from "./columns/usualNames.ts";
import { isAbsent } from "./fields/field.ts";
import { flagOf } from "./fields/plainFields.ts";

/** What a plain name stands for, and how far down in the order of preference. */
interface Meaning {
  readonly field: string;
  readonly rank: number;
}

function tabulateMeanings(): ReadonlyMap<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  for (const [field, names] of Object.entries({ ...SHARED_NAMES, ...ACTIVITY_NAMES })) {
    names.forEach((name, rank) => {
      meanings.set(plainNameOf(name), { field, rank });
    });
    meanings.set(plainNameOf(field), { field, rank: -1 });
  }
  return meanings;
}

const MEANINGS: ReadonlyMap<string, Meaning> = /* @__PURE__ */ tabulateMeanings();

/** The values of a row by plain name; of two columns with one name, the first that says something. */
function valuesByPlainName(row: object): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [name, value] of Object.entries(row)) {
    const plainName = plainNameOf(name);
    if (!isAbsent(value) && !values.has(plainName)) values.set(plainName, value);
  }
  return values;
}

/**
 * Renames the usual names in a row of an export to those that `readActivities` knows: `customer_id`, `Email` →
 * `customerId`; `type`, `event` → `kind`; `created_at`, `date`, `timestamp` → `at`; `total` → `amount`;
 * `order_id` → `orderId`, `resolved_at` → `resolvedAt`, and so on, whatever the capitals and separators. Of
 * several names for one field, the preferred one that says something is taken.
 *
 * - A row without a kind but with an amount is an order. Kinds are written in any capitals.
 * - The name `<kind>_id` is a row's own id, before `id`: refunds name an order by the `order_id` in its row. An
 *   order may also be called by its number or invoice, and by `Name` in Shopify's export.
 * - A membership may say `joined: true` or `left: true` in place of its `status`.
 *
 * Properties without a meaning are dropped. What is no object, or does not let itself be read, comes back
 * as it is, for `readActivities` to refuse.
 *
 * @example
 * canonicalActivityRow({ "Order ID": 7, Customer_ID: "ann", Date: "2026-01-05", Total: "12.50" });
 * // => { kind: "order", id: 7, customerId: "ann", at: "2026-01-05", amount: "12.50" }
 */
export function canonicalActivityRow(row: unknown): unknown {
  try {
    return typeof row === "object" && row !== null && !Array.isArray(row) ? rename(row) : row;
  } catch {
    return row;
  }
}

function rename(row: object): Record<string, unknown> {
  const values = valuesByPlainName(row);
  const fields: Record<string, unknown> = {};
  const ranks: Record<string, number> = {};
  for (const [name, value] of values) {
    const meaning = MEANINGS.get(name);
    if (meaning === undefined || meaning.rank >= (ranks[meaning.field] ?? Number.POSITIVE_INFINITY)) continue;
    fields[meaning.field] = value;
    ranks[meaning.field] = meaning.rank;
  }
  const { kind: stated, joined, left, ...others } = fields;
  const kind = nameKind(stated, fields);
  if (kind === undefined) return others;
  const { [`${kind}Id`]: ownName, ...rest } = others;
  return { kind, ...rest, ...ownIdOf(kind, values), ...statusOf(kind, fields) };
}

function nameKind(kind: unknown, fields: Readonly<Record<string, unknown>>): unknown {
  if (typeof kind === "string") return kind.trim().toLowerCase();
  return kind === undefined && "amount" in fields ? "order" : kind;
}

/** The id under its own name; the common ones (`id`) were found already. */
function ownIdOf(kind: unknown, values: ReadonlyMap<string, unknown>): { readonly id?: unknown } {
  const has = (name: string): boolean => values.has(plainNameOf(name));
  const name = (kind === "order" ? orderIdNames(has) : [`${kind}_id`]).find(has);
  return name === undefined ? {} : { id: values.get(plainNameOf(name)) };
}

function statusOf(kind: unknown, fields: Readonly<Record<string, unknown>>): { readonly status?: string } {
  if (kind !== "membership" || "status" in fields) return {};
  const leftFlag = flagOf(fields.left);
  const joined = flagOf(fields.joined) ?? (leftFlag === undefined ? undefined : !leftFlag);
  return joined === undefined ? {} : { status: joined ? "joined" : "left" };
}
