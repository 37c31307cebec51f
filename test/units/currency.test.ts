import { describe, expect, test } from "vitest";
import { assertCurrency, isCurrency, minorDigitsOf } from "../../src/units/currency.ts";

describe("minorDigitsOf", () => {
  test.each([
    ["USD", 2],
    ["EUR", 2],
    ["VND", 0],
    ["JPY", 0],
    ["CLP", 0],
    ["ISK", 0],
    ["KWD", 3],
    ["TND", 3],
    ["CLF", 4],
    ["UYW", 4],
    ["HUF", 2],
    ["IDR", 2],
  ])("%s has %i decimals, by ISO 4217 and not by habit", (code, digits) => {
    expect(minorDigitsOf(code)).toBe(digits);
  });

  test("knows currencies that order histories still hold, though they were withdrawn", () => {
    expect(minorDigitsOf("HRK")).toBe(2);
    expect(minorDigitsOf("BGN")).toBe(2);
  });

  test("knows every currency of the engine but metals, tests and units of account", () => {
    const unknown = Intl.supportedValuesOf("currency").filter((code) => minorDigitsOf(code) === undefined);
    const withoutMinorUnit = new Set(["XAG", "XAU", "XDR", "XPD", "XPT", "XSU", "XTS", "XUA", "XXX"]);
    // Engines disagree about long-dead codes; none of them was in use after 2020.
    const ofToday = unknown.filter((code) => !withoutMinorUnit.has(code));
    expect(
      ofToday.filter(
        (code) => new Intl.DisplayNames("en", { type: "currency" }).of(code)?.includes("–") === false,
      ),
    ).toEqual([]);
  });

  test.each(["usd", "US", "", "XXX", "XAU", "__proto__", "constructor", "EUR "])(
    "does not know %j",
    (code) => {
      expect(minorDigitsOf(code)).toBeUndefined();
      expect(isCurrency(code)).toBe(false);
    },
  );
});

describe("assertCurrency", () => {
  test("answers the decimals", () => {
    expect(assertCurrency("KWD", [])).toBe(3);
    expect(isCurrency("KWD")).toBe(true);
  });

  test.each(["usd", 840, null, undefined])("refuses %j with code and path", (currency) => {
    expect(() => assertCurrency(currency, ["options", "currency"])).toThrow(
      expect.objectContaining({ code: "unknown_currency", path: ["options", "currency"] }),
    );
  });
});
