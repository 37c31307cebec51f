import { describe, expect, test } from "vitest";
import type { Criterion, TopThreshold } from "../../src/criteria/criterion.ts";
import { customerLevels } from "../../src/scales/builtin/customerLevels.ts";
import { ladderOfLoyalty } from "../../src/scales/builtin/ladderOfLoyalty.ts";
import { loyaltyLevels } from "../../src/scales/builtin/loyaltyLevels.ts";
import { calibrateScale } from "../../src/scales/calibrateScale.ts";
import { classifyTable } from "../../src/scales/classifyTable.ts";
import { defineScale } from "../../src/scales/defineScale.ts";
import { isCalibrated } from "../../src/scales/isCalibrated.ts";
import type { OpenScale, ScaleDefinition } from "../../src/scales/scale.ts";
import { stepAt } from "../../src/scales/stepAt.ts";
import { type PartialFacts, tableOf } from "./support/facts.ts";

const EVERYONE: Criterion = { all: [] };
const RECENT_BUYERS: Criterion = { fact: "recentOrders", atLeast: 1 };

/** Ten buyers in the window, who spent 10.00, 20.00 … 100.00. */
const TEN = Array.from({ length: 10 }, (_, index) => ({
  orders: 4,
  recentOrders: 4,
  recentRevenueMinor: (index + 1) * 1000,
}));

function scaleOf(when: Criterion, more: Partial<ScaleDefinition> = {}): OpenScale<"x"> {
  return defineScale({ name: "a", ...more, steps: [{ id: "x", when }] }) as OpenScale<"x">;
}

function topScale(fact: string, top: TopThreshold, more: Partial<ScaleDefinition> = {}): OpenScale<"x"> {
  return scaleOf({ fact, atLeast: top }, more);
}

describe("the threshold", () => {
  test("is the value at rank ceil(top · n), written in major units, in the table's currency", () => {
    const scale = calibrateScale(customerLevels(), tableOf(TEN));
    expect(scale.steps[5]?.when).toEqual({
      all: [
        { fact: "recentOrders", atLeast: 4 },
        { fact: "recentRevenue", atLeast: "90.00" },
      ],
    });
    expect(scale.currency).toBe("USD");
    expect(scale.calibration).toEqual([
      { step: "key-account", fact: "recentRevenue", top: 0.2, amongCount: 10, threshold: "90.00" },
    ]);
  });

  test("lets every tie in", () => {
    const tied = TEN.map((facts) => ({ ...facts, recentRevenueMinor: 5000 }));
    const table = tableOf(tied);
    const placements = classifyTable(table, calibrateScale(customerLevels(), table));
    expect(Array.from(placements.step)).toEqual(Array(10).fill(5));
  });

  test("looks only at those for whom among holds", () => {
    const strangers = Array.from({ length: 90 }, () => ({ recentRevenueMinor: 99_999 }));
    const scale = calibrateScale(customerLevels(), tableOf([...TEN, ...strangers]));
    expect(scale.calibration?.[0]).toMatchObject({ amongCount: 10, threshold: "90.00" });
  });

  test("looks only at those whose fact is known", () => {
    const unknown = Array.from({ length: 90 }, () => ({ recentOrders: 4 }));
    const scale = calibrateScale(customerLevels(), tableOf([...TEN, ...unknown]));
    expect(scale.calibration?.[0]).toMatchObject({ amongCount: 10, threshold: "90.00" });
  });

  test.each([
    ["VND", "9000"],
    ["KWD", "9.000"],
    ["USD", "90.00"],
  ])("is written with the decimals of %s", (currency, threshold) => {
    const scale = calibrateScale(customerLevels(), tableOf(TEN, { currency }));
    expect([scale.currency, scale.calibration?.[0]?.threshold]).toEqual([currency, threshold]);
  });

  test("may be negative, as profits may", () => {
    const rows = [{ profitMinor: -250 }, { profitMinor: -5 }, { profitMinor: -999 }];
    const scale = calibrateScale(topScale("profit", { top: 0.5, among: EVERYONE }), tableOf(rows));
    expect(scale.calibration?.[0]?.threshold).toBe("-2.50");
  });

  test.each<[string, string, PartialFacts[], number | string]>([
    ["a count", "orders", [{ orders: 3 }, { orders: 8 }, { orders: 5 }], 5],
    ["a number", "rhythm", [{ rhythm: 0.1 }, { rhythm: 2.5 }, { rhythm: 0.3 }], 0.3],
    ["a score", "nps", [{ nps: 3 }, { nps: 10 }, { nps: 0 }], 3],
    ["a day", "lastOrderAt", [{ lastOrderDay: 20_000 }, { lastOrderDay: 20_001 }, {}], "2024-10-05"],
    ["minus nothing", "rhythm", [{ rhythm: -0 }], 0],
  ])("of %s is in its unit, and needs no currency", (_, fact, rows, threshold) => {
    const scale = calibrateScale(topScale(fact, { top: 0.5, among: EVERYONE }), tableOf(rows));
    expect(scale.steps[0]?.when).toEqual({ fact, atLeast: threshold });
    expect(scale).not.toHaveProperty("currency");
    expect(scale).not.toHaveProperty("windowDays");
  });

  test("of a fact of one's own", () => {
    const ownFacts = { score: "number", vip: "flag" } as const;
    const rows = [
      { score: 7, vip: true },
      { score: 3, vip: true },
      { score: 9, vip: false },
    ];
    const open = topScale("score", { top: 0.5, among: { fact: "vip", is: true } }, { ownFacts });
    const scale = calibrateScale(open, tableOf(rows, { ownFacts }));
    expect(scale.steps[0]?.when).toEqual({ fact: "score", atLeast: 7 });
  });
});

describe("the preferred fact", () => {
  const open = topScale("recentRevenue", { top: 0.5, among: RECENT_BUYERS, prefer: "recentProfit" });

  test("is compared when nobody in among misses it", () => {
    const rows = [
      { recentOrders: 1, recentRevenueMinor: 900, recentProfitMinor: 100 },
      { recentOrders: 1, recentRevenueMinor: 800, recentProfitMinor: 700 },
      { recentOrders: 0, recentRevenueMinor: 0 }, // not in among: may miss it
    ];
    const scale = calibrateScale(open, tableOf(rows));
    expect(scale.steps[0]?.when).toEqual({ fact: "recentProfit", atLeast: "7.00" });
    expect(scale.calibration?.[0]).toMatchObject({ fact: "recentProfit", amongCount: 2 });
  });

  test("gives way when a single one misses it", () => {
    const rows = [
      { recentOrders: 1, recentRevenueMinor: 900, recentProfitMinor: 100 },
      { recentOrders: 1, recentRevenueMinor: 800 },
    ];
    const scale = calibrateScale(open, tableOf(rows));
    expect(scale.steps[0]?.when).toEqual({ fact: "recentRevenue", atLeast: "9.00" });
  });

  test("gives way when nobody is in among", () => {
    expect(calibrateScale(open, tableOf([])).calibration?.[0]?.fact).toBe("recentRevenue");
  });
});

describe("with nobody to look at", () => {
  test.each([
    ["an empty table", []],
    ["nobody in among", [{ orders: 9, recentRevenueMinor: 5 }]],
    ["nobody whose fact is known", [{ recentOrders: 5 }]],
  ])("%s: the step is closed, and the note says so", (_, rows) => {
    const table = tableOf(rows);
    const scale = calibrateScale(customerLevels(), table);
    expect(scale.steps[5]?.when).toEqual({ any: [] });
    expect(scale.calibration?.[0]).toMatchObject({ step: "key-account", amongCount: 0, threshold: null });
    expect(scale).not.toHaveProperty("currency");
    expect(scale.windowDays).toBe(365);
    expect(classifyTable(table, scale).step).not.toContain(5);
  });

  test("the whole step is closed, even where the threshold stands under not or any", () => {
    const top: Criterion = { fact: "recentRevenue", atLeast: { top: 0.5, among: RECENT_BUYERS } };
    for (const when of [{ not: top }, { any: [EVERYONE, top] }]) {
      expect(calibrateScale(scaleOf(when), tableOf([{}])).steps[0]?.when).toEqual({ any: [] });
    }
  });

  test("another threshold of the step is reported all the same", () => {
    const when: Criterion = {
      all: [
        { fact: "orders", atLeast: { top: 0.5, among: EVERYONE } },
        { fact: "nps", atLeast: { top: 0.5, among: EVERYONE } },
      ],
    };
    const scale = calibrateScale(scaleOf(when), tableOf([{ orders: 3 }]));
    expect(scale.steps[0]?.when).toEqual({ any: [] });
    expect(scale.calibration?.map(({ threshold }) => threshold)).toEqual([3, null]);
  });
});

describe("the window", () => {
  const table = tableOf(TEN, { windowDays: 90 });

  test.each<[string, Criterion]>([
    ["the calibrated fact", { fact: "recentRevenue", atLeast: { top: 0.5, among: EVERYONE } }],
    ["among", { fact: "orders", atLeast: { top: 0.5, among: { not: RECENT_BUYERS } } }],
    [
      "the preferred fact",
      { fact: "revenue", atLeast: { top: 0.5, among: EVERYONE, prefer: "recentRevenue" } },
    ],
    [
      "another part of the step",
      {
        any: [
          { sum: ["recentOrders"], atLeast: 1 },
          { fact: "orders", atLeast: { top: 1, among: EVERYONE } },
        ],
      },
    ],
  ])("is stated when %s looks at it", (_, when) => {
    expect(calibrateScale(scaleOf(when), table).windowDays).toBe(90);
  });

  test("is left open when only another step looks at it", () => {
    const open = defineScale({
      name: "a",
      steps: [
        { id: "x", when: RECENT_BUYERS },
        { id: "y", when: { fact: "recencyDays", atLeast: { top: 0.5, among: EVERYONE } } },
      ],
    });
    expect(calibrateScale(open as OpenScale, tableOf([{ recencyDays: 5 }]))).not.toHaveProperty("windowDays");
  });

  test("is left open for facts of one's own, whatever they are called", () => {
    const ownFacts = { recentMood: "number" } as const;
    const open = topScale("recentMood", { top: 0.5, among: EVERYONE }, { ownFacts });
    expect(calibrateScale(open, tableOf([{ recentMood: 5 }], { ownFacts }))).not.toHaveProperty("windowDays");
  });
});

describe("a table that does not fit", () => {
  test.each([
    ["another currency", customerLevels({ currency: "EUR" }), "currency_mismatch"],
    ["another window", customerLevels({ windowDays: 90 }), "window_mismatch"],
    ["a missing own fact", scaleOf({ fact: "vip", is: true }, { ownFacts: { vip: "flag" } }), "unknown_fact"],
  ])("%s is refused", (_, scale, code) => {
    expect(() => calibrateScale(scale, tableOf(TEN))).toThrow(expect.objectContaining({ code }));
  });
});

describe("the result", () => {
  test("is a plain scale: frozen, JSON, ready to classify", () => {
    const scale = calibrateScale(loyaltyLevels(), tableOf(TEN));
    expect(isCalibrated(scale)).toBe(true);
    expect(Object.isFrozen(scale)).toBe(true);
    expect(defineScale(JSON.parse(JSON.stringify(scale)))).toEqual(scale);
  });

  test("is the scale itself when nothing was open", () => {
    const scale = ladderOfLoyalty();
    expect(calibrateScale(scale, tableOf(TEN))).toBe(scale);
  });

  test("keeps earlier notes when a step was added to a calibrated scale", () => {
    const first = calibrateScale(topScale("recentRevenue", { top: 0.5, among: EVERYONE }), tableOf(TEN));
    const y = { id: "y", when: { fact: "orders", atLeast: { top: 0.1, among: EVERYONE } } } as const;
    const second = calibrateScale(defineScale({ ...first, steps: [...first.steps, y] }), tableOf(TEN));
    expect(second.calibration?.map(({ step, threshold }) => [step, threshold])).toEqual([
      ["x", "60.00"],
      ["y", 4],
    ]);
  });

  test("classifies the very customers that it came from: the top 20 % are key accounts", () => {
    const table = tableOf(TEN);
    const placements = classifyTable(table, calibrateScale(customerLevels(), table));
    expect(table.ids.filter((_, row) => stepAt(placements, row) === "key-account")).toEqual(["c8", "c9"]);
  });

  test("does not change the open scale", () => {
    const open = customerLevels();
    calibrateScale(open, tableOf(TEN));
    expect(isCalibrated(open)).toBe(false);
  });
});
