import { KIND_NAMES } from "./columns/activityNames.ts";
import { collectFields, type Fields, type Values, valuesByPlainName } from "./columns/collectFields.ts";
import { type KindWord, kindWordOf } from "./columns/kindWords.ts";
import { addFields, kindIn, layoutOf } from "./columns/rowLayout.ts";
import { settleFields } from "./columns/settleFields.ts";
import { plainNameOf } from "./columns/usualNames.ts";

/**
 * Renames the usual names in a row of an export to those that `readActivities` knows: `customer_id`, `Email` →
 * `customerId`; `created_at`, `date`, `timestamp` → `at`; `total` → `amount`; `order_id` → `orderId`, and so on,
 * whatever the capitals and separators. Of several names for one field, the preferred one that says something
 * is taken.
 *
 * - The kind stands under `kind`, or under `type`, `event`, `activity` or `transaction_type`; there the first
 *   that holds a known kind counts. `sale` is an order, `return` a refund, `cancelled` a cancellation, `mention`
 *   social, `joined` and `left` a membership, `nps` a survey. A row that states no kind but an amount is an
 *   order; a kind that is not known stays, to be refused.
 * - The name `<kind>_id` is a row's own id, before `id`: refunds name an order by the `order_id` in its row. An
 *   order may also be called by its number or invoice, and by `Name` in Shopify's export. The `alias_id` of an
 *   alias is the other id.
 * - A membership may say `joined: true`, `left: true`, or `joined`, `join`, `left`, `leave` under `event` or
 *   `state`; a survey its instrument under `type`, and its score under `value` or `rating`; a referral
 *   `unprompted: true`. A complaint that is `resolved: true` without a day was resolved when it was opened.
 * - Instants as numbers that look like seconds (10⁸ to 10¹¹) become text, which is refused: they would be 1970.
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

function rename(row: object): Fields {
  const layout = layoutOf(Object.keys(row));
  const values = layout === undefined ? [] : Object.values(row);
  if (layout === undefined || values.length !== layout.names.length)
    return renameByValues(valuesByPlainName(row));
  const stated = kindIn(layout, values);
  const word = kindWordOf(stated);
  const kind = word?.kind ?? "order";
  if (kind === "membership" || kind === "survey") return renameByValues(valuesByPlainName(row));
  const fields: Fields = stated === undefined ? {} : { kind: word?.kind ?? stated };
  addFields(fields, layout, kind, values);
  if (word !== undefined) return settleFields(word, fields);
  return stated === undefined && "amount" in fields ? settleFields(ORDER, { kind, ...fields }) : fields;
}

const ORDER: KindWord = { kind: "order" };

/** The long way, for rows that say something by the words that stand in them, under whatever name. */
function renameByValues(values: Values): Fields {
  const stated = statedKind(values);
  const word = kindWordOf(stated);
  // A row of no known kind is looked at like an order: it is one when it states no kind at all, but an amount.
  const fields = collectFields(word?.kind ?? "order", values);
  if (word !== undefined) return { kind: word.kind, ...settleFields(word, fields, values) };
  if (stated !== undefined) return { kind: stated, ...fields };
  return "amount" in fields ? { kind: "order", ...settleFields(ORDER, fields) } : fields;
}

const [KIND, ...OTHER_KIND_NAMES] = /* @__PURE__ */ KIND_NAMES.map(plainNameOf) as [string, ...string[]];

/** What stands under `kind`; else the first known kind under the other names, or whatever stands there. */
function statedKind(values: Values): unknown {
  if (values.has(KIND)) return values.get(KIND);
  const stated = OTHER_KIND_NAMES.map((name) => values.get(name)).filter((value) => value !== undefined);
  return stated.find((value) => kindWordOf(value) !== undefined) ?? stated[0];
}
