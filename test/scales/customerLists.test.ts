import { describe, expect, test } from "vitest";
import type { Criterion } from "../../src/criteria/criterion.ts";
import { ladderOfLoyalty } from "../../src/scales/builtin/ladderOfLoyalty.ts";
import { classifyTable } from "../../src/scales/classifyTable.ts";
import { customersOn } from "../../src/scales/customersOn.ts";
import { customersWhere } from "../../src/scales/customersWhere.ts";
import type { RankingOptions } from "../../src/scales/rankCustomers.ts";
import { tableOf } from "./support/facts.ts";

const OWN_FACTS = { vip: "flag", score: "number" } as const;

const TABLE = tableOf(
  [
    { orders: 2, revenueMinor: 500, vip: true, score: 0.5 },
    { orders: 3, revenueMinor: 900, lastOrderDay: 20_000, score: -1 },
    { orders: 1, revenueMinor: 9999 },
    { orders: 2, revenueMinor: 500, lastOrderDay: 20_100, nps: 9 },
    { orders: 4 },
    { orders: 2, revenueMinor: -20, vip: false, score: -0 },
    { orders: 5 },
    {},
  ],
  { ids: ["b", "é", "Z", "a", "🦊", "c", "\uffff", "off"], ownFacts: OWN_FACTS },
);

const LADDER = classifyTable(TABLE, ladderOfLoyalty());

function listed(options: RankingOptions): (string | number | null)[][] {
  return customersOn(TABLE, LADDER, "customer", options).customers.map(({ id, value }) => [id, value]);
}

describe("customersOn", () => {
  test("lists by revenue, the highest first, unknown last, equals by id in code-unit order", () => {
    expect(customersOn(TABLE, LADDER, "customer")).toEqual({
      total: 6,
      field: "revenueMinor",
      customers: [
        { id: "é", row: 1, value: 900 },
        { id: "a", row: 3, value: 500 },
        { id: "b", row: 0, value: 500 },
        { id: "c", row: 5, value: -20 },
        { id: "🦊", row: 4, value: null },
        { id: "\uffff", row: 6, value: null },
      ],
    });
  });

  test.each<[string, string, (string | number | null)[][]]>([
    [
      "orders",
      "orders",
      [
        ["\uffff", 5],
        ["🦊", 4],
        ["é", 3],
        ["a", 2],
        ["b", 2],
        ["c", 2],
      ],
    ],
    [
      "lastOrderAt",
      "lastOrderDay",
      [
        ["a", 20_100],
        ["é", 20_000],
        ["b", null],
        ["c", null],
        ["🦊", null],
        ["\uffff", null],
      ],
    ],
    [
      "nps",
      "nps",
      [
        ["a", 9],
        ["b", null],
        ["c", null],
        ["é", null],
        ["🦊", null],
        ["\uffff", null],
      ],
    ],
    [
      "score",
      "score",
      [
        ["b", 0.5],
        ["c", 0],
        ["é", -1],
        ["a", null],
        ["🦊", null],
        ["\uffff", null],
      ],
    ],
  ])("sorts by %s", (by, field, expected) => {
    expect(listed({ by })).toEqual(expected);
    expect(customersOn(TABLE, LADDER, "customer", { by }).field).toBe(field);
  });

  test.each<[RankingOptions, string[]]>([
    [{ limit: 2 }, ["é", "a"]],
    [{ limit: 2, offset: 1 }, ["a", "b"]],
    [{ offset: 3 }, ["c", "🦊", "\uffff"]],
    [{ limit: 5 }, ["é", "a", "b", "c", "🦊"]],
    [{ limit: 1, offset: 5 }, ["\uffff"]],
    [{ limit: 100, offset: 4 }, ["🦊", "\uffff"]],
    [{ limit: 0 }, []],
    [{ offset: 6 }, []],
    [{ offset: 1e15, limit: 5 }, []],
  ])("lists the part that %j asks for, of the same total", (options, ids) => {
    const { total, customers } = customersOn(TABLE, LADDER, "customer", options);
    expect(customers.map(({ id }) => id)).toEqual(ids);
    expect(total).toBe(6);
  });

  test("lists who stands on no step, and nobody for an empty step", () => {
    expect(customersOn(TABLE, LADDER, null).customers).toEqual([{ id: "off", row: 7, value: null }]);
    expect(customersOn(TABLE, LADDER, "member")).toEqual({ total: 0, field: "revenueMinor", customers: [] });
  });

  test.each<[string, () => unknown, string]>([
    ["a step that is not on the scale", () => customersOn(TABLE, LADDER, "fan" as "member"), "unknown_step"],
    ["placements of another table", () => customersOn(tableOf([]), LADDER, null), "placements_mismatch"],
    ["a fact that is not known", () => listed({ by: "revenueMinor" }), "unknown_fact"],
    ["a flag", () => listed({ by: "member" }), "invalid_option"],
    ["an own flag", () => listed({ by: "vip" }), "invalid_option"],
    ["a limit below 0", () => listed({ limit: -1 }), "invalid_option"],
    ["half a limit", () => listed({ limit: 1.5 }), "invalid_option"],
    ["an offset that is no number", () => listed({ offset: Number.NaN }), "invalid_option"],
  ])("refuses %s", (_, call, code) => {
    expect(call).toThrow(expect.objectContaining({ code }));
  });
});

describe("a list of people to contact", () => {
  const table = tableOf(
    [
      { orders: 2, revenueMinor: 900, contactable: false },
      { orders: 2, revenueMinor: 500, contactable: true },
      { orders: 2, revenueMinor: 100 },
      { contactable: false },
    ],
    { ids: ["said-no", "said-yes", "never-said", "off"] },
  );
  const placements = classifyTable(table, ladderOfLoyalty());
  const onStep = (options?: RankingOptions) => customersOn(table, placements, "customer", options);
  const idsIn = ({ total, customers }: ReturnType<typeof onStep>) => [
    total,
    ...customers.map(({ id }) => id),
  ];

  test("leaves out whoever said no, and keeps who never said", () => {
    expect(idsIn(onStep({ contactableOnly: true }))).toEqual([2, "said-yes", "never-said"]);
    expect(idsIn(onStep({ contactableOnly: true, limit: 1, offset: 1 }))).toEqual([2, "never-said"]);
    expect(customersOn(table, placements, null, { contactableOnly: true }).total).toBe(0);
    const found = customersWhere(table, { all: [] }, { contactableOnly: true, by: "orders" });
    expect(idsIn(found)).toEqual([2, "never-said", "said-yes"]);
  });

  test("is asked for: without it everyone is listed", () => {
    const all = [3, "said-no", "said-yes", "never-said"];
    expect(idsIn(onStep())).toEqual(all);
    expect(idsIn(onStep({ contactableOnly: false }))).toEqual(all);
  });

  test.each<[unknown, string]>([
    [{ contactableOnly: "yes" }, "contactableOnly"],
    [{ contactableOnly: null }, "contactableOnly"],
    [{ contactable: true }, "contactable"],
    [{ contactableonly: true }, "contactableonly"],
  ])("is never passed over for a slip of the pen: %j", (options, name) => {
    const refused = expect.objectContaining({ code: "invalid_option", path: [name] });
    expect(() => onStep(options as RankingOptions)).toThrow(refused);
    expect(() => customersWhere(table, { all: [] }, options as RankingOptions)).toThrow(refused);
  });
});

describe("customersWhere", () => {
  const ids = (criterion: Criterion, options?: RankingOptions) =>
    customersWhere(TABLE, criterion, options).customers.map(({ id }) => id);

  test("lists those for whom the criterion holds, amounts in major units of the table", () => {
    expect(ids({ fact: "revenue", atLeast: "5.00" })).toEqual(["Z", "é", "a", "b"]);
    expect(ids({ fact: "revenue", moreThan: 5 }, { by: "orders", limit: 1 })).toEqual(["é"]);
    expect(customersWhere(TABLE, { fact: "revenue", atLeast: 5 }, { limit: 1 }).total).toBe(4);
  });

  test("knows the table's own facts", () => {
    expect(ids({ fact: "vip", is: true })).toEqual(["b"]);
    expect(ids({ all: [{ fact: "score", atMost: 0 }, { not: { fact: "vip", is: true } }] })).toEqual([
      "é",
      "c",
    ]);
  });

  test("lists all by { all: [] } and nobody by { any: [] }", () => {
    expect(customersWhere(TABLE, { all: [] }).total).toBe(8);
    expect(customersWhere(TABLE, { any: [] })).toEqual({ total: 0, field: "revenueMinor", customers: [] });
    expect(customersWhere(tableOf([]), { all: [] }).total).toBe(0);
  });

  test.each<[string, unknown, string]>([
    ["a fact that the table does not have", { fact: "mood", atLeast: 1 }, "unknown_fact"],
    [
      "a threshold from a population",
      { fact: "orders", atLeast: { top: 0.5, among: { all: [] } } },
      "not_calibratable",
    ],
    ["what is no criterion", "orders >= 1", "invalid_criterion"],
  ])("refuses %s", (_, criterion, code) => {
    expect(() => ids(criterion as Criterion)).toThrow(expect.objectContaining({ code }));
  });
});
