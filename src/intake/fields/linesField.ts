import type { OrderLine } from "../../customers/activity.ts";
import { createField, type Field } from "./field.ts";

/** Deeper or larger lines are no order lines; the limits also end circles and values that share their parts. */
const MAXIMUM_DEPTH = 16;
const MAXIMUM_VALUES = 10_000;

/** Marks what JSON cannot carry; undefined itself is fine inside an object, where JSON leaves it out. */
const NOT_PLAIN = /* @__PURE__ */ Symbol("not plain JSON");

/** Order lines: a list of plain JSON objects, copied, so that nobody changes them afterwards. */
export const LINES: Field<readonly OrderLine[]> = /* @__PURE__ */ createField(
  "invalid_lines",
  "a list of plain JSON objects",
  (value) => {
    try {
      const lines = Array.isArray(value) ? plainCopy(value, 0, { values: 0 }) : NOT_PLAIN;
      return lines !== NOT_PLAIN && isListOfObjects(lines) ? lines : undefined;
    } catch {
      return undefined; // a getter or a proxy that throws
    }
  },
);

function isListOfObjects(copy: unknown): copy is readonly OrderLine[] {
  return (copy as readonly unknown[]).every(
    (line) => typeof line === "object" && line !== null && !Array.isArray(line),
  );
}

function plainCopy(value: unknown, depth: number, budget: { values: number }): unknown {
  budget.values += 1;
  if (depth > MAXIMUM_DEPTH || budget.values > MAXIMUM_VALUES) return NOT_PLAIN;
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : NOT_PLAIN;
  if (Array.isArray(value)) return plainList(value, depth, budget);
  return typeof value === "object" && isPlain(value) ? plainObject(value, depth, budget) : NOT_PLAIN;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // Another realm has another Object.prototype, whose own prototype is null too.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function plainList(list: readonly unknown[], depth: number, budget: { values: number }): unknown {
  const copy: unknown[] = [];
  for (const element of list) {
    const copied = plainCopy(element, depth + 1, budget);
    if (copied === NOT_PLAIN) return NOT_PLAIN;
    copy.push(copied);
  }
  return copy;
}

function plainObject(value: object, depth: number, budget: { values: number }): unknown {
  const entries: [string, unknown][] = [];
  for (const [name, property] of Object.entries(value)) {
    if (property === undefined) continue;
    const copied = plainCopy(property, depth + 1, budget);
    if (copied === NOT_PLAIN) return NOT_PLAIN;
    entries.push([name, copied]);
  }
  return Object.fromEntries(entries); // defines properties, so that "__proto__" stays a mere name
}
