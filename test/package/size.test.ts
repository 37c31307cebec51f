import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, inject, test } from "vitest";
import { publicDoors } from "../support/house/checkout.ts";
import { SUBPATH_CEILINGS, VERB_CEILINGS } from "./sizeCeilings.ts";

interface Bundle {
  readonly bytes: number;
  readonly text: string;
  /** The packages that the program pulls in. */
  readonly packages: readonly string[];
}

/** Bundles a program as a browser's bundler would; `external` leaves the dependencies out. */
async function bundle(program: string, dependencies: "bundled" | "external"): Promise<Bundle> {
  const result = await build({
    stdin: { contents: program, resolveDir: inject("home") },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    external: dependencies === "external" ? ["zod", "decimal.js", "date-fns"] : [],
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const [output] = Object.values(result.metafile.outputs);
  const used = Object.entries(output?.inputs ?? {}).filter(([, part]) => part.bytesInOutput > 0);
  const names = used.map(([path]) => /.*node_modules\/([^/]+)\//.exec(path)?.[1] ?? "");
  const text = result.outputFiles[0]?.text ?? "";
  return {
    bytes: brotliCompressSync(text).length,
    text,
    packages: [...new Set(names)].filter((name) => name !== ""),
  };
}

/** How far below its ceiling a size may lie; a ceiling further up would guard nothing. */
const SLACK = 0.1;

function fitsUnder(ceiling: number, bytes: number): boolean {
  return bytes <= ceiling && bytes > ceiling * (1 - SLACK);
}

describe("sizes, minified and brotli", () => {
  test.each([...SUBPATH_CEILINGS, ...VERB_CEILINGS])("$program", async ({ program, own, whole, because }) => {
    const bytes = {
      own: (await bundle(program, "external")).bytes,
      whole: (await bundle(program, "bundled")).bytes,
    };
    expect(because).not.toBe("");
    const fits = { own: fitsUnder(own, bytes.own), whole: fitsUnder(whole, bytes.whole) };
    expect(fits, `measured ${JSON.stringify(bytes)}`).toEqual({ own: true, whole: true });
  });

  test("the check refuses what is too heavy, and a ceiling that is too high", () => {
    expect([901, 1000].map((bytes) => fitsUnder(1000, bytes))).toEqual([true, true]);
    expect([1001, 900].map((bytes) => fitsUnder(1000, bytes))).toEqual([false, false]);
  });

  test("every subpath has a ceiling", () => {
    const programs = SUBPATH_CEILINGS.map((ceiling) => ceiling.program);
    expect(programs).toEqual([...publicDoors().keys()].map((subpath) => `export * from "${subpath}";`));
  });
});

describe("what must not appear", () => {
  const mayParse = [
    "loyalty-ladder",
    "loyalty-ladder/intake",
    "loyalty-ladder/points",
    "loyalty-ladder/report",
  ];
  const mayNot = [...publicDoors().keys()].filter((subpath) => !mayParse.includes(subpath));

  test.each(mayNot)("%s pulls in neither zod nor decimal.js", async (subpath) => {
    const { packages } = await bundle(`export * from "${subpath}";`, "bundled");
    expect(packages.filter((name) => !["loyalty-ladder", "date-fns"].includes(name))).toEqual([]);
  });

  test("a program that does need them shows them", async () => {
    const { packages } = await bundle(`export * from "loyalty-ladder/intake";`, "bundled");
    expect(packages).toContain("zod");
  });

  /** Text that shows a clock, chance, a host, code from text, or a build that turned `??` into calls. */
  const MUST_NOT_APPEAR =
    /\beval\(|\bnew Function\b|Date\.now|Math\.random|\bconsole\.|\bprocess\.|["']node:|\bBuffer\b|_nullishCoalesce|__require/;

  test.each([...publicDoors().keys()])(
    "%s has no trace of a clock, chance, host or code from text",
    async (subpath) => {
      const { text } = await bundle(`export * from "${subpath}";`, "external");
      expect(MUST_NOT_APPEAR.exec(text)?.[0]).toBeUndefined();
    },
  );

  test("CJS is not turned into older JavaScript", async () => {
    const { text } = await bundle(`module.exports = require("loyalty-ladder");`, "external");
    expect(text).not.toMatch(/_nullishCoalesce|_optionalChain|__init/);
    expect(text).toMatch(/\?\?/);
  });

  test("a small verb drags no scale, no locale and no parser along", async () => {
    const { text, packages } = await bundle(`export { isLoyaltyError } from "loyalty-ladder";`, "bundled");
    expect(packages).toEqual(["loyalty-ladder"]);
    expect(/raving-fan|Khách hàng|orders|invalid_row/.exec(text)?.[0]).toBeUndefined();
  });
});
