import { describe, expect, test } from "vitest";
import { readManifest, readText } from "../support/house/checkout.ts";

interface Locked {
  readonly version: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { dependencies } = JSON.parse(readText("bench/package.json")) as {
  dependencies: Readonly<Record<string, string>>;
};
const { packages } = JSON.parse(readText("bench/package-lock.json")) as {
  packages: Readonly<Record<string, Locked>>;
};

describe("the peers", () => {
  test("are pinned, and locked at that version", () => {
    expect(Object.keys(dependencies).sort()).toEqual([
      "@duckdb/node-api",
      "arquero",
      "json-rules-engine",
      "nodejs-polars",
    ]);
    for (const [name, version] of Object.entries(dependencies)) {
      expect(packages[`node_modules/${name}`]?.version).toBe(version);
    }
  });

  test("have every optional build in the lockfile, for whoever reruns the bench elsewhere", () => {
    const builds = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.entries(optionalDependencies),
    );
    expect(builds.length).toBeGreaterThan(10);
    for (const [name, version] of builds)
      expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version]);
  });

  test("are nothing that the library itself needs", () => {
    const own = readManifest() as unknown as Record<string, Record<string, string> | undefined>;
    const installed = { ...own.dependencies, ...own.devDependencies };
    expect(Object.keys(dependencies).filter((name) => name in installed)).toEqual([]);
  });
});
