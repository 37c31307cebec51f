import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { type RetentionInputs, retentionValue } from "../../../src/clv/values/retentionValue.ts";

const YEARLY: RetentionInputs = {
  margin: 100,
  retention: 0.8,
  period: "year",
  discount: { rate: 0.1, per: "year", compounding: "periodic" },
};

const worthOf = (inputs: Partial<RetentionInputs> = {}) =>
  retentionValue({ ...YEARLY, ...inputs }).value as number;

describe("retention value", () => {
  test("is m·r / (1 + d − r), and a payment more with that of today", () => {
    expect(worthOf()).toBeCloseTo((100 * 0.8) / (1 + 0.1 - 0.8), 10);
    expect(worthOf({ includeFirstPayment: true })).toBeCloseTo(worthOf() + 100, 10);
  });

  test("with growing margins is m·r / (1 + d − r(1 + g)) (Gupta and Lehmann 2003)", () => {
    expect(worthOf({ marginGrowth: 0.05 })).toBeCloseTo(80 / (1.1 - 0.8 * 1.05), 10);
  });

  test("reads the rate by its period and compounding", () => {
    const monthly = { rate: Math.log(1.1) / 12, per: "month", compounding: "continuous" } as const;
    expect(worthOf({ discount: monthly })).toBeCloseTo(worthOf(), 10);
    expect(worthOf({ period: "month", calendar: { daysPerMonth: 365.25 } })).toBeCloseTo(worthOf(), 10);
  });

  test("of no payments, of no retention, of a first payment only", () => {
    expect(worthOf({ payments: 0 })).toBe(0);
    expect(worthOf({ retention: 0 })).toBe(0);
    expect(worthOf({ retention: 0, includeFirstPayment: true })).toBe(100);
    expect(worthOf({ payments: 1 })).toBeCloseTo(80 / 1.1, 12);
  });

  test("counts payments that neither shrink nor grow", () => {
    const steady = { retention: 1, discount: { ...YEARLY.discount, rate: 0 } };
    expect(worthOf({ ...steady, payments: 7 })).toBe(700);
    expect(retentionValue({ ...YEARLY, ...steady })).toEqual({ value: null, reason: "diverges" });
  });

  test("diverges where payments grow faster than they are lost, but not up to a limit", () => {
    expect(retentionValue({ ...YEARLY, marginGrowth: 0.4 })).toEqual({ value: null, reason: "diverges" });
    expect(worthOf({ marginGrowth: 0.4, payments: 3 })).toBeGreaterThan(0);
    const beyond = { ...YEARLY, marginGrowth: 9, payments: 100_000 };
    expect(retentionValue(beyond)).toEqual({ value: null, reason: "diverges" });
    expect(worthOf({ margin: 0, marginGrowth: 0.4 })).toBe(0);
  });

  property.prop([
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: -0.5, max: 1, noNaN: true }),
    fc.double({ min: -0.5, max: 0.5, noNaN: true }),
    fc.integer({ min: 0, max: 40 }),
    fc.boolean(),
  ])(
    "up to a limit is the sum of its payments",
    (retention, rate, marginGrowth, payments, includeFirstPayment) => {
      let sum = 0;
      for (let index = 0; index < payments; index += 1) {
        const time = includeFirstPayment ? index : index + 1;
        sum += (100 * (1 + marginGrowth) ** index * retention ** time) / (1 + rate) ** time;
      }
      const discount = { ...YEARLY.discount, rate };
      const value = worthOf({ retention, marginGrowth, payments, includeFirstPayment, discount });
      expect(Math.abs(value - sum)).toBeLessThanOrEqual(1e-10 * Math.abs(sum));
    },
  );

  test.each<[object, (string | number)[]]>([
    [{ margin: Number.NaN }, ["margin"]],
    [{ retention: 1.1 }, ["retention"]],
    [{ retention: -0.1 }, ["retention"]],
    [{ marginGrowth: -1 }, ["marginGrowth"]],
    [{ marginGrowth: Infinity }, ["marginGrowth"]],
    [{ payments: 1.5 }, ["payments"]],
    [{ period: "quarter" }, ["unit"]],
    [{ margins: 5 }, ["margins"]],
  ])("refuses %j", (wrong, path) => {
    expect(() => retentionValue({ ...YEARLY, ...wrong })).toThrow(
      expect.objectContaining({ code: "invalid_option", path }),
    );
  });
});
