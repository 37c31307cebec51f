import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of package.json, with a slash at the end. */
export const ROOT: string = fileURLToPath(new URL("../../../", import.meta.url));

/** A text file of the checkout; `path` is relative to it, with slashes. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

const NOT_OURS = new Set(["node_modules", "dist", "coverage", ".git"]);

/** Every file under `folder`, sorted; nothing when there is no such folder. */
export function listFiles(folder: string): string[] {
  if (!existsSync(ROOT + folder)) return [];
  const paths: string[] = [];
  for (const entry of readdirSync(ROOT + folder, { withFileTypes: true })) {
    if (NOT_OURS.has(entry.name)) continue;
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) paths.push(...listFiles(path));
    else paths.push(path);
  }
  return paths.sort();
}

/** The TypeScript files under the folders, read. */
export function readSources(...folders: string[]): SourceText[] {
  return folders
    .flatMap(listFiles)
    .filter((path) => path.endsWith(".ts"))
    .map((path) => ({ path, text: readText(path) }));
}

export function readText(path: string): string {
  return readFileSync(ROOT + path, "utf8");
}

export interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

export function readManifest(): Manifest {
  return JSON.parse(readText("package.json"));
}

/** What users import, and the file in `src` that answers: `["loyalty-ladder/scales", "src/scales/index.ts"]`. */
export function publicDoors(): ReadonlyMap<string, string> {
  const { name, exports } = readManifest();
  const doors = new Map<string, string>();
  for (const subpath of Object.keys(exports)) {
    if (subpath === "./package.json") continue;
    const room = subpath.slice("./".length);
    doors.set(
      subpath === "." ? name : `${name}/${room}`,
      room === "" ? "src/index.ts" : `src/${room}/index.ts`,
    );
  }
  return doors;
}
