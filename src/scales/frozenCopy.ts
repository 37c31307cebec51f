/**
 * A deep, frozen copy of checked plain data, as it would come back from JSON: without properties that are
 * `undefined`, and with 0 for −0. The depth is the caller's to bound.
 */
export function frozenCopy<Value>(value: Value): Value {
  return copyOf(value) as Value;
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return Object.freeze(value.map(copyOf));
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    // fromEntries defines, where an assignment to a key like __proto__ would do something else
    return Object.freeze(Object.fromEntries(entries.map(([name, inner]) => [name, copyOf(inner)])));
  }
  return Object.is(value, -0) ? 0 : value;
}
