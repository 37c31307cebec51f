import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ENTRY = fileURLToPath(new URL("./caseProcess.ts", import.meta.url));
/** Beside the peers, so that the program finds them as if it stood in this folder. */
const FOLDER = fileURLToPath(new URL("../node_modules/.cache/", import.meta.url));

/** A program on disk, until it is removed. */
export interface Bundle {
  readonly path: string;
  remove(): void;
}

/**
 * Bundles the cases and the library as the package is built. A loader that compiles on the fly wraps every
 * inner function to keep its name, at every call: summarizeHistory took 1.4 times as long under it.
 */
export async function bundleCases(): Promise<Bundle> {
  const path = join(FOLDER, `bench-${process.pid}.mjs`);
  mkdirSync(FOLDER, { recursive: true });
  await build({
    entryPoints: [ENTRY],
    outfile: path,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "es2022",
    logLevel: "error",
  });
  return { path, remove: () => rmSync(path) };
}
