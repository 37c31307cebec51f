import { describe, expect, test } from "vitest";
import { isLoyaltyError, type LoyaltyError } from "../../src/base/loyaltyError.ts";
import { defineScale } from "../../src/scales/defineScale.ts";
import type { ScaleDefinition } from "../../src/scales/scale.ts";

const BUYERS = { fact: "orders", atLeast: 1 } as const;

const REGULARS = {
  name: "regulars",
  version: "7",
  climb: "stepwise",
  currency: "USD",
  windowDays: 90,
  ownFacts: { vip: "flag", tenureYears: "number" },
  labels: { en: "Regulars", vi: "Khách quen" },
  steps: [
    { id: "guest", when: BUYERS, labels: { en: "Guest" }, descriptions: { en: "Came once." } },
    {
      id: "regular",
      when: {
        all: [
          { fact: "revenue", atLeast: "99.50" },
          { fact: "vip", is: true },
        ],
      },
    },
  ],
} as const;

/** What is wrong with a definition: `code path`, in order. */
function mistakes(definition: unknown): string[] {
  return caught(definition).issues.map(({ code, path }) => `${code} ${path.join(".")}`.trim());
}

function caught(definition: unknown): LoyaltyError {
  try {
    defineScale(definition as ScaleDefinition);
  } catch (error) {
    if (isLoyaltyError(error)) return error;
    throw error;
  }
  throw new Error("the definition was taken");
}

function withStep(step: unknown): unknown {
  return { name: "a", steps: [step] };
}

describe("a scale", () => {
  test("carries its format and what the definition said", () => {
    expect(defineScale(REGULARS)).toEqual({ format: "loyalty-ladder/scale@1", ...REGULARS });
  });

  test("has version 1 and the highest climb unless said otherwise, and nothing that was not said", () => {
    const scale = defineScale({ name: "a", steps: [{ id: "x", when: BUYERS }] });
    expect(Object.entries(scale)).toEqual([
      ["format", "loyalty-ladder/scale@1"],
      ["name", "a"],
      ["version", "1"],
      ["climb", "highest"],
      ["steps", [{ id: "x", when: BUYERS }]],
    ]);
  });

  test("is a copy: what happens to the definition afterwards changes nothing", () => {
    const definition = structuredClone(REGULARS) as unknown as { steps: { when: { atLeast: number } }[] };
    const scale = defineScale(definition as unknown as ScaleDefinition);
    (definition.steps[0] as { when: { atLeast: number } }).when.atLeast = 99;
    definition.steps.pop();
    expect(scale.steps).toEqual(REGULARS.steps);
  });

  test("is frozen to the bottom", () => {
    const frozen = (value: unknown): boolean =>
      typeof value !== "object" ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(frozen));
    expect(frozen(defineScale(REGULARS))).toBe(true);
  });

  test("survives JSON", () => {
    const scale = defineScale(REGULARS);
    expect(defineScale(JSON.parse(JSON.stringify(scale)))).toEqual(scale);
  });

  test("drops undefined properties and turns -0 into 0, as JSON would", () => {
    const when = { fact: "orders", atLeast: -0, moreThan: undefined };
    const scale = defineScale({
      name: "a",
      currency: undefined,
      steps: [{ id: "x", labels: undefined, when }],
    } as never);
    expect(JSON.parse(JSON.stringify(scale))).toStrictEqual(scale);
    expect(scale.steps[0]?.when).toStrictEqual({ fact: "orders", atLeast: 0 });
    expect(scale).not.toHaveProperty("currency");
  });

  test("comes back as it is when it is defined again", () => {
    const scale = defineScale(REGULARS);
    expect(defineScale(scale)).toBe(scale);
  });

  test("keeps the notes of its calibration", () => {
    const calibration = [{ step: "x", fact: "orders", top: 0.2, amongCount: 5, threshold: 3 }];
    const scale = defineScale({ name: "a", steps: [{ id: "x", when: BUYERS }], calibration });
    expect(scale.calibration).toEqual(calibration);
  });

  test("keeps a locale called __proto__ as a plain property", () => {
    const labels = JSON.parse('{"__proto__": "odd"}');
    const scale = defineScale({ name: "a", steps: [{ id: "__proto__", when: BUYERS, labels }] });
    expect(Object.keys(scale.steps[0]?.labels ?? {})).toEqual(["__proto__"]);
  });

  test("has up to 254 steps, stated in any writing", () => {
    const steps = Array.from({ length: 254 }, (_, index) => ({ id: `bậc ${index}`, when: BUYERS }));
    expect(defineScale({ name: "a", steps }).steps).toHaveLength(254);
  });

  test("takes { top } on money without a currency", () => {
    const when = { fact: "revenue", atLeast: { top: 0.2, among: BUYERS } } as const;
    expect(defineScale({ name: "a", steps: [{ id: "x", when }] }).steps[0]?.when).toEqual(when);
  });
});

describe("a definition that is none", () => {
  test.each([
    [null, "invalid_definition"],
    [undefined, "invalid_definition"],
    ["ladder", "invalid_definition"],
    [[], "invalid_definition"],
  ])("%j", (definition, mistake) => {
    expect(mistakes(definition)).toEqual([mistake]);
  });
});

describe("what is wrong with the head", () => {
  const steps = [{ id: "x", when: BUYERS }];
  test.each([
    ["no name", { steps }, ["invalid_definition name"]],
    ["an empty name", { name: "", steps }, ["invalid_definition name"]],
    ["a name that is no text", { name: 7, steps }, ["invalid_definition name"]],
    ["a version that is no text", { name: "a", version: 2, steps }, ["invalid_definition version"]],
    ["an empty version", { name: "a", version: "", steps }, ["invalid_definition version"]],
    ["a climb that is not known", { name: "a", climb: "sideways", steps }, ["invalid_definition climb"]],
    ["a null climb", { name: "a", climb: null, steps }, ["invalid_definition climb"]],
    ["a currency that is not known", { name: "a", currency: "ABC", steps }, ["unknown_currency currency"]],
    ["a currency in small letters", { name: "a", currency: "usd", steps }, ["unknown_currency currency"]],
    ["a currency that is no text", { name: "a", currency: 840, steps }, ["unknown_currency currency"]],
    ["a window of no days", { name: "a", windowDays: 0, steps }, ["invalid_definition windowDays"]],
    ["a window of half a day", { name: "a", windowDays: 0.5, steps }, ["invalid_definition windowDays"]],
    ["a window as text", { name: "a", windowDays: "365", steps }, ["invalid_definition windowDays"]],
    ["another format", { format: "loyalty-ladder/scale@2", name: "a", steps }, ["unknown_format format"]],
    [
      "a slip of the pen",
      { name: "a", step: [], clim: "highest", steps },
      ["invalid_definition step", "invalid_definition clim"],
    ],
    ["labels that are no object", { name: "a", labels: "A", steps }, ["invalid_definition labels"]],
    [
      "labels that are no text",
      { name: "a", labels: { en: 1, vi: "" }, steps },
      ["invalid_definition labels.en", "invalid_definition labels.vi"],
    ],
    ["labels as a list", { name: "a", labels: ["A"], steps }, ["invalid_definition labels"]],
  ])("%s", (_, definition, expected) => {
    expect(mistakes(definition)).toEqual(expected);
  });
});

describe("what is wrong with the own facts", () => {
  const vip = { fact: "vip", is: true };
  test.each([
    ["no object", [], ["invalid_definition ownFacts"]],
    ["a kind that is not known", { vip: "flag", age: "text" }, ["invalid_fact ownFacts.age"]],
    ["a name that is not plain", { vip: "flag", "my fact": "flag" }, ["invalid_fact ownFacts.my fact"]],
    ["the name of a built-in fact", { vip: "flag", orders: "flag" }, ["reserved_fact ownFacts.orders"]],
    [
      "the field of a built-in fact",
      { vip: "flag", revenueMinor: "number" },
      ["reserved_fact ownFacts.revenueMinor"],
    ],
    [
      "a wrong name of a wrong kind",
      { vip: "flag", "1st": 1 },
      ["invalid_fact ownFacts.1st", "invalid_fact ownFacts.1st"],
    ],
  ])("%s", (_, ownFacts, expected) => {
    const when = Array.isArray(ownFacts) ? BUYERS : { all: [vip, BUYERS] };
    expect(mistakes({ name: "a", ownFacts, steps: [{ id: "x", when }] })).toEqual(expected);
  });

  test("a fact whose kind is wrong cannot be named", () => {
    const definition = { name: "a", ownFacts: { vip: "bit" }, steps: [{ id: "x", when: vip }] };
    expect(mistakes(definition)).toEqual(["invalid_fact ownFacts.vip", "unknown_fact steps.0.when.fact"]);
  });
});

describe("what is wrong with the steps", () => {
  test.each([
    ["none stated", { name: "a" }, ["invalid_definition steps"]],
    ["no list", { name: "a", steps: { x: BUYERS } }, ["invalid_definition steps"]],
    ["an empty list", { name: "a", steps: [] }, ["no_steps steps"]],
    [
      "too many",
      { name: "a", steps: Array.from({ length: 255 }, (_, id) => ({ id: `${id}`, when: BUYERS })) },
      ["too_many_steps steps"],
    ],
    ["a step that is no object", withStep("x"), ["invalid_definition steps.0"]],
    [
      "a step that is missing",
      { name: "a", steps: [undefined, { id: "x", when: BUYERS }] },
      ["invalid_definition steps.0"],
    ],
    ["no id", withStep({ when: BUYERS }), ["empty_step steps.0.id"]],
    ["an empty id", withStep({ id: "", when: BUYERS }), ["empty_step steps.0.id"]],
    ["an id that is no text", withStep({ id: 7, when: BUYERS }), ["invalid_definition steps.0.id"]],
    [
      "an id twice",
      {
        name: "a",
        steps: [
          { id: "x", when: BUYERS },
          { id: "x", when: BUYERS },
        ],
      },
      ["duplicate_step steps.1.id"],
    ],
    ["no criterion", withStep({ id: "x" }), ["invalid_criterion steps.0.when"]],
    [
      "a property that is not known",
      withStep({ id: "x", when: BUYERS, label: "X" }),
      ["invalid_definition steps.0.label"],
    ],
    [
      "labels that are no text",
      withStep({ id: "x", when: BUYERS, labels: { en: null } }),
      ["invalid_definition steps.0.labels.en"],
    ],
    [
      "descriptions that are no object",
      withStep({ id: "x", when: BUYERS, descriptions: "X" }),
      ["invalid_definition steps.0.descriptions"],
    ],
    [
      "a fact that is not known",
      withStep({ id: "x", when: { fact: "order", atLeast: 1 } }),
      ["unknown_fact steps.0.when.fact"],
    ],
    [
      "a threshold that does not fit",
      withStep({ id: "x", when: { fact: "orders", atLeast: "many" } }),
      ["invalid_threshold steps.0.when.atLeast"],
    ],
    [
      "money without a currency",
      withStep({ id: "x", when: { fact: "revenue", atLeast: 5 } }),
      ["currency_required steps.0.when.atLeast"],
    ],
  ])("%s", (_, definition, expected) => {
    expect(mistakes(definition)).toEqual(expected);
  });

  test("a wrong currency is one mistake, not one more per threshold on money", () => {
    const when = {
      all: [
        { fact: "revenue", atLeast: 5 },
        { fact: "profit", atLeast: 5 },
      ],
    };
    expect(mistakes({ name: "a", currency: "ABC", steps: [{ id: "x", when }] })).toEqual([
      "unknown_currency currency",
    ]);
  });

  test("a criterion nested 10,000 deep", () => {
    let when: unknown = BUYERS;
    for (let level = 0; level < 10_000; level += 1) when = { not: when };
    expect(caught(withStep({ id: "x", when })).code).toBe("criterion_too_deep");
  });
});

describe("what is wrong with the notes of a calibration", () => {
  const note = { step: "x", fact: "orders", top: 0.2, amongCount: 5, threshold: 3 };
  test.each([
    ["no list", note, ["invalid_definition calibration"]],
    ["a note that is no object", ["x"], ["invalid_definition calibration.0"]],
    [
      "every field",
      [{ step: 1, fact: 1, top: 2, amongCount: -1, threshold: true }],
      ["step", "fact", "top", "amongCount", "threshold"].map(
        (name) => `invalid_definition calibration.0.${name}`,
      ),
    ],
    [
      "a threshold that is no number",
      [{ ...note, threshold: Number.NaN }],
      ["invalid_definition calibration.0.threshold"],
    ],
    ["a share of nothing", [note, { ...note, top: 0 }], ["invalid_definition calibration.1.top"]],
    ["a field that is not known", [{ ...note, remark: "" }], ["invalid_definition calibration.0.remark"]],
  ])("%s", (_, calibration, expected) => {
    expect(mistakes({ name: "a", steps: [{ id: "x", when: BUYERS }], calibration })).toEqual(expected);
  });
});

describe("the error", () => {
  test("names everything at once, with expected and received", () => {
    const error = caught({ name: "", climb: "up", windowDays: -1, steps: [{ id: "", when: {} }, 7] });
    expect(error.issues.map(({ path, expected, received }) => [path.join("."), expected, received])).toEqual([
      ["name", "a non-empty text", '""'],
      ["climb", "highest or stepwise", '"up"'],
      ["windowDays", "a whole number from 1 to 100,000", "-1"],
      ["steps.0.id", "a non-empty text", '""'],
      ["steps.0.when", expect.any(String), expect.any(String)],
      ["steps.1", "a step", "7"],
    ]);
  });

  test("stops listing at 100 mistakes", () => {
    const steps = Array.from({ length: 254 }, () => ({}));
    expect(caught({ name: "a", steps }).issues).toHaveLength(100);
  });
});
