import { describe, expect, test } from "vitest";
import { readActivity } from "../../src/intake/index.ts";

describe("readActivity", () => {
  test("reads one row", () => {
    const row = { kind: "order", id: 1, customerId: "ann", at: "1970-01-02", amount: "12.50" };
    expect(readActivity(row, { currency: "USD" })).toStrictEqual({
      kind: "order",
      id: "1",
      customerId: "ann",
      atMs: 86_400_000,
      day: 1,
      amountMinor: 1250,
    });
  });

  test("reads each row as its own options say, whatever the call before said", () => {
    const row = { kind: "order", customerId: "ann", at: "2026-01-05", amount: 12, currency: "USD" };
    const options = [
      { currency: "USD" },
      { currency: "USD", amounts: "minor" },
      { currency: "USD", timeZone: "Asia/Ho_Chi_Minh" },
      { currency: "JPY", convert: () => 7 },
      { currency: "JPY", convert: () => 8 },
      { currency: "USD" },
    ] as const;
    const read = options.map((one) => readActivity(row, one));
    expect(read).toMatchObject([
      { amountMinor: 1200, atMs: Date.UTC(2026, 0, 5) },
      { amountMinor: 12 },
      { amountMinor: 1200, atMs: Date.UTC(2026, 0, 4, 17) },
      { amountMinor: 7 },
      { amountMinor: 8 },
      { amountMinor: 1200, atMs: Date.UTC(2026, 0, 5) },
    ]);
  });

  test("throws everything that is wrong with it", () => {
    expect(() => readActivity({ kind: "interest" }, { currency: "USD" })).toThrow(
      expect.objectContaining({
        code: "missing_field",
        issues: [
          expect.objectContaining({ path: ["customerId"] }),
          expect.objectContaining({ path: ["at"] }),
        ],
      }),
    );
    expect(() => readActivity({}, { currency: "usd" })).toThrow(
      expect.objectContaining({ code: "unknown_currency" }),
    );
  });
});
