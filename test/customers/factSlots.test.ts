import { expect, test } from "vitest";
import { FACT_SLOTS, SLOT_COUNT } from "../../src/customers/factSlots.ts";
import { BUILTIN_FACTS } from "../../src/customers/facts.ts";

test("the slots number the fields of the built-in facts in their order", () => {
  const fields = Array.from(BUILTIN_FACTS.values(), ({ field }) => field);
  expect([...FACT_SLOTS]).toEqual(fields.map((field, slot) => [field, slot]));
  expect(SLOT_COUNT).toBe(fields.length);
});
