import { describe, expect, it } from "vitest";
import { addActivity } from "../../../src/customers/addActivity.ts";
import { startHistory } from "../../../src/customers/startHistory.ts";
import { activityStatus } from "../../../src/scales/builtin/activityStatus.ts";
import { customerLevels } from "../../../src/scales/builtin/customerLevels.ts";
import { ladderOfLoyalty } from "../../../src/scales/builtin/ladderOfLoyalty.ts";
import { loyaltyLevels } from "../../../src/scales/builtin/loyaltyLevels.ts";
import { defineScale } from "../../../src/scales/defineScale.ts";
import { classifyHistory } from "../../../src/scales/overTime/classifyHistory.ts";
import { explainHistory } from "../../../src/scales/overTime/explainHistory.ts";
import { nextChangeOn } from "../../../src/scales/overTime/nextChangeOn.ts";
import type { Scale } from "../../../src/scales/scale.ts";
import { parseDay } from "../../../src/units/day.ts";
import { type Activity, did, order } from "../../customers/support/activities.ts";

const levels = customerLevels({ keyAccountRevenue: "500.00", currency: "USD" });

function historyOf(...activities: Activity[]) {
  return activities.reduce(addActivity, startHistory({ customerId: "ann", currency: "USD" }));
}

function codeOf(work: () => unknown): string {
  try {
    work();
    return "accepted";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe("explainHistory", () => {
  it("says until when one more order is enough: the day on which the first of three leaves the window", () => {
    const history = historyOf(order("2026-03-01", 100), order("2026-04-01", 100), order("2026-05-01", 100));
    const explained = explainHistory(history, levels, { asOf: "2026-06-30" });
    expect(explained).toMatchObject({ step: "rebuy", rank: 4, nextChangeOn: null });
    expect(explained.next?.missing).toEqual([
      expect.objectContaining({
        facts: ["recentOrders"],
        actual: 3,
        required: 4,
        gap: 1,
        before: "2027-03-01",
      }),
    ]);
    expect(explained.next?.sentences).toEqual(["1 more order before 2027-03-01"]);
    expect(explainHistory(history, levels, { asOf: "2026-06-30", locale: "vi" }).next?.sentences).toEqual([
      "thêm 1 đơn hàng trước ngày 2027-03-01",
    ]);
  });

  it("does so for amounts, with the window in the sentence", () => {
    const orders = ["2026-03-01", "2026-03-02", "2026-04-01", "2026-05-01"].map((day) => order(day, 1000));
    const explained = explainHistory(historyOf(...orders), levels, { asOf: "2026-06-30" });
    expect(explained.next?.missing).toEqual([
      expect.objectContaining({
        facts: ["recentRevenue"],
        actual: "40.00",
        gap: "460.00",
        before: "2027-03-01",
      }),
    ]);
    expect(explained.nextChangeOn).toBe("2027-03-01"); // then three orders are left in the window
  });

  it("gives no day for what never falls away", () => {
    const explained = explainHistory(historyOf(order("2026-03-01", 100)), ladderOfLoyalty(), {
      asOf: "2026-06-30",
    });
    expect(explained.next?.missing).toEqual([expect.objectContaining({ facts: ["orders"], gap: 1 })]);
    expect(explained.next?.missing[0]).not.toHaveProperty("before");
  });

  it("gives a day for sums and for facts of one's own none", () => {
    const scale = defineScale({
      name: "mixed",
      ownFacts: { tenure: "number" },
      steps: [
        { id: "low", when: { fact: "orders", atLeast: 1 } },
        {
          id: "high",
          when: {
            all: [
              { sum: ["recentOrders", "recentMentions"], atLeast: 3 },
              { fact: "tenure", atLeast: 2 },
              { fact: "recencyDays", atMost: 10 },
            ],
          },
        },
      ],
    });
    const history = historyOf(order("2026-03-01", 100), did("social", "2026-02-01"));
    const missing = explainHistory(history, scale, { asOf: "2026-06-30" }).next?.missing ?? [];
    expect(missing.map((part) => (part.kind === "comparison" ? part.before : part.kind))).toEqual([
      "2027-02-01",
      undefined,
      undefined,
    ]);
  });
});

describe("classifyHistory", () => {
  it("takes the scale's window and own facts by default", () => {
    const scale = defineScale({
      name: "own",
      windowDays: 30,
      ownFacts: { vip: "flag" },
      steps: [
        { id: "recent", when: { fact: "recentOrders", atLeast: 1 } },
        { id: "vip", when: { fact: "vip", is: true } },
      ],
    });
    const bought = historyOf(order("2026-05-01", 100));
    expect(classifyHistory(bought, scale, { asOf: "2026-05-30" }).step).toBe("recent");
    expect(classifyHistory(bought, scale, { asOf: "2026-05-31" }).step).toBeNull();
    const vip = addActivity(bought, did("profile", "2026-05-02", { facts: { vip: true } }));
    expect(classifyHistory(vip, scale, { asOf: "2026-05-31" }).step).toBe("vip");
  });

  it("refuses another currency or window, an open scale, and days that are none", () => {
    const dong = startHistory({ customerId: "ann", currency: "VND" });
    const on = { asOf: "2026-06-30" };
    expect(codeOf(() => classifyHistory(dong, levels, on))).toBe("currency_mismatch");
    const monthly = defineScale({ name: "m", windowDays: 30, steps: [{ id: "a", when: { all: [] } }] });
    expect(codeOf(() => classifyHistory(dong, monthly, { ...on, windowDays: 31 }))).toBe("window_mismatch");
    expect(codeOf(() => classifyHistory(dong, loyaltyLevels() as unknown as Scale, on))).toBe(
      "not_calibrated",
    );
    expect(codeOf(() => classifyHistory(dong, monthly, { asOf: "2026-06-31" }))).toBe("invalid_option");
  });
});

describe("nextChangeOn", () => {
  it("knows the day on which an id that someone else bears too stops counting", () => {
    const history = historyOf(order("2026-03-01", 100, { id: "o1" }));
    const day = parseDay("2026-08-15") as number;
    const disputed = { ...history, disputes: [{ kind: "order", id: "o1", day } as const] };
    const options = { asOf: "2026-06-30" };
    expect(nextChangeOn(history, ladderOfLoyalty(), options)).toBeNull();
    expect(nextChangeOn(disputed, ladderOfLoyalty(), options)).toBe("2026-08-15");
  });

  const bought = historyOf(order("2026-06-01", 100));

  it("knows when a new buyer becomes an active one, then a cooling, a lapsed and a lost one", () => {
    const days = ["2026-06-30", "2026-07-02", "2026-08-31", "2026-11-29", "2027-06-02"];
    const changes = days.map((asOf) => nextChangeOn(bought, activityStatus(), { asOf }));
    expect(changes).toEqual(["2026-07-02", "2026-08-31", "2026-11-29", "2027-06-02", null]);
  });

  it("sees what was recorded ahead come due", () => {
    const ahead = addActivity(bought, order("2026-09-01", 100));
    expect(nextChangeOn(ahead, ladderOfLoyalty(), { asOf: "2026-06-30" })).toBe("2026-09-01");
    const resolved = did("complaint", "2026-06-01", { resolvedDay: parseDay("2026-08-08") as number });
    const calm = defineScale({
      name: "calm",
      steps: [{ id: "calm", when: { fact: "openComplaints", atMost: 0 } }],
    });
    expect(nextChangeOn(addActivity(bought, resolved), calm, { asOf: "2026-06-30" })).toBe("2026-08-08");
  });

  it("answers never beyond the calendar", () => {
    const someday = defineScale({
      name: "s",
      steps: [{ id: "old", when: { fact: "recencyDays", atLeast: 9e6 } }],
    });
    expect(nextChangeOn(bought, someday, { asOf: "2026-06-30" })).toBeNull();
    const late = defineScale({
      name: "l",
      steps: [{ id: "old", when: { fact: "recencyDays", atLeast: 2_912_291 } }],
    });
    expect(nextChangeOn(bought, late, { asOf: "2026-06-30" })).toBe("9999-12-31");
  });
});
