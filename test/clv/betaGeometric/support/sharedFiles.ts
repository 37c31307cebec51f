import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const SHARED = new URL("../../../../../shared/", import.meta.url);

/** Tests that need files beside the checkout; where one is absent a line on stderr and a test of that name say so. */
export function describeShared(
  title: string,
  paths: readonly string[],
  body: (texts: readonly string[]) => void,
): void {
  const files = paths.map((path) => fileURLToPath(new URL(path, SHARED)));
  const absent = files.filter((file) => !existsSync(file));
  if (absent.length === 0) {
    describe(title, () => body(files.map((file) => readFileSync(file, "utf8"))));
    return;
  }
  process.stderr.write(`NOT TESTED: ${title}, since ${absent.join(", ")} is absent\n`);
  test(`${title}: NOT tested on this machine, since the shared files are absent`, () => {
    expect(absent.length).toBeGreaterThan(0);
  });
}
