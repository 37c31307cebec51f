import { describe, expect, test } from "vitest";
import { isLoyaltyError } from "../../src/base/loyaltyError.ts";
import { customerLevels } from "../../src/scales/builtin/customerLevels.ts";
import { ladderOfLoyalty } from "../../src/scales/builtin/ladderOfLoyalty.ts";
import { classifyCustomer } from "../../src/scales/classifyCustomer.ts";
import { classifyTable } from "../../src/scales/classifyTable.ts";
import { compileScale } from "../../src/scales/compileScale.ts";
import { customersWhere } from "../../src/scales/customersWhere.ts";
import { defineScale } from "../../src/scales/defineScale.ts";
import { isCalibrated } from "../../src/scales/isCalibrated.ts";
import type { OpenScale, Scale } from "../../src/scales/scale.ts";
import { stepAt } from "../../src/scales/stepAt.ts";
import { factsOf, tableOf } from "./support/facts.ts";

/** What an error says: code, path, expected and received of each issue. */
function refusal(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    if (!isLoyaltyError(error)) throw error;
    return error.issues.map(
      (one) => `${one.code} ${one.path.join(".")}: ${one.expected}, not ${one.received}`,
    );
  }
  return [];
}

function unchecked(scale: unknown): Scale {
  return scale as Scale;
}

describe("a table that the scale was not made for", () => {
  const scale = defineScale({
    name: "a",
    currency: "VND",
    windowDays: 90,
    ownFacts: { vip: "flag", score: "number", mood: "number" },
    steps: [
      {
        id: "x",
        when: {
          all: [
            { fact: "vip", is: true },
            { fact: "score", atLeast: 1 },
          ],
        },
      },
    ],
  });

  test("is refused with everything that differs", () => {
    const table = tableOf([], { ownFacts: { score: "flag", mood: "number" } });
    expect(refusal(() => classifyTable(table, scale))).toEqual([
      'currency_mismatch currency: a table in VND, not "USD"',
      "window_mismatch windowDays: a table with a window of 90 days, not 365",
      'unknown_fact ownFacts.vip: a table with a flag vip, not "no such column"',
      'unknown_fact ownFacts.score: a table with a number score, not "a flag"',
    ]);
  });

  test("is taken when it has all of it", () => {
    const ownFacts = { vip: "flag", score: "number", mood: "number" } as const;
    const rows = [{ vip: true, score: 2 }, { vip: false, score: 2 }, { vip: true }];
    const table = tableOf(rows, { ownFacts, currency: "VND", windowDays: 90 });
    expect(Array.from(classifyTable(table, scale).step)).toEqual([0, 255, 255]);
  });

  test("is refused once its columns were handed over to another thread", () => {
    const table = tableOf([factsOf({ orders: 2 })]);
    structuredClone(table.columns.orders, {
      transfer: [table.columns.orders.buffer as ArrayBuffer],
    });
    expect(refusal(() => classifyTable(table, ladderOfLoyalty()))).toEqual([
      "invalid_column columns.orders: a column of 1 rows, not 0",
    ]);
    const message = ["invalid_column columns.orders: a column of 1 rows, not 0"];
    expect(refusal(() => customersWhere(table, { fact: "orders", atLeast: 1 }))).toEqual(message);
  });

  test("is taken in any currency and window that the scale leaves open", () => {
    const table = tableOf([{ orders: 2 }], { currency: "KWD", windowDays: 7 });
    expect(stepAt(classifyTable(table, ladderOfLoyalty()), 0)).toBe("customer");
  });
});

describe("an open scale", () => {
  test("is refused, one customer or a table", () => {
    const open = unchecked(customerLevels());
    expect(refusal(() => classifyCustomer(factsOf({}), open))).toEqual([
      'not_calibrated : a calibrated scale, not "levels"',
    ]);
    expect(refusal(() => classifyTable(tableOf([]), open))).toHaveLength(1);
  });
});

describe("a scale that never went through defineScale", () => {
  const definition = { name: "a", steps: [{ id: "x", when: { fact: "orders", atLeast: 2 } }] };

  test("is checked first", () => {
    const odd = unchecked({ name: "a", steps: [{ id: "x", when: { fact: "order", atLeast: 2 } }] });
    expect(refusal(() => classifyCustomer(factsOf({}), odd))).toEqual([
      expect.stringContaining("unknown_fact steps.0.when.fact"),
    ]);
    expect(refusal(() => classifyTable(tableOf([]), odd))).toHaveLength(1);
    expect(refusal(() => isCalibrated(odd))).toHaveLength(1);
    expect(refusal(() => classifyCustomer(factsOf({}), unchecked(null)))).toHaveLength(1);
  });

  test("is taken as it stands at each call", () => {
    const scale = structuredClone(definition);
    expect(classifyCustomer(factsOf({ orders: 2 }), unchecked(scale)).step).toBe("x");
    (scale.steps[0] as { when: { atLeast: number } }).when.atLeast = 3;
    expect(classifyCustomer(factsOf({ orders: 2 }), unchecked(scale)).step).toBeNull();
  });

  test("gives placements that carry the checked scale", () => {
    const placements = classifyTable(tableOf([{ orders: 2 }]), unchecked(definition));
    expect(placements.scale).toEqual(defineScale(definition));
    expect(stepAt(placements, 0)).toBe("x");
  });
});

describe("compiling", () => {
  test("happens once per scale", () => {
    const scale = ladderOfLoyalty();
    expect(compileScale(scale)).toBe(compileScale(scale));
  });
});

describe("the steps of a scale", () => {
  test("are as many as a byte can say: 254, the last of them too", () => {
    const steps = Array.from({ length: 254 }, (_, index) => ({
      id: `s${index}`,
      when: { fact: "orders", atLeast: index + 1 } as const,
    }));
    for (const climb of ["highest", "stepwise"] as const) {
      const scale = defineScale({ name: "a", climb, steps });
      const placements = classifyTable(tableOf([{ orders: 253 }, { orders: 254 }, { orders: 0 }]), scale);
      expect([0, 1, 2].map((row) => stepAt(placements, row))).toEqual(["s252", "s253", null]);
    }
  });

  test("are climbed past a gap by highest, up to the gap by stepwise", () => {
    const steps = (["orders", "reviews", "mentions"] as const).map((fact) => ({
      id: fact,
      when: { fact, atLeast: 1 } as const,
    }));
    const table = tableOf([
      { orders: 1, mentions: 1 },
      { reviews: 1, mentions: 1 },
    ]);
    const stepsBy = (climb: "highest" | "stepwise") => {
      const placements = classifyTable(table, defineScale({ name: "a", climb, steps }));
      return [stepAt(placements, 0), stepAt(placements, 1)];
    };
    expect(stepsBy("highest")).toEqual(["mentions", "mentions"]);
    expect(stepsBy("stepwise")).toEqual(["orders", null]);
  });
});

describe("a placement", () => {
  test("is plain, frozen data", () => {
    const placement = classifyCustomer(factsOf({ orders: 1 }), ladderOfLoyalty());
    expect(JSON.parse(JSON.stringify(placement))).toEqual({ scale: "ladder", step: "shopper", rank: 3 });
    expect(Object.isFrozen(placement)).toBe(true);
  });

  test("off the scale has neither step nor rank", () => {
    const placement = classifyCustomer(factsOf({}), ladderOfLoyalty());
    expect(placement).toEqual({ scale: "ladder", step: null, rank: null });
  });
});

describe("stepAt", () => {
  const placements = classifyTable(tableOf([{ orders: 1 }]), ladderOfLoyalty());

  test.each([1, -1, 0.5, Number.NaN])("refuses row %d of one", (row) => {
    expect(refusal(() => stepAt(placements, row))).toEqual([
      expect.stringContaining("unknown_customer : a row from 0 to 0"),
    ]);
  });

  test("an empty table has no rows", () => {
    expect(classifyTable(tableOf([]), ladderOfLoyalty()).step).toHaveLength(0);
  });
});

describe("isCalibrated", () => {
  test("finds a { top } wherever it stands", () => {
    const top = { fact: "orders", atLeast: { top: 0.5, among: { all: [] } } } as const;
    for (const when of [top, { not: top }, { all: [{ any: [top] }] }]) {
      const scale: OpenScale = defineScale({ name: "a", steps: [{ id: "x", when }] }) as OpenScale;
      expect(isCalibrated(scale)).toBe(false);
    }
    expect(isCalibrated(ladderOfLoyalty())).toBe(true);
  });
});
