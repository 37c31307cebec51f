import { fc } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { describeReceived } from "../../src/base/describeReceived.ts";

describe("describeReceived", () => {
  test.each<[unknown, string]>([
    ["text", '"text"'],
    ["", '""'],
    [1.5, "1.5"],
    [-0, "-0"],
    [Number.NaN, "NaN"],
    [null, "null"],
    [undefined, "undefined"],
    [true, "true"],
    [Symbol("s"), "Symbol(s)"],
    [() => 1, "function"],
    [[1, 2], "array of 2"],
    [{ secret: 1 }, "object"],
    [new Date(0), "1970-01-01T00:00:00.000Z"],
    [new Date(Number.NaN), "invalid Date"],
  ])("%s becomes %s", (value, text) => {
    expect(describeReceived(value)).toBe(text);
  });

  test("writes bigints", () => {
    expect(describeReceived(12n)).toBe("12");
  });

  test("never writes more than 80 characters", () => {
    expect(describeReceived("x".repeat(10_000))).toMatch(/^"x{78}…$/);
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(describeReceived(value).length).toBeLessThanOrEqual(80);
      }),
    );
  });

  test("survives a value that throws when it is looked at", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(describeReceived(proxy)).toBe("object");
  });
});
