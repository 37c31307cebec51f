import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestProject } from "vitest/node";
import { type Manifest, ROOT } from "../support/house/checkout.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The packed package. */
    tarball: string;
    /** A folder in which the packed package is installed. */
    home: string;
    /** What npm put into the tarball. */
    packedFiles: readonly string[];
  }
}

/**
 * Packs what was built and unpacks it in an empty project, once for all package tests. Its dependencies are
 * linked from the checkout, so no registry is asked.
 */
export function setup(project: TestProject): () => void {
  if (!existsSync(join(ROOT, "dist"))) throw new Error("there is nothing to pack: run npm run build first");
  const folder = mkdtempSync(join(tmpdir(), "loyalty-ladder-package-"));
  const packed = npm("pack", "--json", "--ignore-scripts", "--pack-destination", folder);
  const [{ filename, files }] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }];
  const home = join(folder, "home");
  install(join(folder, filename), home);
  project.provide("tarball", join(folder, filename));
  project.provide("home", home);
  project.provide("packedFiles", files.map((file) => file.path).sort());
  return () => rmSync(folder, { recursive: true });
}

function npm(...words: string[]): string {
  return execFileSync("npm", words, { cwd: ROOT, encoding: "utf8", shell: process.platform === "win32" });
}

function install(tarball: string, home: string): void {
  const target = join(home, "node_modules", "loyalty-ladder");
  mkdirSync(target, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", target, "--strip-components=1"]);
  const { dependencies }: Manifest = JSON.parse(readFileSync(join(target, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    const link = join(home, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), link, "junction");
  }
}
