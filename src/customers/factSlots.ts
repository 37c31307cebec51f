import { BUILTIN_FACTS } from "./facts.ts";

/** How many built-in facts there are. Facts of a user's own get the slots from here on. */
export const SLOT_COUNT = 43;

/** The number of each built-in fact, by its field: its place in `BUILTIN_FACTS`. */
export const FACT_SLOTS: ReadonlyMap<string, number> = /* @__PURE__ */ numberFields();

function numberFields(): ReadonlyMap<string, number> {
  return new Map(Array.from(BUILTIN_FACTS.values(), ({ field }, slot) => [field, slot]));
}
