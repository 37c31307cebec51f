import { describe, expect, test } from "vitest";
import { ALL_MESSAGES } from "../support/house/allMessages.ts";
import { publicDoors, ROOT, readManifest, readSources, readText } from "../support/house/checkout.ts";
import { unknownCodes } from "../support/house/docExamples.ts";
import { throwingFunctions } from "../support/house/mayThrow.ts";
import {
  createProgram,
  docViolations,
  doorViolations,
  exportsOf,
  hiddenTypes,
} from "../support/house/surface.ts";

const manifest = readManifest();
const doors = [...publicDoors()];
const program = createProgram(doors.map(([, door]) => door));
const surface = doors.map(([specifier, door]) => ({ specifier, door, exports: exportsOf(program, door) }));

describe("the public surface", () => {
  test("is the list in surface.txt (vitest -u rewrites it)", async () => {
    const text = surface.map(({ specifier, exports }) =>
      [specifier, ...exports.map(({ kind, name }) => `  ${kind.padEnd(8)} ${name}`), ""].join("\n"),
    );
    await expect(text.join("\n")).toMatchFileSnapshot("surface.txt");
  });

  test("every subpath of package.json has code and types for import and for require", () => {
    const built = Object.keys(manifest.exports).map((subpath) => {
      const name = subpath === "." ? "index" : subpath.slice("./".length);
      const files = (types: string, code: string) => ({
        types: `./dist/${name}.${types}`,
        default: `./dist/${name}.${code}`,
      });
      return [subpath, { import: files("d.ts", "js"), require: files("d.cts", "cjs") }];
    });
    expect(manifest.exports).toEqual({ ...Object.fromEntries(built), "./package.json": "./package.json" });
  });

  test.each(surface)("$specifier exports at run time what its types say", async ({ door, exports }) => {
    const module = await import(/* @vite-ignore */ ROOT + door);
    const names = exports.filter((one) => one.kind !== "type").map((one) => one.name);
    expect(Object.keys(module).sort()).toEqual(names.sort());
  });

  test.each(surface)("$specifier names its exports by hand and holds nothing else", ({ door }) => {
    expect(doorViolations(readText(door))).toEqual([]);
  });
});

describe("the documentation of the public surface", () => {
  const exports = new Map(surface.flatMap((door) => door.exports.map((one) => [one.symbol, one] as const)));
  const throwing = throwingFunctions(program);

  test("describes every name, and shows an example and the errors of every function", () => {
    const violations = [...exports.values()].flatMap((one) =>
      docViolations(one, throwing).map((violation) => `${one.name} ${violation}`),
    );
    expect(violations).toEqual([]);
  });

  test("every type that a signature mentions can be imported", () => {
    expect(hiddenTypes(program, [...exports.values()])).toEqual([]);
  });

  test("every code that src says it throws exists", () => {
    expect(readSources("src").flatMap((source) => unknownCodes(source, ALL_MESSAGES))).toEqual([]);
  });
});

describe("the checks of the surface", () => {
  const DOOR = "src/virtual/index.ts";
  const look = (text: string, door = `export * from "./a.ts";`) => {
    const sample = createProgram([DOOR], { [DOOR]: door, "src/virtual/a.ts": text });
    const exports = exportsOf(sample, DOOR);
    const throwing = throwingFunctions(sample);
    const docs = exports.flatMap((one) =>
      docViolations(one, throwing).map((violation) => `${one.name} ${violation}`),
    );
    return {
      kinds: exports.map(({ kind, name }) => `${kind} ${name}`),
      docs,
      hidden: hiddenTypes(sample, exports),
    };
  };

  test("list functions, classes, values and types by name", () => {
    const text =
      "export function b() {} export class A {} export const c = 1; export const d = () => 1; export type E = 1;";
    expect(look(text).kinds).toEqual(["class A", "type E", "function b", "value c", "function d"]);
    expect(look(text, `export { c as z } from "./a.ts";`).kinds).toEqual(["value z"]);
  });

  test("report what the documentation lacks", () => {
    const documented = "/**\n * Answers one, always.\n * @example\n * one(); // => 1\n */\n";
    expect(look(`${documented}export function one() { return 1; }`).docs).toEqual([]);
    expect(look(`${documented}export function one() { throw new Error(); }`).docs).toEqual([
      "one may throw but has no @throws",
    ]);
    const safe = documented.replace("always.", "always. Never throws.");
    expect(look(`${safe}export function one() { throw new Error(); }`).docs).toEqual([]);
    expect(look("export function one() { return 1; }").docs).toEqual([
      "one has no description",
      "one has no @example with a value",
    ]);
    expect(look("/** Short. */\nexport interface One {}").docs).toEqual(["One has no description"]);
    expect(look("/** What one is, in words. */\nexport const one = 1;").docs).toEqual([]);
  });

  test("follow throws through calls, and not out of a try", () => {
    const docs = (body: string) =>
      look(`function bad() { if (Math.PI) throw 1; } ${body}`).docs.filter((one) => /throws/.test(one));
    expect(docs("const via = () => [1].map(() => bad()); export function f() { via(); }")).toHaveLength(1);
    expect(docs("export function f(): void; export function f(a?: 1) { a; bad(); }")).toHaveLength(1);
    expect(docs("export function f() { try { bad(); } finally { } }")).toHaveLength(1);
    expect(docs("export function f() { try { } catch { bad(); } }")).toHaveLength(1);
    expect(docs("export function f() { try { bad(); } catch { return 1; } return 2; }")).toEqual([]);
    expect(
      docs("function assertInvariant() { throw 1; } export function f() { assertInvariant(); }"),
    ).toEqual([]);
  });

  test("report types that a signature mentions and no door exports", () => {
    const text = `
      interface Hidden { a: 1 } interface Base {} type Inner = 1;
      export type Alias = Hidden | Base;
      export function over(a: Alias): void;
      export function over(a: Alias, b?: Inner): void { a; b; }
      export interface Open extends Base { b: Hidden[] }
      export function f<T extends Open>(a: T): Promise<Inner> { const c: Hidden = a as never; return c as never; }
    `;
    expect(look(text).hidden).toEqual(["Open: Base", "Open: Hidden", "f: Inner"]);
  });

  test("report doors that hold more than names", () => {
    expect(doorViolations(`export { a } from "./a.ts"; export type { B } from "./b.ts";`)).toEqual([]);
    for (const bad of [
      `export * from "./a.ts";`,
      `export * as a from "./a.ts";`,
      "export const a = 1;",
      `import "./a.ts";`,
    ]) {
      expect(doorViolations(bad)).toEqual([bad]);
    }
  });

  test("report codes that do not exist", () => {
    const text = "/** @throws `empty_id`, `no_such`\n * @example\n * f(); // throws nor_this\n */";
    const source = { path: "src/a.ts", text };
    expect(unknownCodes(source, ALL_MESSAGES)).toEqual(["src/a.ts:1: no_such", "src/a.ts:2: nor_this"]);
  });
});
