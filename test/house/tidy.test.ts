import { describe, expect, test } from "vitest";
import { bannedSyntaxViolations } from "../support/house/bannedSyntax.ts";
import { bannedPathViolations, bannedTextViolations } from "../support/house/bannedText.ts";
import { listFiles, publicDoors, readSources, readText } from "../support/house/checkout.ts";
import { deadFiles, unusedExports } from "../support/house/deadCode.ts";
import { FILE_LINES_MAX, FUNCTION_LINES_MAX, lengthViolations } from "../support/house/lengths.ts";
import { moduleCallViolations } from "../support/house/moduleCalls.ts";

const src = readSources("src");
const doors = [...publicDoors().values()];
const file = (text: string, path = "src/base/a.ts") => [{ path, text }];

describe("lengths", () => {
  test(`no file over ${FILE_LINES_MAX} lines, no function over ${FUNCTION_LINES_MAX}, unless it says why`, () => {
    expect(lengthViolations(readSources("src", "examples", "bench", "test/support"))).toEqual([]);
  });

  const lines = (count: number) => "x;\n".repeat(count);
  const longFunction = `const f = () => {\n${lines(FUNCTION_LINES_MAX - 1)}};\n`;

  test("the check reports what is one line too long", () => {
    expect(lengthViolations(file(lines(FILE_LINES_MAX)))).toEqual([]);
    expect(lengthViolations(file(lines(FILE_LINES_MAX + 1)))).toEqual(["src/base/a.ts has 251 lines"]);
    expect(lengthViolations(file(longFunction))).toEqual(["src/base/a.ts:1 begins a function of 71 lines"]);
    expect(lengthViolations(file(longFunction.replace("x;\n", "")))).toEqual([]);
  });

  test("the check takes a reason at the top, not further down and not an empty one", () => {
    expect(lengthViolations(file(`// long: one table\n${longFunction}`))).toEqual([]);
    expect(lengthViolations(file(`// long:\n${longFunction}`))).toHaveLength(1);
    expect(lengthViolations(file(`${longFunction}// long: one table\n`))).toHaveLength(1);
  });
});

describe("banned texts", () => {
  const texts = listFiles("").filter((path) =>
    /\.(?:ts|js|json|md|sh|csv|txt|yml)$|^[^.]+$|^\.ci\//.test(path),
  );

  test("no unfinished work, no path of a machine, nothing beside the checkout", () => {
    expect(bannedTextViolations(texts.map((path) => ({ path, text: readText(path) })))).toEqual([]);
  });

  test("no attic folders, no reference data", () => {
    expect(bannedPathViolations(listFiles(""))).toEqual([]);
  });

  test.each([
    ["src/base/a.ts", `// ${"TO"}DO later`],
    ["examples/report/main.ts", `const ${"place"}holder = 1;`],
    ["src/base/a.ts", `// not ${"implemented"} yet`],
    ["README.md", `see /${"tmp"}/a.csv`],
    ["test/a.test.ts", `read("/${"work"}/a.csv")`],
    ["bench/main.ts", `"C:${"\\"}data"`],
    ["src/base/a.ts", `"../${"shared"}/a.csv"`],
  ])("the check reports, in %s: %s", (path, text) => {
    expect(bannedTextViolations([{ path, text: `\n${text}` }])).toEqual([
      expect.stringContaining(`${path}:2: `),
    ]);
  });

  test("the check lets addresses, tests of shared data and Vietnamese text be", () => {
    expect(bannedTextViolations(file("// https://example.org/work/a, /usr/bin/env"))).toEqual([]);
    expect(bannedTextViolations([{ path: "test/a.test.ts", text: `"../${"shared"}/a.csv"` }])).toEqual([]);
    expect(bannedTextViolations(file(`"Khách hàng tiềm năng, toàn bộ"`))).toEqual([]);
  });

  test("the check reports attic folders and reference data", () => {
    const bad = [
      "src/utils/a.ts",
      "test/helpers/a.ts",
      "src/base/types.ts",
      "src/common.ts",
      "test/cdnow.csv",
    ];
    expect(bannedPathViolations([...bad, "src/base/issue.ts", "src/units/unit.ts"])).toEqual(bad);
  });
});

describe("banned constructs", () => {
  test("src has no any, clock, chance, host zone, host globals, default exports or suppressed checks", () => {
    expect(bannedSyntaxViolations(src)).toEqual([]);
  });

  test.each([
    "let a: any;",
    "f(a as any);",
    "// @ts-ignore",
    "// biome-ignore lint: no",
    "/* v8 ignore next */",
    "console.log(1);",
    "Date.now();",
    "new Date();",
    "new Date;",
    "Date();",
    "new Date(2026, 1, 1);",
    "date.getHours();",
    "date.setDate(1);",
    "date.getTimezoneOffset();",
    `new Intl.DateTimeFormat("en");`,
    "new Intl.NumberFormat();",
    "a.localeCompare(b);",
    "a.toLocaleString();",
    "Math.random();",
    "[1].map(Math.random);",
    "eval(a);",
    "new Function(a);",
    "export default 1;",
    "export default function f() {}",
    "process.env;",
    "window.x;",
    "class A {}",
    "const A = class {};",
    "f({ document });",
  ])("the check reports %s", (text) => {
    expect(bannedSyntaxViolations(file(text)).length).toBeGreaterThan(0);
  });

  test("the check lets the harmless relatives be", () => {
    const sound = `
      // any text, console and process in a comment
      const text = "Math.random() any";
      const document = parse(text);
      f(document.process, { process: 1 }, new Date(0), date.getUTCHours());
      interface Row { fetch(): void; window: number }
      new Intl.DateTimeFormat("en", { timeZone });
      a.localeCompare(b, "vi");
      export function f(): void {}
    `;
    expect(bannedSyntaxViolations(file(sound))).toEqual([]);
    expect(bannedSyntaxViolations(file("super.getHours();", "src/units/utcDate.ts"))).toEqual([]);
  });
});

describe("dead code", () => {
  test("every file of src is reached from a door", () => {
    expect(deadFiles(src, doors)).toEqual([]);
  });

  test("every export of src is public or used by another file of src", () => {
    expect(unusedExports(src, doors)).toEqual([]);
  });

  const door = { path: "src/index.ts", text: `export { a } from "./base/a.ts";` };

  test("the check reports a file that only dead files import", () => {
    const used = { path: "src/base/a.ts", text: "export const a = 1;" };
    const dead = { path: "src/base/b.ts", text: `import { a } from "./a.ts"; import "./c.ts";` };
    const imported = { path: "src/base/c.ts", text: "" };
    expect(deadFiles([door, used, dead, imported], [door.path])).toEqual([dead.path, imported.path]);
  });

  test("the check reports every kind of unused export, and none that is used under another name", () => {
    const exporting = {
      path: "src/base/a.ts",
      text: `
        export const a = 1, b = 2;
        export function c() {}
        export class D {}
        export interface E {}
        export type F = string;
        export const g = 3;
        const h = 4;
      `,
    };
    const importing = { path: "src/base/b.ts", text: `import { g as other, type E } from "./a.ts"; other;` };
    const unused = ["b", "c", "D", "F"].map((name) => `src/base/a.ts: ${name}`);
    expect(unusedExports([door, exporting, importing], [door.path])).toEqual(unused);
  });

  test("the check counts a star as use of all", () => {
    const all = { path: "src/index.ts", text: `export * from "./base/a.ts";` };
    const exporting = { path: "src/base/a.ts", text: "export const a = 1, b = 2;" };
    expect(unusedExports([all, exporting], [all.path])).toEqual([]);
  });
});

describe("calls at module scope", () => {
  test("src marks each of them pure", () => {
    expect(moduleCallViolations(src)).toEqual([]);
  });

  test.each([
    "f();",
    "const a = new Map();",
    "const a = tag`x`;",
    "export const a = { b: [f()] };",
    "const a = /* @__PURE__ */ f(g());",
    "if (a) { f(); }",
    "class A { static b = f(); }",
    "class A { static { f(); } }",
    "class A extends f() {}",
  ])("the check reports %s", (text) => {
    expect(moduleCallViolations(file(text))).toHaveLength(1);
  });

  test.each([
    "const a = /* @__PURE__ */ f();",
    "const a = /* @__PURE__ */ new Map();",
    "const a =\n  /* @__PURE__ */\n  f();",
    "const a = /* @__PURE__ */ f(/* @__PURE__ */ g());",
    "const a = () => f();",
    "function a() { f(); }",
    "class A { b = f(); c() { f(); } }",
    "const a: ReturnType<typeof f> = 1;",
  ])("the check lets be %s", (text) => {
    expect(moduleCallViolations(file(text))).toEqual([]);
  });
});
