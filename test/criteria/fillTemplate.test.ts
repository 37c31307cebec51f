import { expect, test } from "vitest";
import { fillTemplate } from "../../src/criteria/fillTemplate.ts";

test("values stand for tokens, once, and a token without a value stays", () => {
  expect(fillTemplate("{a} {b}{a} {c}", { a: "{b}", b: 2 })).toBe("{b} 2{b} {c}");
});
