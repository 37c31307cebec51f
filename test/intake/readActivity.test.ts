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
