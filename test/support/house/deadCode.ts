import ts from "typescript";
import type { SourceText } from "./checkout.ts";
import { importsOf } from "./imports.ts";
import { declaredNames, isExported, parse } from "./syntax.ts";

/** The files that no door reaches. */
export function deadFiles(sources: readonly SourceText[], doors: readonly string[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const reached = new Set<string>();
  const visit = (path: string): void => {
    const source = byPath.get(path);
    if (source === undefined || reached.has(path)) return;
    reached.add(path);
    for (const { target } of importsOf(source)) if (target !== undefined) visit(target);
  };
  doors.forEach(visit);
  return sources.map((source) => source.path).filter((path) => !reached.has(path));
}

/** The exported names that no other file of `src` imports; what a door re-exports is imported by it. */
export function unusedExports(sources: readonly SourceText[], doors: readonly string[]): string[] {
  const files = sources.map(parse);
  const used = new Set<string>();
  for (const file of files) {
    const targets = new Map(
      importsOf({ path: file.fileName, text: file.text }).map((l) => [l.specifier, l.target]),
    );
    for (const statement of file.statements) {
      for (const [specifier, name] of importedNames(statement)) used.add(`${targets.get(specifier)} ${name}`);
    }
  }
  return files
    .filter((file) => !doors.includes(file.fileName))
    .flatMap((file) =>
      exportedNames(file)
        .filter((name) => !used.has(`${file.fileName} ${name}`) && !used.has(`${file.fileName} *`))
        .map((name) => `${file.fileName}: ${name}`),
    );
}

function exportedNames(file: ts.SourceFile): string[] {
  return [...new Set(file.statements.filter(isExported).flatMap(declaredNames))];
}

/** Specifier and name of everything a statement takes from another file; `*` for all of it. */
function importedNames(statement: ts.Statement): [specifier: string, name: string][] {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
  if (statement.moduleSpecifier === undefined || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
  const specifier = statement.moduleSpecifier.text;
  const bindings = ts.isImportDeclaration(statement)
    ? statement.importClause?.namedBindings
    : statement.exportClause;
  if (bindings === undefined || !(ts.isNamedImports(bindings) || ts.isNamedExports(bindings)))
    return [[specifier, "*"]];
  return [...bindings.elements].map((element) => [specifier, (element.propertyName ?? element.name).text]);
}
