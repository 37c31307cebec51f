import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, readManifest, readText } from "../support/house/checkout.ts";
import { runNode } from "../support/house/runNode.ts";

test(".ci/run calls the README's test command, and then everything else that npm run check does", () => {
  const { scripts } = readManifest();
  expect(scripts.check).toBe("npm test && npm run verify");
  expect(readText(".ci/run")).toMatch(/^npm ci && npm test \|\| exit 1\nnpm run verify$/m);
});

test("the lockfile has every optional build, or npm ci refuses it", () => {
  const { packages } = JSON.parse(readText("package-lock.json")) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const optional = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => [`${path}/node_modules/${name}`, `node_modules/${name}`]),
  );
  expect(optional.length).toBeGreaterThan(0);
  expect(optional.filter((places) => !places.some((place) => place in packages))).toEqual([]);
});

test("the last line of .ci/run adds up the test runs", async () => {
  expect(
    await summaryOf(
      [
        [7, 0],
        [5, 0],
      ],
      0,
    ),
  ).toBe("12 passed, 0 failed\n");
  expect(
    await summaryOf(
      [
        [7, 2],
        [5, 1],
      ],
      1,
    ),
  ).toBe("12 passed, 3 failed\n");
});

test("a step that fails outside the tests counts as a failure", async () => {
  expect(await summaryOf([[7, 0]], 2)).toBe("7 passed, 1 failed\n");
  expect(await summaryOf([], 1)).toBe("0 passed, 1 failed\n");
});

/** What `.ci/summary.js` says of test runs that passed and failed so many tests. */
async function summaryOf(runs: [passed: number, failed: number][], exitStatus: number): Promise<string> {
  const cwd = mkdtempSync(join(tmpdir(), "loyalty-ladder-summary-"));
  const folder = join(cwd, "node_modules/.cache/loyalty-ladder/results");
  mkdirSync(folder, { recursive: true });
  runs.forEach(([numPassedTests, numFailedTests], index) => {
    writeFileSync(join(folder, `run${index}.json`), JSON.stringify({ numPassedTests, numFailedTests }));
  });
  const { exitCode, output } = await runNode([join(ROOT, ".ci", "summary.js"), String(exitStatus)], { cwd });
  rmSync(cwd, { recursive: true });
  expect(exitCode).toBe(0);
  return output;
}
