import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listFiles, ROOT, readManifest } from "../support/house/checkout.ts";
import { runNode } from "../support/house/runNode.ts";

/** A copy of what the examples need, so that one that writes files does not write into the checkout. */
let copy = "";

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "loyalty-ladder-examples-"));
  for (const path of ["src", "examples", "package.json", "tsconfig.json"]) {
    cpSync(join(ROOT, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"), "junction");
});

afterAll(() => rmSync(copy, { recursive: true }));

const run = (...words: string[]) => runNode(["--import", "tsx", ...words], { cwd: copy });
const folders = [...new Set(listFiles("examples").map((path) => path.split("/")[1] as string))];

describe("examples", () => {
  test("there are some, and each begins in its main.ts", () => {
    expect(folders).toEqual(expect.arrayContaining(["report", "sample"]));
    expect(folders.filter((folder) => !existsSync(join(ROOT, "examples", folder, "main.ts")))).toEqual([]);
  });

  test.each(folders)("%s runs and says something", async (folder) => {
    const { exitCode, output, errors } = await run(`examples/${folder}/main.ts`);
    expect(exitCode, errors).toBe(0);
    expect(output.trim()).not.toBe("");
  });

  test("npm run report and npm run sample start them", () => {
    expect(readManifest().scripts).toMatchObject({
      report: "tsx examples/report/main.ts",
      sample: "tsx examples/sample/main.ts",
    });
  });

  test("the generator writes the shipped sample again, byte for byte", async () => {
    const shipped = listFiles("examples/sample").filter((path) => !path.endsWith(".ts"));
    expect(shipped.length).toBeGreaterThan(0);
    for (const path of shipped) rmSync(join(copy, path));
    expect(await run("examples/sample/main.ts")).toMatchObject({ exitCode: 0 });
    for (const path of shipped) {
      expect(readFileSync(join(copy, path)).equals(readFileSync(join(ROOT, path))), path).toBe(true);
    }
  });
});

describe("the report", () => {
  const scales = ["ladder", "levels", "loyaltyLevels", "lifecycle", "activityStatus"];

  test("is JSON with --json, and every customer stands somewhere or off each scale", async () => {
    const { exitCode, output, errors } = await run("examples/report/main.ts", "--json");
    expect(exitCode, errors).toBe(0);
    const report = JSON.parse(output);
    expect(Object.keys(report.scales)).toEqual(scales);
    expect(report.customerCount).toBeGreaterThan(0);
    for (const scale of scales) {
      const { census, offCount } = report.scales[scale];
      const counts: number[] = census.map((step: { count: number }) => step.count);
      expect(
        counts.reduce((sum, count) => sum + count, offCount),
        scale,
      ).toBe(report.customerCount);
    }
  });

  test("fails with a message, not with a stack, on a file that is not there", async () => {
    const { exitCode, output, errors } = await run(
      "examples/report/main.ts",
      "nowhere.csv",
      "--as-of",
      "2026-01-31",
    );
    expect(exitCode).toBe(2);
    expect(output).toBe("");
    expect(errors).toMatch(/nowhere\.csv/);
    expect(errors).not.toMatch(/^\s+at /m);
  });

  const sharedTransactions = join(ROOT, "..", "shared", "data", `${"cd"}now_sample_transactions.csv`);

  test.skipIf(!existsSync(sharedTransactions))("reads a real shop's export (needs ../shared)", async () => {
    const words = ["examples/report/main.ts", sharedTransactions, "--as-of", "1998-06-30", "--json"];
    const { exitCode, output, errors } = await run(...words);
    expect(exitCode, errors).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ customerCount: 2357, orderCount: 6919, rejected: 0 });
  });
});
