import type { OrderActivity } from "../../customers/activity.ts";
import { type Complaint, isAbsent } from "../fields/field.ts";
import { isActivityKind, KINDS_EXPECTED } from "./activityShapes.ts";
import { type CleanField, type ListedKind, rememberFields } from "./cleanFields.ts";
import type { OrderCheck } from "./cleanOrder.ts";
import type { ReadingContext } from "./readingContext.ts";
import {
  ORDER_ROW_FIELDS,
  type OrderNames,
  type TakenOrder,
  takeGuardedOrder,
  takeOrder,
  takeRenamedOrder,
} from "./takeOrder.ts";

/** Where rows hold what: that they are orders, when they do not state it, and the properties that are renamed. */
export interface RowSource {
  readonly kind?: "order";
  readonly columns?: Readonly<Record<string, string>>;
}

/** What a row of any kind but an order states: id, customer, time, then `fields` in their order. */
export interface TakenOther {
  readonly kind: ListedKind;
  readonly fields: readonly CleanField[];
  readonly stated: readonly unknown[];
}

/** Takes from a row what its kind may state, or says why there is nothing to take; a clean order is made at once. */
export type RowTaker = (value: unknown) => OrderActivity | TakenOrder | TakenOther | Complaint;

/**
 * Makes the first step of reading: every property is asked for once and must be the row's own, so nothing that
 * a row inherits passes for data; whatever a row does when it is looked at, nothing is thrown.
 */
export function createRowTaker(
  context: ReadingContext,
  { kind: knownKind, columns }: RowSource,
  check: OrderCheck,
): RowTaker {
  const fieldsOf = rememberFields(context);
  const names = orderNames(columns ?? {});

  function takeAnyOrder(row: object): OrderActivity | TakenOrder {
    try {
      return columns === undefined
        ? takeOrder(row, check, context)
        : takeRenamedOrder(row, names, check, context);
    } catch {
      return takeGuardedOrder(row, names);
    }
  }

  return (value) => {
    try {
      if (!isRow(value)) return { code: "invalid_row", path: [], expected: "an object", received: value };
      const kind = knownKind ?? kindOf(value);
      if (kind === "order") return takeAnyOrder(value);
      if (!isActivityKind(kind)) return complainOfKind(kind);
      const listed = kind as ListedKind;
      return takeOther(value, listed, fieldsOf(listed));
    } catch {
      const expected = "an object whose properties can be read";
      return { code: "invalid_row", path: [], expected, received: {} };
    }
  };
}

function isRow(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const hasOwn = Object.prototype.hasOwnProperty;

/** Like `takeOrder`, with the name in the text of the program. */
function kindOf(row: object): unknown {
  return hasOwn.call(row, "kind") ? (row as { readonly kind: unknown }).kind : undefined;
}

function ownValue(row: object, property: string): unknown {
  return hasOwn.call(row, property) ? (row as Readonly<Record<string, unknown>>)[property] : undefined;
}

function takeOther(row: object, kind: ListedKind, fields: readonly CleanField[]): TakenOther {
  const stated = [ownValue(row, "id"), ownValue(row, "customerId"), ownValue(row, "at")];
  for (const { property } of fields) stated.push(ownValue(row, property));
  return { kind, fields, stated };
}

function complainOfKind(kind: unknown): Complaint {
  const code = isAbsent(kind) ? "missing_field" : "unknown_kind";
  return { code, path: ["kind"], expected: KINDS_EXPECTED, received: kind };
}

function orderNames(columns: Readonly<Record<string, string>>): OrderNames {
  return Object.fromEntries(ORDER_ROW_FIELDS.map((field) => [field, columns[field] ?? field])) as OrderNames;
}
