import { describe, expect, test } from "vitest";
import { readSources } from "../support/house/checkout.ts";
import { doorViolations } from "../support/house/doors.ts";

const importing = (path: string, specifier: string) => [{ path, text: `import { x } from "${specifier}";` }];

test("src imports packages at their one door only", () => {
  expect(doorViolations(readSources("src"))).toEqual([]);
});

describe("the check of doors", () => {
  test.each([
    ["src/intake/readOrders.ts", "zod/mini"],
    ["src/units/decimal.ts", "decimal.js"],
    ["src/units/calendar.ts", "date-fns/addYears"],
    ["src/scales/census.ts", "../base/issue.ts"],
  ])("lets %s import %s", (path, specifier) => {
    expect(doorViolations(importing(path, specifier))).toEqual([]);
  });

  test.each([
    ["src/scales/census.ts", "zod/mini"],
    ["src/intake/readOrders.ts", "zod"],
    ["src/units/money.ts", "decimal.js"],
    ["src/units/calendar.ts", "date-fns"],
    ["src/customers/history.ts", "date-fns/addYears"],
    ["src/base/issue.ts", "node:fs"],
  ])("reports %s importing %s", (path, specifier) => {
    expect(doorViolations(importing(path, specifier))).toEqual([`${path}:1 imports ${specifier}`]);
  });
});
