import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LAST_DAY_ISO } from "../../../examples/sample/calendar.ts";
import { generateSample } from "../../../examples/sample/generateSample.ts";
import type { ActivityKind } from "../../../src/customers/activity.ts";
import { eachActivity } from "../../../src/customers/activityAt.ts";
import { readActivities } from "../../../src/intake/readActivities.ts";
import { composeReport } from "../../../src/report/composeReport.ts";
import { isoDayOf } from "../../../src/units/day.ts";

const SHIPPED = readFileSync(new URL("../../../examples/sample/car-care-shop.jsonl", import.meta.url));
const ROWS: readonly Record<string, unknown>[] = SHIPPED.toString()
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));

const options = { currency: "VND", timeZone: "Asia/Ho_Chi_Minh" };
const activities = readActivities(ROWS, options).activities;
const report = composeReport(
  activities,
  {},
  { asOf: LAST_DAY_ISO, ownFacts: { cars: "number", garage: "flag" } },
);

describe("the shipped sample", () => {
  test("is what the generator writes, byte for byte, and another seed gives another shop", () => {
    expect(Buffer.from([...generateSample()].join("")).equals(SHIPPED)).toBe(true);
    expect([...generateSample(1)].join("")).not.toBe(SHIPPED.toString());
  });

  test("is small enough to ship", () => {
    expect(SHIPPED.length).toBeLessThan(1_500_000);
    expect(report.customerCount).toBeGreaterThanOrEqual(600);
    expect(report.customerCount).toBeLessThanOrEqual(1_000);
  });

  test("has every kind of activity, and no row that is refused", () => {
    const kinds: Record<ActivityKind, true> = {
      interest: true,
      order: true,
      refund: true,
      cancellation: true,
      membership: true,
      referral: true,
      testimonial: true,
      review: true,
      social: true,
      survey: true,
      complaint: true,
      resolution: true,
      market: true,
      profile: true,
      alias: true,
    };
    expect(new Set(ROWS.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
    expect(new Set(ROWS.filter(({ kind }) => kind === "survey").map(({ instrument }) => instrument))).toEqual(
      new Set(["nps", "csat", "intent", "ces"]),
    );
  });

  test("ends on its last day, after nearly two years", () => {
    const days = [...eachActivity(activities)].map(({ day }) => day);
    expect(isoDayOf(days.reduce((a, b) => Math.max(a, b)))).toBe(LAST_DAY_ISO);
    expect(isoDayOf(days.reduce((a, b) => Math.min(a, b)))).toBe("2024-09-05");
  });

  test("writes time in every form: with offset, in UTC, local, as a day, in milliseconds", () => {
    const stamps = ROWS.map(({ at }) => at);
    for (const form of [/\+07:00$/, /Z$/, /T\d\d:\d\d:\d\d$/, /^\d{4}-\d\d-\d\d$/]) {
      expect(stamps.some((at) => typeof at === "string" && form.test(at))).toBe(true);
    }
    expect(stamps.some((at) => typeof at === "number")).toBe(true);
  });

  test("has late rows and rows that came twice", () => {
    const times = [...eachActivity(activities)].map(({ atMs }) => atMs);
    const lines = SHIPPED.toString().trimEnd().split("\n");
    expect(lines.length - new Set(lines).size).toBeGreaterThan(20);
    const inOrder = ROWS.map(({ at }) => (typeof at === "number" ? at : Date.parse(String(at))));
    const late = inOrder.filter((at, index) => index > 0 && (inOrder[index - 1] as number) - at > 86_400_000);
    expect(late.length).toBeGreaterThan(100);
    expect(times).toHaveLength(ROWS.length);
  });

  test("has part refunds, full refunds, free orders, and people under several ids", () => {
    const amounts = new Map(
      ROWS.filter(({ kind }) => kind === "order").map(({ id, amount }) => [id, amount]),
    );
    const refunds = ROWS.filter(({ kind }) => kind === "refund");
    expect(refunds.some(({ orderId, amount }) => amounts.get(orderId) === amount)).toBe(true);
    expect(refunds.some(({ orderId, amount }) => Number(amounts.get(orderId)) > Number(amount))).toBe(true);
    expect([...amounts.values()]).toContain(0);
    expect(activities.customerIds.length).toBeGreaterThan(report.customerCount);
  });

  test("has the mishaps that a summary must list, and no others", () => {
    const codes = report.issues.listed.map(({ code }) => code).sort();
    expect(codes).toEqual([
      "conflicting_activity",
      "conflicting_activity",
      "refund_above_order",
      "refund_above_order",
      "refund_of_unknown_order",
      "refund_of_unknown_order",
      "resolution_of_unknown_complaint",
    ]);
    expect(report.mayDoubleCount).toBe(false);
  });

  test("has somebody on every step of every scale, and somebody off each", () => {
    for (const [key, { census, offCount }] of Object.entries(report.scales)) {
      expect(offCount, key).toBeGreaterThan(0);
      for (const { step, count } of census) expect(count, `${key}: ${step}`).toBeGreaterThan(0);
    }
  });

  test("knows the seasons: nobody comes over Tết, many before", () => {
    const orderDays = [...eachActivity(activities)]
      .filter(({ kind }) => kind === "order")
      .map(({ day }) => isoDayOf(day));
    const between = (from: string, to: string) => orderDays.filter((day) => day >= from && day <= to).length;
    expect(between("2026-02-16", "2026-02-21")).toBe(0);
    expect(between("2026-01-27", "2026-02-15") / 20).toBeGreaterThan(
      1.3 * (between("2026-03-01", "2026-05-31") / 92),
    );
  });
});
