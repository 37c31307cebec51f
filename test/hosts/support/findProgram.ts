import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * The path of a program that is not everywhere: of the variable, or the first of the names on the path of
 * commands. An empty list, and a loud word on stderr, where there is none.
 */
export function findProgram(variable: string, names: readonly string[], needed: string): readonly string[] {
  const named = process.env[variable];
  if (named !== undefined && named !== "") return [named];
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      if (isExecutable(join(folder, name))) return [join(folder, name)];
    }
  }
  process.stderr.write(
    `\nSKIPPED: ${needed}: found none of ${names.join(", ")} on PATH, and ${variable} is not set.\n\n`,
  );
  return [];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
