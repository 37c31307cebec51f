import type { SourceText } from "./checkout.ts";
import { type ImportLine, importsOf } from "./imports.ts";

/** The rooms of `src` and their floors; imports only go down. */
export const FLOORS: ReadonlyMap<string, number> = new Map([
  ["base", 0],
  ["units", 1],
  ["math", 1],
  ["machine", 1],
  ["customers", 2],
  ["criteria", 2],
  ["scales", 3],
  ["pareto", 3],
  ["rfm", 3],
  ["clv", 3],
  ["points", 3],
  ["surveys", 3],
  ["intake", 4],
  ["sql", 4],
  ["questions", 4],
  ["charts", 5],
  ["report", 6],
  ["index.ts", 7],
]);

/** The room of `src/scales/census.ts` is `scales`; a file directly in `src` is a room of its own. */
export function roomOf(path: string): string {
  return path.split("/")[1] ?? "";
}

/** Everything that is wrong with the imports between the files of `src`, a line each. */
export function floorViolations(sources: readonly SourceText[]): string[] {
  const paths = new Set(sources.map((source) => source.path));
  const imports = sources.flatMap(importsOf).filter((line) => line.target !== undefined);
  const rooms = [...new Set(sources.map((source) => roomOf(source.path)))];
  return [
    ...rooms.filter((room) => !FLOORS.has(room)).map((room) => `src/${room} has no floor`),
    ...imports.flatMap((line) => wrongImport(line, paths)),
    ...importCycles(imports),
  ];
}

function wrongImport(line: ImportLine, paths: ReadonlySet<string>): string[] {
  const target = line.target as string;
  const where = `${line.from}:${line.line} imports ${line.specifier}`;
  if (!line.specifier.endsWith(".ts")) return [`${where}: the ending .ts is missing`];
  if (!paths.has(target)) return [`${where}: there is no such file in src`];
  const from = roomOf(line.from);
  const to = roomOf(target);
  const fromFloor = FLOORS.get(from) ?? Number.NaN;
  const toFloor = FLOORS.get(to) ?? Number.NaN;
  if (from !== to && toFloor === fromFloor) return [`${where}: ${from} and ${to} share floor ${toFloor}`];
  if (from !== to && !(toFloor < fromFloor)) return [`${where}: up from floor ${fromFloor} to ${toFloor}`];
  const isDoor = target.endsWith("/index.ts");
  if (isDoor && (from === to || !line.from.endsWith("/index.ts"))) {
    return [`${where}: only a door imports the door of another room`];
  }
  return [];
}

/** The cycles among the files, at least one per knot: `a.ts → b.ts → a.ts`. */
export function importCycles(imports: readonly ImportLine[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { from, target } of imports) {
    if (target !== undefined) targets.set(from, [...(targets.get(from) ?? []), target]);
  }
  const cycles: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const start = path.indexOf(file);
    if (start >= 0) cycles.push(`cycle: ${[...path.slice(start), file].join(" → ")}`);
    if (start >= 0 || done.has(file)) return;
    path.push(file);
    targets.get(file)?.forEach(visit);
    path.pop();
    done.add(file);
  };
  [...targets.keys()].forEach(visit);
  return cycles;
}
