import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Activity, OrderActivity } from "../../../src/customers/activity.ts";
import { assertActivity } from "../../../src/customers/assertActivity.ts";
import { fieldsOfOrder, isSoundOrder } from "../../../src/customers/columns/isSoundOrder.ts";

/** What may stand in a field by mistake. */
const odd = fc.constantFrom<unknown>(
  ...[
    undefined,
    null,
    "",
    "o1",
    0,
    -0,
    1,
    -1,
    0.5,
    2 ** 53,
    100_000_001,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ],
  ...[true, [], [{ sku: "wash" }], {}, 5n],
);

/** Mostly what belongs there, or no order would be sound. */
const mostly = (sound: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 12, arbitrary: sound }, { weight: 1, arbitrary: odd });

const order = fc.record(
  {
    kind: fc.constant("order"),
    id: mostly(fc.string()),
    customerId: mostly(fc.string({ minLength: 1 })),
    atMs: mostly(fc.integer()),
    day: mostly(fc.constantFrom(0, -1, 20_000, 100_000_000, -100_000_000)),
    amountMinor: mostly(fc.nat()),
    costMinor: mostly(fc.nat()),
    units: mostly(fc.double({ noNaN: true })),
    lines: mostly(fc.constant([])),
  },
  { requiredKeys: ["kind", "customerId", "atMs", "day", "amountMinor"] },
);

function isAccepted(activity: Activity): boolean {
  try {
    assertActivity(activity);
    return true;
  } catch {
    return false;
  }
}

describe("isSoundOrder", () => {
  test.prop([order], { numRuns: 2_000 })("law: it says what assertActivity says", (one) => {
    const activity = one as unknown as OrderActivity;
    expect(isSoundOrder(fieldsOfOrder(activity))).toBe(isAccepted(activity));
  });
});
