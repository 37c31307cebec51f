/** An object of unknown origin, to be read field by field. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether the value is an object that can have named fields: no array, not null. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The names of the fields that state something: own, enumerable, and not `undefined`, which JSON cannot say. */
export function statedNames(fields: Fields): string[] {
  return Object.keys(fields).filter((name) => fields[name] !== undefined);
}
