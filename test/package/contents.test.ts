import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { describe, expect, inject, test } from "vitest";
import { ROOT } from "../support/house/checkout.ts";
import { importsOf } from "../support/house/imports.ts";
import { runNode } from "../support/house/runNode.ts";

const files = inject("packedFiles");
const packed = (path: string) =>
  readFileSync(join(inject("home"), "node_modules", "loyalty-ladder", path), "utf8");
const manifest = JSON.parse(packed("package.json"));

describe("the tarball", () => {
  test("holds the built package and its papers, nothing else", () => {
    const papers = ["CHANGELOG.md", "LICENSE", "README.md", "package.json"];
    const built = files.filter((path) => /^dist\/[\w-]+\.(?:js|cjs|d\.ts|d\.cts)$/.test(path));
    expect(files).toEqual([...built, ...papers].sort());
    expect(built.length).toBeGreaterThan(0);
  });

  test("holds every file that its manifest names", () => {
    const { exports, main, module, types } = manifest;
    const named = JSON.stringify([exports, main, module, types]).match(/\.\/dist\/[\w./-]+/g);
    expect(named?.filter((path) => !files.includes(path.slice("./".length)))).toEqual([]);
  });

  test("has no path of a machine and no source map", () => {
    const bad = /(?:^|[^A-Za-z0-9_.])\/(?:work|farm|tmp|root|home|Users)\/|sourceMappingURL/;
    expect(files.filter((path) => bad.test(packed(path)))).toEqual([]);
  });

  test("runs nothing when it is installed", () => {
    const hooks = ["preinstall", "install", "postinstall", "prepare", "preprepare", "postprepare"];
    expect(hooks.filter((hook) => hook in manifest.scripts)).toEqual([]);
  });

  test("needs three packages, in caret ranges, and imports no other", () => {
    expect(manifest.dependencies).toEqual({
      "date-fns": expect.stringMatching(/^\^4\./),
      "decimal.js": expect.stringMatching(/^\^10\./),
      zod: expect.stringMatching(/^\^4\./),
    });
    const code = files.filter((path) => /\.(?:js|cjs|d\.ts|d\.cts)$/.test(path));
    const imported = code.flatMap((path) => importsOf({ path, text: packed(path) }));
    const packages = imported.filter((line) => line.target === undefined);
    const names = new Set(packages.map((line) => line.specifier.split("/")[0] as string));
    expect([...names].filter((name) => !(name in manifest.dependencies))).toEqual([]);
  });
});

describe("the packed package", () => {
  test("is sound to publint: no error, no warning, no suggestion", async () => {
    const tarball = new Uint8Array(readFileSync(inject("tarball"))).buffer;
    const { messages, pkg } = await publint({ level: "suggestion", strict: true, pack: { tarball } });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  test("has right types for every way to import it (are the types wrong)", async () => {
    const command = join(ROOT, "node_modules", "@arethetypeswrong", "cli", "dist", "index.js");
    const words = [
      command,
      inject("tarball"),
      "--profile",
      "node16",
      "--format",
      "json",
      "--no-definitely-typed",
    ];
    const { exitCode, output, errors } = await runNode(words);
    const { analysis } = JSON.parse(output);
    // the older resolution of TypeScript 4 knows no subpaths; the profile node16 leaves it out
    const problems = analysis.problems.filter(
      (one: { resolutionKind?: string }) => one.resolutionKind !== "node10",
    );
    expect({ exitCode, problems, errors }).toEqual({ exitCode: 0, problems: [], errors: "" });
    expect(Object.keys(analysis.entrypoints)).toEqual(Object.keys(manifest.exports));
  });
});
