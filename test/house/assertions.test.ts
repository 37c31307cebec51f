import { describe, expect, test } from "vitest";
import { putAsideTests, testsWithoutAssertion } from "../support/house/assertions.ts";
import { listFiles, readText } from "../support/house/checkout.ts";

const read = (path: string) => ({ path, text: readText(path) });
const tests = listFiles("test")
  .filter((path) => /\.test(?:-d)?\.ts$/.test(path))
  .map(read);
const support = listFiles("test")
  .filter((path) => path.endsWith(".ts") && !/\.test(?:-d)?\.ts$/.test(path))
  .map(read);
const file = (text: string) => [{ path: "test/a.test.ts", text }];

test("no test is skipped, focused, empty or meant to fail", () => {
  expect(putAsideTests(tests)).toEqual([]);
});

test("every test asserts something", () => {
  expect(tests.length).toBeGreaterThan(0);
  expect(testsWithoutAssertion(tests, support)).toEqual([]);
});

describe("the check of tests put aside", () => {
  test.each([
    `test.${"skip"}("a", f);`,
    `it.${"only"}("a", f);`,
    `describe.${"todo"}("a");`,
    `test.${"fails"}("a", f);`,
    `test.concurrent.${"skip"}("a", f);`,
    `x${"it"}("a", f);`,
    `test.${"skipIf"}(process.env.CI)("a", f);`,
    `test("a", (context) => context.${"skip"}());`,
  ])("reports %s", (text) => {
    expect(putAsideTests(file(text))).toHaveLength(1);
  });

  test("lets a test go without data that is not in the checkout, and other things called skip", () => {
    expect(putAsideTests(file(`test.skipIf(!existsSync(sharedData))("a", f); list.skip(3);`))).toEqual([]);
  });
});

describe("the check of assertions", () => {
  test.each([
    `test("a", () => { f(); });`,
    `it("a", async () => f());`,
    `test("a", function () {});`,
    `test.each([1])("a", (n) => { f(n); });`,
    `test.prop([fc.nat()])("a", (n) => { f(n); });`,
    `test("a", () => fc.assert(fc.property(fc.nat(), (n) => { f(n); })));`,
    `function law() { f(); } test("a", () => law());`,
    `test("a", f);`,
  ])("reports %s", (text) => {
    expect(testsWithoutAssertion(file(text), [])).toHaveLength(1);
  });

  test.each([
    `test("a", () => { expect(1).toBe(1); });`,
    `test("a", async () => { await expect(f()).rejects.toThrow(); });`,
    `test("a", () => assert.equal(1, 1));`,
    `test("a", () => { expectTypeOf(1).toEqualTypeOf<number>(); });`,
    `test.each([1])("a", (n) => { expect(n).toBe(1); });`,
    `test.prop([fc.nat()])("a", (n) => n >= 0);`,
    `test.prop([fc.nat()])("a", (n) => { return n >= 0; });`,
    `test("a", () => fc.assert(fc.property(fc.nat(), (n) => n >= 0)));`,
    `test("a", () => fc.assert(fc.property(fc.nat(), (n) => { expect(n).toBe(n); })));`,
    `function inner() { expect(1).toBe(1); } const law = () => inner(); test("a", () => law());`,
    `test("a", () => sharedLaw(1));`,
    `test("a", sharedLaw);`,
    `test.each([1])("a", sharedLaw);`,
  ])("lets be %s", (text) => {
    const support = [
      { path: "test/support/laws.ts", text: `export function sharedLaw(n) { expect(n).toBe(1); }` },
    ];
    expect(testsWithoutAssertion(file(text), support)).toEqual([]);
  });
});
