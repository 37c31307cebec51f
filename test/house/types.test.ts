import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listFiles, ROOT, readManifest } from "../support/house/checkout.ts";
import { runNode } from "../support/house/runNode.ts";

const compile = (project: string) => runNode(["node_modules/typescript/bin/tsc", "-p", project]);
const sound = { exitCode: 0, output: "", errors: "" };

test("npm run types asks what these tests ask", () => {
  expect(readManifest().scripts.types).toBe("tsc -p tsconfig.json && tsc -p test/tsconfig.json");
});

test("src compiles as users' compilers will see it, without the types of any host", async () => {
  expect(await compile("tsconfig.json")).toEqual(sound);
});

test("tests and examples compile, and the type tests (*.test-d.ts) hold", async () => {
  expect(listFiles("test").filter((path) => path.endsWith(".test-d.ts")).length).toBeGreaterThan(0);
  expect(await compile("test/tsconfig.json")).toEqual(sound);
});

test("a type test that does not hold is reported", async () => {
  const folder = mkdtempSync(join(ROOT, "node_modules", "loyalty-ladder-types-"));
  try {
    writeFileSync(
      join(folder, "bad.test-d.ts"),
      `import { expectTypeOf, test } from "vitest";
       test("a number is no text", () => expectTypeOf(1).toEqualTypeOf<string>());`,
    );
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        extends: join(ROOT, "test/tsconfig.json"),
        compilerOptions: { tsBuildInfoFile: "bad.tsbuildinfo" },
        include: [],
        files: ["bad.test-d.ts"],
      }),
    );
    const { exitCode, output } = await compile(folder);
    expect(exitCode).not.toBe(0);
    expect(output).toContain("bad.test-d.ts(2,");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
