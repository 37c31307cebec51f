import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { publicDoors, ROOT, readText } from "../support/house/checkout.ts";
import { fencesOf } from "../support/house/markdown.ts";
import { runNode } from "../support/house/runNode.ts";

const subpaths = [...publicDoors().keys()];

/** Writes a program next to the installed package and runs it. */
async function run(name: string, program: string): Promise<unknown> {
  const file = join(inject("home"), name);
  writeFileSync(file, program);
  const { exitCode, output, errors } = await runNode([file], { cwd: inject("home") });
  expect(errors).toBe("");
  expect(exitCode).toBe(0);
  return JSON.parse(output);
}

const printNames = `process.stdout.write(JSON.stringify(modules.map((module) => Object.keys(module).sort())));`;

describe("the installed package", () => {
  test("exports the same names to import and to require, under every subpath", async () => {
    const imports = subpaths.map((subpath) => `await import("${subpath}")`).join(", ");
    const requires = subpaths.map((subpath) => `require("${subpath}")`).join(", ");
    const imported = await run("names.mjs", `const modules = [${imports}]; ${printNames}`);
    const required = await run("names.cjs", `const modules = [${requires}]; ${printNames}`);
    expect(required).toEqual(imported);
    expect((imported as string[][]).map((names) => names.length > 0)).toEqual(subpaths.map(() => true));
  });

  test("exports what surface.txt lists", async () => {
    const lines = readText("test/house/surface.txt").split("\n");
    const listed = subpaths.map((subpath) => {
      const start = lines.indexOf(subpath) + 1;
      const block = lines.slice(start, lines.indexOf("", start));
      return block.filter((line) => !line.startsWith("  type ")).map((line) => line.trim().split(/\s+/)[1]);
    });
    const imports = subpaths.map((subpath) => `await import("${subpath}")`).join(", ");
    expect(await run("listed.mjs", `const modules = [${imports}]; ${printNames}`)).toEqual(listed);
  });

  test("lets nobody past its doors, but shows its manifest", async () => {
    const program = `
      import { createRequire } from "node:module";
      const require = createRequire(import.meta.url);
      const inside = await import("loyalty-ladder/dist/index.js").then(() => "open", (error) => error.code);
      process.stdout.write(JSON.stringify([inside, require("loyalty-ladder/package.json").name]));
    `;
    expect(await run("doors.mjs", program)).toEqual(["ERR_PACKAGE_PATH_NOT_EXPORTED", "loyalty-ladder"]);
  });

  test("recognises an error of its other copy, and is one class across subpaths", async () => {
    const program = `
      import { createRequire } from "node:module";
      import { isLoyaltyError, LoyaltyError } from "loyalty-ladder";
      import { defineScale } from "loyalty-ladder/scales";
      const require = createRequire(import.meta.url);
      const caught = (define) => { try { define({}); } catch (error) { return error; } };
      const fromImport = caught(defineScale);
      const fromRequire = caught(require("loyalty-ladder/scales").defineScale);
      process.stdout.write(JSON.stringify({
        recognised: [fromImport, fromRequire].map(isLoyaltyError),
        recognisedByOther: [fromImport, fromRequire].map(require("loyalty-ladder").isLoyaltyError),
        oneClassInEsm: fromImport instanceof LoyaltyError,
        oneClassInCjs: fromRequire instanceof require("loyalty-ladder").LoyaltyError,
        codes: fromImport.code === fromRequire.code,
      }));
    `;
    expect(await run("errors.mjs", program)).toEqual({
      recognised: [true, true],
      recognisedByOther: [true, true],
      oneClassInEsm: true,
      oneClassInCjs: true,
      codes: true,
    });
  });

  test("does nothing on import: no global, no listener, no timer, no output", async () => {
    // zod registers itself under names of its own; that is its doing, and it does no harm
    const program = `
      const look = () => ({
        globals: Object.getOwnPropertyNames(globalThis).filter((name) => !name.startsWith("__zod_")),
        symbols: Object.getOwnPropertySymbols(globalThis).length,
        builtins: [Object, Array, Function, Date, Map, Set, Number, String, Promise, Error, Uint8Array, Intl]
          .map((one) => [one, one.prototype ?? {}].map((part) => Reflect.ownKeys(part).length)),
        listeners: process.eventNames().map((name) => [String(name), process.listenerCount(name)]),
        resources: process.getActiveResourcesInfo().sort(),
        zone: process.env.TZ ?? null,
      });
      // what Node itself sets up for output and for the first import is not ours
      await import("node:fs"); process.stdout; process.stderr; await import("data:text/javascript,");
      const before = JSON.stringify(look());
      for (const subpath of ${JSON.stringify(subpaths)}) await import(subpath);
      const after = JSON.stringify(look());
      process.stdout.write(JSON.stringify({ before, after }));
    `;
    const { before, after } = (await run("quiet.mjs", program)) as Record<"before" | "after", string>;
    expect(JSON.parse(after)).toEqual(JSON.parse(before));
  });
});

describe("the installed package in TypeScript", () => {
  const compile = async (files: Record<string, string>, options: object = {}) => {
    const folder = mkdtempSync(join(inject("home"), "typescript-"));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      module: "node16",
      target: "es2022",
      lib: ["es2022"],
      types: [],
      noEmit: true,
      skipLibCheck: false,
      ...options,
    };
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions, files: Object.keys(files) }),
    );
    return runNode([join(ROOT, "node_modules", "typescript", "bin", "tsc")], { cwd: folder });
  };
  const sound = { exitCode: 0, output: "", errors: "" };
  const program = (importing: (subpath: string, name: string) => string) =>
    `${subpaths.map((subpath, index) => importing(subpath, `door${index}`)).join("\n")}
     import { isLoyaltyError, type LoyaltyError } from "loyalty-ladder";
     const error: unknown = new Error();
     export const code: string = isLoyaltyError(error) ? error.code : "";
     export const paths: readonly (LoyaltyError | undefined)[] = [];
     // @ts-expect-error: there is no such name
     export type No = typeof door0.noSuchName;`;

  test("serves a strict ESM and a strict CJS program", async () => {
    const esm = program((subpath, name) => `import * as ${name} from "${subpath}";\nexport { ${name} };`);
    const cjs = program((subpath, name) => `import ${name} = require("${subpath}");\nexport { ${name} };`);
    expect(await compile({ "esm.mts": esm, "cjs.cts": cjs })).toEqual(sound);
  });

  test("serves a bundler's program", async () => {
    const esm = program((subpath, name) => `import * as ${name} from "${subpath}";\nexport { ${name} };`);
    expect(await compile({ "bundled.ts": esm }, { module: "esnext", moduleResolution: "bundler" })).toEqual(
      sound,
    );
  });

  test("compiles every block of code of the README", async () => {
    const programs: string[] = [];
    for (const { language, marker, line, code } of fencesOf(readText("README.md"))) {
      if (language !== "ts") continue;
      const earlier = marker === "continues" ? (programs.pop() ?? "") : "";
      // Blank lines before it give every line the number that it has in the README.
      programs.push(`${earlier}${"\n".repeat(line - earlier.split("\n").length)}${code}\n`);
    }
    const files = Object.fromEntries(
      programs.map((text, index) => [`README${index}.mts`, `${text}export {};\n`]),
    );
    expect(
      await compile(files, { types: ["node"], typeRoots: [join(ROOT, "node_modules", "@types")] }),
    ).toEqual(sound);
  });

  test("reports a program that is wrong", async () => {
    const bad = `import { isLoyaltyError } from "loyalty-ladder"; isLoyaltyError(); export * from "loyalty-ladder/base";`;
    const { exitCode, output } = await compile({ "bad.mts": bad });
    expect(exitCode).not.toBe(0);
    expect(output.match(/error TS/g)).toHaveLength(2);
  });
});
