import { expect, test } from "vitest";
import type { ExplainedPart } from "../../src/criteria/explainedPart.ts";
import { withBefore } from "../../src/scales/withBefore.ts";

const ORDERS = {
  kind: "comparison",
  facts: ["orders"],
  unit: "count",
  comparison: "atLeast",
  required: 2,
  actual: 1,
  gap: 1,
  holds: false,
} as const;

const dated = { ...ORDERS, before: "2027-03-01" };

test.each<[string, ExplainedPart, ExplainedPart]>([
  ["a comparison", ORDERS, dated],
  [
    "each comparison of a choice",
    { kind: "oneOf", options: [[ORDERS], [ORDERS, ORDERS]] },
    { kind: "oneOf", options: [[dated], [dated, dated]] },
  ],
  ["nothing where nothing can help", { kind: "impossible" }, { kind: "impossible" }],
])("dates %s", (_, part, expected) => {
  expect(withBefore(part, () => "2027-03-01")).toEqual(expected);
});

test("adds no day where none is known", () => {
  expect(withBefore(ORDERS, () => undefined)).toStrictEqual(ORDERS);
});
