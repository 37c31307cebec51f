import { describe, expect, test } from "vitest";
import { en } from "../../src/criteria/locales/en.ts";
import { vi } from "../../src/criteria/locales/vi.ts";
import { BUILTIN_FACTS } from "../../src/customers/facts.ts";
import { builtinScales } from "../../src/report/builtinScales.ts";
import { factsWithoutPhrase } from "../support/house/factsWithoutPhrase.ts";

/** Criteria know nothing of customers, so only here can their phrases and the facts be held together. */
describe.each([en, vi])("the locale $code", (locale) => {
  test("has a phrase that fits for every built-in fact, and none for others", () => {
    expect(factsWithoutPhrase(locale.facts, BUILTIN_FACTS)).toEqual([]);
    const names = new Set<string>(BUILTIN_FACTS.keys());
    expect(Object.keys(locale.facts).filter((name) => !names.has(name))).toEqual([]);
  });

  test("names and describes every step of every built-in scale", () => {
    const silent = Object.values(builtinScales()).flatMap((scale) =>
      [{ id: scale.name, labels: scale.labels, descriptions: scale.labels }, ...scale.steps]
        .filter((step) => !step.labels?.[locale.code] || !step.descriptions?.[locale.code])
        .map((step) => `${scale.name}: ${step.id}`),
    );
    expect(silent).toEqual([]);
  });
});

test("both languages say the same kinds of things", () => {
  expect(keysOf(vi)).toEqual(keysOf(en));
});

/** The paths of everything a locale says, without the forms of nouns, which differ between languages. */
function keysOf(value: object, path = ""): string[] {
  return Object.entries(value).flatMap(([key, part]) => {
    if (/^(?:zero|one|two|few|many|other)$/.test(key)) return [];
    const here = `${path}.${key}`;
    return typeof part === "object" && part !== null ? [here, ...keysOf(part, here)] : [here];
  });
}

describe("the check of phrases", () => {
  const facts = new Map([
    ["orders", { kind: "count", field: "orders" }],
    ["recentOrders", { kind: "count", field: "recentOrders" }],
    ["revenue", { kind: "money", field: "revenueMinor" }],
    ["member", { kind: "flag", field: "member" }],
  ] as const);
  const sound = {
    orders: { other: "orders" },
    recentOrders: { other: "orders", window: true as const },
    revenue: { name: "revenue" },
    member: { yes: "is a member", no: "is no member" },
  };

  test("lets sound phrases be", () => {
    expect(factsWithoutPhrase(sound, facts)).toEqual([]);
  });

  test.each([
    ["a missing phrase", { revenue: undefined }, "revenue"],
    ["a phrase of another kind", { orders: { name: "orders" } }, "orders"],
    ["a recent fact without its window", { recentOrders: { other: "orders" } }, "recentOrders"],
    ["a lifetime fact with a window", { orders: { other: "orders", window: true as const } }, "orders"],
    ["a flag without its no", { member: { yes: "is a member", no: "" } }, "member"],
  ])("reports %s", (_name, change, fact) => {
    expect(factsWithoutPhrase({ ...sound, ...change }, facts)).toEqual([fact]);
  });
});
