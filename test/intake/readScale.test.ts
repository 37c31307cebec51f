import { describe, expect, test } from "vitest";
import { readScale } from "../../src/intake/index.ts";
import { defineScale } from "../../src/scales/defineScale.ts";

const definition = {
  name: "buyers",
  currency: "USD",
  steps: [
    { id: "buyer", when: { fact: "orders", atLeast: 1 } },
    { id: "big", when: { fact: "revenue", atLeast: { top: 0.2, among: { fact: "orders", atLeast: 1 } } } },
  ],
} as const;

describe("readScale", () => {
  test("reads back what was stored", () => {
    const scale = defineScale(definition);
    expect(readScale(JSON.parse(JSON.stringify(scale)))).toEqual(scale);
    expect(readScale(definition)).toEqual(scale);
  });

  test("refuses another format", () => {
    const json = { ...definition, format: "loyalty-ladder/history@1" };
    expect(() => readScale(json)).toThrow(
      expect.objectContaining({ code: "unknown_format", path: ["format"] }),
    );
  });

  test("lists everything that is wrong", () => {
    const json = {
      name: "x",
      steps: [
        { id: "", when: { fact: "orders", atLeast: 1 } },
        { id: "a", when: { fact: "mood", is: 1 } },
      ],
    };
    expect(() => readScale(json)).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ code: "empty_step" }),
          expect.objectContaining({ code: "unknown_fact" }),
        ],
      }),
    );
  });

  test.each([null, undefined, 5, [], '{ "name": "unparsed" }'])("refuses %j", (json) => {
    expect(() => readScale(json)).toThrow(expect.objectContaining({ code: "invalid_definition", path: [] }));
  });
});
