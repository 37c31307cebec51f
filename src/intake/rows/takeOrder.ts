import type { OrderActivity } from "../../customers/activity.ts";
import type { OrderCheck } from "./cleanOrder.ts";
import type { ReadingContext } from "./readingContext.ts";

/** The properties of an order row, in the order in which the schema looks at them. */
export const ORDER_ROW_FIELDS = [
  "id",
  "customerId",
  "at",
  "amount",
  "cost",
  "currency",
  "units",
  "lines",
] as const;

type OrderRowField = (typeof ORDER_ROW_FIELDS)[number];

/** What an order row states, as it stands there, and that it is an order. */
export type TakenOrder = { readonly kind: "order" } & { readonly [Field in OrderRowField]: unknown };

/** The property that holds each field of an order row. */
export type OrderNames = { readonly [Field in OrderRowField]: string };

type AnyRow = Readonly<Record<string, unknown>>;

// Not Object.hasOwn, which V8 does not shorten for a constant name: half again as slow.
const hasOwn = Object.prototype.hasOwnProperty;

/** What plain objects inherit. */
const PLAIN: Partial<Record<string, unknown>> = Object.prototype as Partial<Record<string, unknown>>;

/**
 * Takes what an order row states, own properties only, and hands it to the check: the activity, or what was taken.
 * Each property stands in the text of the program: a loop over names, in which one access meets all of them,
 * was 3 times as slow. Of a plain object, or what passes for one, nobody asks of each property whose it is: that took a
 * quarter of the time of reading the row.
 */
export function takeOrder(
  row: object,
  check: OrderCheck,
  context: ReadingContext,
): OrderActivity | TakenOrder {
  if (Object.getPrototypeOf(row) !== PLAIN || !inheritsNothing()) return takeOwnOrder(row, check, context);
  const { id, customerId, at, amount, cost, currency, units, lines } = row as TakenOrder;
  return (
    check(id, customerId, at, amount, cost, currency, units, lines, context) ?? {
      kind: "order",
      id,
      customerId,
      at,
      amount,
      cost,
      currency,
      units,
      lines,
    }
  );
}

/** Whether what a plain object shows under the names of an order's fields is its own. The engine watches this for free. */
function inheritsNothing(): boolean {
  return (
    PLAIN.id === undefined &&
    PLAIN.customerId === undefined &&
    PLAIN.at === undefined &&
    PLAIN.amount === undefined &&
    PLAIN.cost === undefined &&
    PLAIN.currency === undefined &&
    PLAIN.units === undefined &&
    PLAIN.lines === undefined
  );
}

/** The same for objects that inherit something. Where nothing is to be seen, nobody asks whose it is. */
function takeOwnOrder(row: object, check: OrderCheck, context: ReadingContext): OrderActivity | TakenOrder {
  const stated = row as TakenOrder;
  let { id, cost, currency, units, lines } = stated;
  if (id !== undefined && !hasOwn.call(row, "id")) id = undefined;
  const customerId = hasOwn.call(row, "customerId") ? stated.customerId : undefined;
  const at = hasOwn.call(row, "at") ? stated.at : undefined;
  const amount = hasOwn.call(row, "amount") ? stated.amount : undefined;
  if (cost !== undefined && !hasOwn.call(row, "cost")) cost = undefined;
  if (currency !== undefined && !hasOwn.call(row, "currency")) currency = undefined;
  if (units !== undefined && !hasOwn.call(row, "units")) units = undefined;
  if (lines !== undefined && !hasOwn.call(row, "lines")) lines = undefined;
  return (
    check(id, customerId, at, amount, cost, currency, units, lines, context) ?? {
      kind: "order",
      id,
      customerId,
      at,
      amount,
      cost,
      currency,
      units,
      lines,
    }
  );
}

/** The same for rows that hold the fields under other names: one name at each place, as long as rows look alike. */
export function takeRenamedOrder(
  row: object,
  names: OrderNames,
  check: OrderCheck,
  context: ReadingContext,
): OrderActivity | TakenOrder {
  const stated = row as AnyRow;
  let id = stated[names.id];
  let cost = stated[names.cost];
  let currency = stated[names.currency];
  let units = stated[names.units];
  let lines = stated[names.lines];
  if (id !== undefined && !hasOwn.call(row, names.id)) id = undefined;
  const customerId = hasOwn.call(row, names.customerId) ? stated[names.customerId] : undefined;
  const at = hasOwn.call(row, names.at) ? stated[names.at] : undefined;
  const amount = hasOwn.call(row, names.amount) ? stated[names.amount] : undefined;
  if (cost !== undefined && !hasOwn.call(row, names.cost)) cost = undefined;
  if (currency !== undefined && !hasOwn.call(row, names.currency)) currency = undefined;
  if (units !== undefined && !hasOwn.call(row, names.units)) units = undefined;
  if (lines !== undefined && !hasOwn.call(row, names.lines)) lines = undefined;
  return (
    check(id, customerId, at, amount, cost, currency, units, lines, context) ?? {
      kind: "order",
      id,
      customerId,
      at,
      amount,
      cost,
      currency,
      units,
      lines,
    }
  );
}

/**
 * The same for rows that throw where they hold nothing, as proxies and inherited getters may: nothing is looked at
 * but what is their own. What throws then is thrown.
 */
export function takeGuardedOrder(row: object, names: OrderNames): TakenOrder {
  const stated = ORDER_ROW_FIELDS.map((field) => {
    const name = names[field];
    return [field, hasOwn.call(row, name) ? (row as AnyRow)[name] : undefined];
  });
  return { kind: "order", ...(Object.fromEntries(stated) as Omit<TakenOrder, "kind">) };
}
