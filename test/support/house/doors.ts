import type { SourceText } from "./checkout.ts";
import { importsOf } from "./imports.ts";

/** The only files of `src` that may import each package, and under which names. */
const DOORS: readonly { readonly specifier: RegExp; readonly files: RegExp }[] = [
  { specifier: /^zod\/mini$/, files: /^src\/intake\// },
  { specifier: /^decimal\.js$/, files: /^src\/units\/decimal\.ts$/ },
  { specifier: /^date-fns\/\w+$/, files: /^src\/units\/(?:calendar|utcDate)\.ts$/ },
];

/** Every import of a package outside its one door, a line each. */
export function doorViolations(sources: readonly SourceText[]): string[] {
  return sources
    .flatMap(importsOf)
    .filter(({ target }) => target === undefined)
    .filter(
      (line) => !DOORS.some((door) => door.specifier.test(line.specifier) && door.files.test(line.from)),
    )
    .map(({ from, line, specifier }) => `${from}:${line} imports ${specifier}`);
}
