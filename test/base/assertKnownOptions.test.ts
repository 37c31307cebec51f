import { describe, expect, test } from "vitest";
import { assertKnownOptions } from "../../src/base/assertKnownOptions.ts";

function paths(options: unknown): string[] {
  try {
    assertKnownOptions(options, ["asOf", "windowDays"], ["options"]);
    return [];
  } catch (error) {
    const { issues } = error as { issues: readonly { code: string; path: readonly string[] }[] };
    return issues.map(({ code, path }) => `${code} ${path.join(".")}`);
  }
}

describe("assertKnownOptions", () => {
  test("finds every typo at once, and takes undefined for absent", () => {
    expect(paths({ asOf: "2026-06-30" })).toEqual([]);
    expect(paths({ windowday: undefined })).toEqual([]);
    expect(paths({ windowday: 30, asof: "x" })).toEqual([
      "invalid_option options.windowday",
      "invalid_option options.asof",
    ]);
  });

  test("refuses what is no object of options", () => {
    for (const odd of [null, undefined, [], "asOf", 5])
      expect(paths(odd)).toEqual(["invalid_option options"]);
  });
});
