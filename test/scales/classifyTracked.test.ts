import { expect, test } from "vitest";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import { trackCustomers } from "../../src/customers/trackCustomers.ts";
import { customerLevels } from "../../src/scales/builtin/customerLevels.ts";
import { ladderOfLoyalty } from "../../src/scales/builtin/ladderOfLoyalty.ts";
import { lifecycleStages } from "../../src/scales/builtin/lifecycleStages.ts";
import { classifyCustomer } from "../../src/scales/classifyCustomer.ts";
import { classifyTracked } from "../../src/scales/classifyTracked.ts";
import { defineScale } from "../../src/scales/defineScale.ts";
import type { Scale } from "../../src/scales/scale.ts";
import { did, order } from "../customers/support/activities.ts";
import { USD } from "../customers/support/factsOf.ts";

function tracking() {
  const options = { asOf: "2026-06-30", ownFacts: { vip: "flag" } } as const;
  return trackCustomers(createActivityTable([order("2026-06-01", 100)], USD), options);
}

test("a placement is frozen and shared, also with that of the same facts", () => {
  const tracker = tracking();
  const ladder = ladderOfLoyalty();
  const placement = classifyTracked(tracker, 0, ladder);
  expect(placement).toEqual({ scale: "ladder", step: "shopper", rank: 3 });
  expect(placement).toBe(classifyTracked(tracker, 0, ladder));
  expect(placement).toBe(classifyCustomer(tracker.factsAt(0), ladder));
  expect(Object.isFrozen(placement)).toBe(true);
});

test("off the scale there is no step", () => {
  const tracker = tracking();
  const row = tracker.add(did("membership", "2026-06-02", { customerId: "bob", joined: true }));
  expect(classifyTracked(tracker, row, lifecycleStages())).toEqual({
    scale: "lifecycle",
    step: null,
    rank: null,
  });
});

test("facts of one's own and several trackers and scales in turn", () => {
  const steps = [{ id: "vip", when: { fact: "vip", is: true } }] as const;
  const clubs = Array.from({ length: 10 }, (_, club) =>
    defineScale({ name: `club-${club}`, ownFacts: { vip: "flag" }, steps }),
  );
  const [one, other] = [tracking(), tracking()];
  one.add(did("profile", "2026-06-02", { facts: { vip: true } }));
  for (const club of [...clubs, ...clubs]) {
    expect(classifyTracked(one, 0, club)).toMatchObject({ scale: club.name, step: "vip" });
    expect(classifyTracked(other, 0, club)).toMatchObject({ scale: club.name, step: null });
  }
});

test("a scale too large for a decision gives the same", () => {
  const many = Array.from({ length: 20_001 }, () => ({ fact: "orders", atLeast: 1 }) as const);
  const scale = defineScale({ name: "large", steps: [{ id: "buyer", when: { any: many } }] }) as Scale;
  expect(classifyTracked(tracking(), 0, scale).step).toBe("buyer");
});

test.each([
  ["another currency", customerLevels({ keyAccountRevenue: 10, currency: "EUR" }), "currency_mismatch"],
  [
    "another window",
    customerLevels({ keyAccountRevenue: 10, currency: "USD", windowDays: 90 }),
    "window_mismatch",
  ],
  ["open calibration", customerLevels() as unknown as Scale, "not_calibrated"],
  [
    "a fact that is not tracked",
    defineScale({
      name: "s",
      ownFacts: { age: "number" },
      steps: [{ id: "a", when: { fact: "age", atLeast: 1 } }],
    }),
    "unknown_fact",
  ],
  [
    "a fact of another kind",
    defineScale({
      name: "s",
      ownFacts: { vip: "number" },
      steps: [{ id: "a", when: { fact: "vip", atLeast: 1 } }],
    }),
    "unknown_fact",
  ],
  ["no steps", { name: "s", steps: [] } as unknown as Scale, "no_steps"],
] as [string, Scale, string][])("a scale with %s is refused", (_, scale, code) => {
  expect(() => classifyTracked(tracking(), 0, scale)).toThrow(expect.objectContaining({ code }));
});

test("there must be such a row", () => {
  const code = "unknown_customer";
  expect(() => classifyTracked(tracking(), 1, ladderOfLoyalty())).toThrow(expect.objectContaining({ code }));
});
