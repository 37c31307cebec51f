import { expectTypeOf, test } from "vitest";
import type { Criterion } from "../../src/criteria/criterion.ts";
import type { ExplainedPart, Explanation } from "../../src/criteria/explainedPart.ts";
import { en } from "../../src/criteria/locales/en.ts";
import { sentenceOf } from "../../src/criteria/sentenceOf.ts";

type Known = Criterion<"orders" | "revenue">;

test("a criterion over known facts takes no other", () => {
  expectTypeOf<{ fact: "orders"; atLeast: number }>().toExtend<Known>();
  expectTypeOf<{ fact: "order"; atLeast: number }>().not.toExtend<Known>();
  expectTypeOf<{ sum: ["orders", "order"]; atLeast: number }>().not.toExtend<Known>();
  expectTypeOf<{
    fact: "revenue";
    atLeast: { top: number; among: { fact: "order"; is: 1 } };
  }>().not.toExtend<Known>();
});

test("every criterion over known facts is a criterion", () => {
  expectTypeOf<Known>().toExtend<Criterion>();
});

test("only atLeast takes an open threshold", () => {
  type Top = { top: number; among: { all: [] } };
  expectTypeOf<{ fact: "orders"; atLeast: Top }>().toExtend<Criterion>();
  expectTypeOf<{ fact: "orders"; moreThan: Top }>().not.toExtend<Criterion>();
});

test("parts of an explanation are told apart by kind", () => {
  type Kinds = ExplainedPart["kind"];
  expectTypeOf<Kinds>().toEqualTypeOf<"comparison" | "oneOf" | "impossible">();
  expectTypeOf<Explanation["met"][number]["kind"]>().toEqualTypeOf<"comparison">();
});

test("sentences come in shipped languages or in a locale of your own", () => {
  expectTypeOf(sentenceOf).toBeCallableWith({ kind: "impossible" }, "vi");
  expectTypeOf(sentenceOf).toBeCallableWith({ kind: "impossible" }, { ...en, code: "en-GB" });
  // @ts-expect-error there are no French sentences
  sentenceOf({ kind: "impossible" }, "fr");
});
