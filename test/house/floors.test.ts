import { describe, expect, test } from "vitest";
import { readSources, type SourceText } from "../support/house/checkout.ts";
import { floorViolations } from "../support/house/floors.ts";

/** A house of files that hold nothing but imports. */
function house(files: Record<string, string[]>): SourceText[] {
  return Object.entries(files).map(([path, specifiers]) => ({
    path,
    text: specifiers.map((specifier) => `import { x } from "${specifier}";`).join("\n"),
  }));
}

test("in src, imports only go down, between files, without cycles", () => {
  expect(floorViolations(readSources("src"))).toEqual([]);
});

describe("the check of floors", () => {
  test("lets a room import its own files and lower floors, and the front door import doors", () => {
    const sound = house({
      "src/index.ts": ["./scales/index.ts"],
      "src/scales/index.ts": ["./census.ts"],
      "src/scales/census.ts": ["./scale.ts", "../base/issue.ts"],
      "src/scales/scale.ts": [],
      "src/base/issue.ts": [],
    });
    expect(floorViolations(sound)).toEqual([]);
  });

  const bad: [name: string, files: Record<string, string[]>, violation: RegExp][] = [
    [
      "an arrow that goes up",
      { "src/base/a.ts": ["../units/b.ts"], "src/units/b.ts": [] },
      /up from floor 0 to 1/,
    ],
    [
      "two rooms of one floor",
      { "src/criteria/a.ts": ["../customers/b.ts"], "src/customers/b.ts": [] },
      /criteria and customers share floor 2/,
    ],
    [
      "an import of the own door",
      { "src/base/a.ts": ["./index.ts"], "src/base/index.ts": [] },
      /only a door/,
    ],
    ["a barrel", { "src/units/a.ts": ["../base/index.ts"], "src/base/index.ts": [] }, /only a door/],
    ["a missing ending", { "src/base/a.ts": ["./b"], "src/base/b.ts": [] }, /ending \.ts is missing/],
    ["a file that is not there", { "src/base/a.ts": ["./b.ts"] }, /no such file/],
    ["a room without a floor", { "src/cellar/a.ts": [] }, /src\/cellar has no floor/],
    [
      "a cycle",
      { "src/base/a.ts": ["./b.ts"], "src/base/b.ts": ["./c.ts"], "src/base/c.ts": ["./b.ts"] },
      /^cycle: src\/base\/b\.ts → src\/base\/c\.ts → src\/base\/b\.ts$/,
    ],
  ];
  test.each(bad)("reports %s", (_name, files, violation) => {
    expect(floorViolations(house(files))).toEqual([expect.stringMatching(violation)]);
  });

  test("reads type imports, re-exports and dynamic imports too", () => {
    const texts = [
      `import type { X } from "../units/b.ts";`,
      `export * from "../units/b.ts";`,
      `import("../units/b.ts");`,
    ];
    for (const text of texts) {
      const sources = [
        { path: "src/base/a.ts", text },
        { path: "src/units/b.ts", text: "" },
      ];
      expect(floorViolations(sources)).toEqual([
        `src/base/a.ts:1 imports ../units/b.ts: up from floor 0 to 1`,
      ]);
    }
  });
});
