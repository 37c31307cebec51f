import { describe, expect, test } from "vitest";
import { createIssueList } from "../../src/base/issueList.ts";
import { checkCriterion } from "../../src/criteria/checkCriterion.ts";
import { TEST_SCHEMA } from "./support/testSchema.ts";

type CriterionContext = Parameters<typeof checkCriterion>[1];

const CONTEXT: CriterionContext = { schema: TEST_SCHEMA, currency: "USD", allowTop: true };

/** Every issue as "code at path: expected / received". */
function mistakesOf(criterion: unknown, context: CriterionContext = CONTEXT): string[] {
  const list = createIssueList();
  checkCriterion(criterion, context, ["when"], list);
  return list.issues.map(
    ({ code, path, expected, received }) => `${code} at ${path.join(".")}: ${expected} / ${received}`,
  );
}

function codesOf(criterion: unknown, context: CriterionContext = CONTEXT): string[] {
  const list = createIssueList();
  checkCriterion(criterion, context, [], list);
  return list.issues.map(({ code, path }) => [code, ...path].join(" "));
}

/** A criterion of exactly `levels` levels: a comparison inside of `not`s. */
function nested(levels: number): unknown {
  let criterion: unknown = { fact: "orders", atLeast: 1 };
  for (let level = 1; level < levels; level += 1) criterion = { not: criterion };
  return criterion;
}

describe("what is a criterion", () => {
  test.each<[string, unknown]>([
    ["a comparison of a count", { fact: "orders", atLeast: 2 }],
    ["minus zero and fractions", { fact: "orders", between: [-0, 2.5] }],
    ["an amount as a number", { fact: "revenue", moreThan: 10.005 }],
    ["an amount as text", { fact: "revenue", between: ["-10.005", "-10.004"] }],
    ["an amount beyond all doubles", { fact: "revenue", between: ["1e400", "1e400"] }],
    ["a day", { fact: "lastOrderAt", between: ["2024-02-29", "2024-02-29"] }],
    ["a flag", { fact: "member", is: false }],
    ["a score", { fact: "nps", is: 9 }],
    ["a sum of counts, numbers and scores", { sum: ["orders", "rhythm", "nps"], lessThan: 3 }],
    ["a sum of money", { sum: ["revenue", "profit"], atMost: "100.00" }],
    ["empty lists", { all: [{ all: [] }, { any: [] }] }],
    ["properties that state nothing", { fact: "orders", atLeast: 1, moreThan: undefined, all: undefined }],
    ["an open threshold", { fact: "revenue", atLeast: { top: 1, among: { all: [] }, prefer: "profit" } }],
    ["an open threshold on a day", { fact: "lastOrderAt", atLeast: { top: 0.2, among: { all: [] } } }],
    ["no prefer", { fact: "orders", atLeast: { top: 0.2, among: { all: [] }, prefer: undefined } }],
    ["an object without prototype", Object.assign(Object.create(null), { fact: "orders", is: 1 })],
    ["one object in two places", { any: Array(2).fill({ fact: "orders", is: 1 }) }],
  ])("%s", (_, criterion) => {
    expect(mistakesOf(criterion)).toEqual([]);
  });

  test("an open threshold on money needs no currency: calibration states it", () => {
    const criterion = { fact: "revenue", atLeast: { top: 0.2, among: { all: [] } } };
    expect(codesOf(criterion, { schema: TEST_SCHEMA, allowTop: true })).toEqual([]);
  });
});

describe("what is not a criterion", () => {
  const forms = "exactly one of fact, sum, all, any, not";
  const operators = "exactly one of atLeast, moreThan, atMost, lessThan, between, is";

  test.each<[unknown, string]>([
    [undefined, "invalid_criterion at when: an object / undefined"],
    [null, "invalid_criterion at when: an object / null"],
    ["orders >= 1", 'invalid_criterion at when: an object / "orders >= 1"'],
    [[], "invalid_criterion at when: an object / array of 0"],
    [{}, `invalid_criterion at when: ${forms} / ""`],
    [{ facts: "orders" }, `invalid_criterion at when: ${forms} / "facts"`],
    [{ all: [], any: [] }, `invalid_criterion at when: ${forms} / "all, any"`],
    [{ all: {} }, "invalid_criterion at when.all: a list of criteria / object"],
    [{ any: null }, "invalid_criterion at when.any: a list of criteria / null"],
    [{ not: [] }, "invalid_criterion at when.not: an object / array of 0"],
    [{ all: [], name: "x" }, 'invalid_criterion at when.name: only all / "name"'],
    [{ any: [{ all: [1] }] }, "invalid_criterion at when.any.0.all.0: an object / 1"],
    [{ fact: "orders" }, `invalid_criterion at when: ${operators} / "none of them"`],
    [{ fact: "orders", atLeast: 1, is: 1 }, `invalid_criterion at when: ${operators} / "atLeast, is"`],
    [{ fact: "orders", is: 1, label: "x" }, `invalid_criterion at when.label: ${operators} / "label"`],
    [{ sum: "orders", is: 1 }, 'invalid_criterion at when.sum: a list of names of facts / "orders"'],
    [{ sum: [], is: 1 }, "invalid_threshold at when.sum: at least one fact / array of 0"],
    [{ fact: "order", is: 1 }, 'unknown_fact at when.fact: the name of a known fact / "order"'],
    [{ fact: "__proto__", is: 1 }, 'unknown_fact at when.fact: the name of a known fact / "__proto__"'],
    [{ fact: 7, is: 1 }, "unknown_fact at when.fact: the name of a known fact / 7"],
    [{ sum: ["orders", null], is: 1 }, "unknown_fact at when.sum.1: the name of a known fact / null"],
  ])("%j", (criterion, mistake) => {
    expect(mistakesOf(criterion)).toEqual([mistake]);
  });

  test("a hole in a list", () => {
    expect(codesOf({ all: new Array(1) })).toEqual(["invalid_criterion all 0"]);
  });

  test("all mistakes are found in one go", () => {
    const criterion = {
      all: [{ fact: "order", atLeast: 1 }, { any: [5, { fact: "orders", atLeast: "1", x: 1 }] }, { not: {} }],
    };
    expect(codesOf(criterion)).toEqual([
      "unknown_fact all 0 fact",
      "invalid_criterion all 1 any 0",
      "invalid_criterion all 1 any 1 x",
      "invalid_threshold all 1 any 1 atLeast",
      "invalid_criterion all 2 not",
    ]);
  });

  test("a million mistakes are counted and a hundred kept", () => {
    const list = createIssueList();
    checkCriterion({ all: new Array(1_000_000) }, CONTEXT, [], list);
    expect([list.count, list.issues.length]).toEqual([1_000_000, 100]);
  });
});

describe("thresholds", () => {
  test.each<[unknown, string]>([
    [{ fact: "orders", atLeast: -1 }, "atLeast: a number from 0 / -1"],
    [{ fact: "orders", lessThan: -0.5 }, "lessThan: a number from 0 / -0.5"],
    [{ fact: "orders", between: [-2, 3] }, "between.0: a number from 0 / -2"],
    [{ fact: "nps", is: -1 }, "is: a number from 0 / -1"],
    [{ sum: ["orders", "visits"], moreThan: -1 }, "moreThan: a number from 0 / -1"],
    [{ sum: ["nps", "orders"], moreThan: -1 }, "moreThan: a number from 0 / -1"],
  ])("a count or a score is never below 0, so neither is its threshold: %j", (criterion, mistake) => {
    expect(mistakesOf(criterion)).toEqual([`invalid_threshold at when.${mistake}`]);
  });

  test.each<unknown>([
    { fact: "rhythm", atLeast: -1 },
    { fact: "profit", atLeast: -1 },
    { fact: "lastOrderAt", atLeast: "0000-01-01" },
    { sum: ["orders", "rhythm"], atLeast: -1 },
    { sum: ["rhythm", "orders"], atLeast: -1 },
    { sum: ["revenue", "profit"], atLeast: -1 },
  ])("what may be below 0 may be compared with less than 0: %j", (criterion) => {
    expect(mistakesOf(criterion)).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ["orders", Number.NaN, "a finite number / NaN"],
    ["orders", Number.POSITIVE_INFINITY, "a finite number / Infinity"],
    ["orders", Number.NEGATIVE_INFINITY, "a finite number / -Infinity"],
    ["orders", "2", 'a finite number / "2"'],
    ["orders", null, "a finite number / null"],
    ["orders", {}, "a finite number / object"],
    ["orders", 2n, "a finite number / 2"],
    ["rhythm", false, "a finite number / false"],
    ["nps", [9], "a finite number / array of 1"],
    ["lastOrderAt", "2026-02-30", 'a calendar day, YYYY-MM-DD / "2026-02-30"'],
    ["lastOrderAt", "2026-02-03T00:00Z", 'a calendar day, YYYY-MM-DD / "2026-02-03T00:00Z"'],
    ["lastOrderAt", 20_000, "a calendar day, YYYY-MM-DD / 20000"],
    ["revenue", "a lot", 'an amount in major units, as a number or a decimal string / "a lot"'],
    ["revenue", "", 'an amount in major units, as a number or a decimal string / ""'],
    ["revenue", Number.NaN, "an amount in major units, as a number or a decimal string / NaN"],
    ["revenue", 5n, "an amount in major units, as a number or a decimal string / 5"],
    ["member", true, "is: true or is: false / true"],
    ["member", 1, "is: true or is: false / 1"],
  ])("%s at least %s", (fact, threshold, mistake) => {
    expect(mistakesOf({ fact, atLeast: threshold })).toEqual([
      `invalid_threshold at when.atLeast: ${mistake}`,
    ]);
  });

  test.each<[unknown, string]>([
    [{ fact: "orders", is: true }, "invalid_threshold is"],
    [{ fact: "revenue", is: true }, "invalid_threshold is"],
    [{ fact: "lastOrderAt", is: true }, "invalid_threshold is"],
    [{ fact: "member", is: 1 }, "invalid_threshold is"],
    [{ fact: "member", between: [false, true] }, "invalid_threshold between"],
    [{ fact: "orders", between: 5 }, "invalid_threshold between"],
    [{ fact: "orders", between: [1] }, "invalid_threshold between"],
    [{ fact: "orders", between: [1, 2, 3] }, "invalid_threshold between"],
    [{ fact: "orders", between: [1, "2"] }, "invalid_threshold between 1"],
    [{ fact: "orders", between: [Number.NaN, 2] }, "invalid_threshold between 0"],
    [{ fact: "orders", between: [3, 2] }, "invalid_threshold between"],
    [{ fact: "lastOrderAt", between: ["2026-01-02", "2026-01-01"] }, "invalid_threshold between"],
    [{ fact: "revenue", between: ["10", 9.99] }, "invalid_threshold between"],
    [{ fact: "revenue", between: ["10.005", "10.004"] }, "invalid_threshold between"],
    [{ fact: "revenue", between: ["1e300", "1e299"] }, "invalid_threshold between"],
  ])("%j", (criterion, mistake) => {
    expect(codesOf(criterion)).toEqual([mistake]);
  });

  test("say which ends are the wrong way round", () => {
    expect(mistakesOf({ fact: "revenue", between: ["9.5", 9] })).toEqual([
      'invalid_threshold at when.between: low not above high / "9.5 to 9"',
    ]);
  });

  test("on money need a currency", () => {
    const context = { schema: TEST_SCHEMA, allowTop: false };
    const criterion = {
      any: [
        { fact: "revenue", atLeast: 5 },
        { sum: ["profit"], between: [1, "x"] },
      ],
    };
    expect(codesOf(criterion, context)).toEqual([
      "currency_required any 0 atLeast",
      "currency_required any 1 between 0",
      "invalid_threshold any 1 between 1",
    ]);
  });
});

describe("sums", () => {
  test.each<[readonly string[], string]>([
    [["orders", "revenue"], 'mixed_units at when.sum.1: a count, a number or a score / "money"'],
    [["revenue", "nps"], 'mixed_units at when.sum.1: money, like the facts before it / "score"'],
    [["lastOrderAt"], 'mixed_units at when.sum.0: a count, a number, a score or money / "day"'],
    [["orders", "member"], 'mixed_units at when.sum.1: a count, a number or a score / "flag"'],
  ])("%j", (sum, mistake) => {
    expect(mistakesOf({ sum, atLeast: 1 })).toEqual([mistake]);
  });

  test("the threshold fits the first class of units, whatever else is wrong", () => {
    expect(codesOf({ sum: ["x", "revenue", "orders"], atLeast: "1.5.5" })).toEqual([
      "unknown_fact sum 0",
      "mixed_units sum 2",
      "invalid_threshold atLeast",
    ]);
  });
});

describe("open thresholds", () => {
  const open = { top: 0.2, among: { all: [] } };

  test.each<[unknown, string[]]>([
    [{ fact: "orders", moreThan: open }, ["not_calibratable moreThan"]],
    [{ fact: "orders", is: open }, ["not_calibratable is"]],
    [{ fact: "orders", between: [open, 5] }, ["invalid_threshold between 0"]],
    [{ sum: ["orders"], atLeast: open }, ["not_calibratable atLeast"]],
    [{ fact: "member", atLeast: open }, ["invalid_threshold atLeast"]],
    [{ fact: "orders", atLeast: { ...open, top: 0 } }, ["invalid_threshold atLeast top"]],
    [{ fact: "orders", atLeast: { ...open, top: 1.01 } }, ["invalid_threshold atLeast top"]],
    [{ fact: "orders", atLeast: { ...open, top: Number.NaN } }, ["invalid_threshold atLeast top"]],
    [{ fact: "orders", atLeast: { ...open, top: "20%" } }, ["invalid_threshold atLeast top"]],
    [{ fact: "orders", atLeast: { top: 0.2 } }, ["invalid_criterion atLeast among"]],
    [{ fact: "orders", atLeast: { among: { all: [] } } }, ["invalid_threshold atLeast top"]],
    [{ fact: "orders", atLeast: { ...open, least: 5 } }, ["invalid_threshold atLeast least"]],
    [{ fact: "orders", atLeast: { ...open, prefer: "x" } }, ["unknown_fact atLeast prefer"]],
    [{ fact: "orders", atLeast: { ...open, prefer: 5 } }, ["unknown_fact atLeast prefer"]],
    [{ fact: "orders", atLeast: { ...open, prefer: "nps" } }, ["invalid_threshold atLeast prefer"]],
    [{ fact: "x", atLeast: { ...open, prefer: "nps" } }, ["unknown_fact fact"]],
    [
      { fact: "orders", atLeast: { top: 0.2, among: { not: { fact: "orders", atLeast: open } } } },
      ["not_calibratable atLeast among not atLeast"],
    ],
  ])("%j", (criterion, mistakes) => {
    expect(codesOf(criterion)).toEqual(mistakes);
  });

  test("are refused where they are not allowed", () => {
    const context = { ...CONTEXT, allowTop: false };
    expect(mistakesOf({ fact: "orders", atLeast: open }, context)).toEqual([
      "not_calibratable at when.atLeast: a plain threshold / object",
    ]);
  });
});

describe("depth", () => {
  test("100 levels are fine", () => {
    expect(mistakesOf(nested(100))).toEqual([]);
  });

  test.each([101, 10_000])("%i levels are too deep, and said once", (levels) => {
    const list = createIssueList();
    checkCriterion(nested(levels), CONTEXT, ["when"], list);
    expect(list.count).toBe(1);
    expect(list.issues[0]).toMatchObject({ code: "criterion_too_deep", expected: "at most 100 levels" });
    expect(list.issues[0]?.path).toHaveLength(101);
  });

  test("the levels of an open threshold count too", () => {
    const criterion = { fact: "orders", atLeast: { top: 0.2, among: nested(100) } };
    expect(codesOf(criterion)).toHaveLength(1);
    expect(codesOf(criterion)[0]).toMatch(/^criterion_too_deep atLeast among not/);
  });

  test("a criterion inside itself is too deep at once, however often it occurs", () => {
    const criterion: { all: unknown[] } = { all: [] };
    criterion.all.push(criterion, criterion, { not: criterion });
    expect(mistakesOf(criterion)).toEqual([
      'criterion_too_deep at when.all.0: at most 100 levels / "a criterion inside itself"',
      'criterion_too_deep at when.all.1: at most 100 levels / "a criterion inside itself"',
      'criterion_too_deep at when.all.2.not: at most 100 levels / "a criterion inside itself"',
    ]);
  });
});
