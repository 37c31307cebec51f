import ts from "typescript";
import { ROOT } from "./checkout.ts";
import { docTags } from "./docExamples.ts";
import { nodesUnder } from "./syntax.ts";

/** One name that a door exports. */
export interface PublicExport {
  readonly name: string;
  readonly kind: "function" | "class" | "value" | "type";
  readonly symbol: ts.Symbol;
  readonly declaration: ts.Declaration;
}

/** The program of the given files of the checkout; `virtual` files stand in it without being on disk. */
export function createProgram(
  paths: readonly string[],
  virtual: Readonly<Record<string, string>> = {},
): ts.Program {
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const texts = new Map(Object.entries(virtual).map(([path, text]) => [ROOT + path, text]));
  const { fileExists, readFile } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.directoryExists = () => true; // a folder of virtual files alone is not on disk
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.getSourceFile = (path, target) => {
    const text = host.readFile(path);
    return text === undefined ? undefined : ts.createSourceFile(path, text, target, true);
  };
  return ts.createProgram({ rootNames: paths.map((path) => ROOT + path), options, host });
}

/** What a door exports, sorted by name in code-unit order. */
export function exportsOf(program: ts.Program, door: string): PublicExport[] {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(ROOT + door);
  const module = file && checker.getSymbolAtLocation(file);
  if (module === undefined) throw new Error(`${door} exports nothing`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => publicExport(checker, symbol))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function publicExport(checker: ts.TypeChecker, exported: ts.Symbol): PublicExport {
  const symbol = unaliased(checker, exported) as ts.Symbol;
  const declaration = symbol.declarations?.[0];
  if (declaration === undefined) throw new Error(`${exported.name} is declared nowhere`);
  return { name: exported.name, kind: kindOf(checker, symbol, declaration), symbol, declaration };
}

function kindOf(
  checker: ts.TypeChecker,
  symbol: ts.Symbol,
  declaration: ts.Declaration,
): PublicExport["kind"] {
  if (!(symbol.flags & ts.SymbolFlags.Value)) return "type";
  if (symbol.flags & ts.SymbolFlags.Class) return "class";
  const type = checker.getTypeOfSymbolAtLocation(symbol, declaration);
  return type.getCallSignatures().length > 0 ? "function" : "value";
}

/** Everything in a door besides re-exports by name. */
export function doorViolations(text: string): string[] {
  const file = ts.createSourceFile("index.ts", text, ts.ScriptTarget.ES2022, true);
  return file.statements
    .filter(
      (one) =>
        !ts.isExportDeclaration(one) ||
        one.exportClause === undefined ||
        !ts.isNamedExports(one.exportClause),
    )
    .map((one) => one.getText());
}

/**
 * The types of ours that public functions and interfaces mention and nobody can import: `classify: Hidden`.
 * What an alias is put together from may stay inside: the alias is its name.
 */
export function hiddenTypes(program: ts.Program, exports: readonly PublicExport[]): string[] {
  const checker = program.getTypeChecker();
  const open = new Set(exports.map((one) => one.symbol));
  const hidden = exports.flatMap((one) =>
    signaturesOf(one.symbol).flatMap((declaration) =>
      mentionedTypes(declaration)
        .map((name) => unaliased(checker, checker.getSymbolAtLocation(name)))
        .filter((symbol) => symbol !== undefined && !open.has(symbol) && isOurs(symbol))
        .map((symbol) => `${one.name}: ${symbol?.name}`),
    ),
  );
  return [...new Set(hidden)].sort();
}

/** The declarations that users see: not the body behind overloads. */
function signaturesOf(symbol: ts.Symbol): ts.Declaration[] {
  const declarations = (symbol.declarations ?? []).filter((one) => !ts.isTypeAliasDeclaration(one));
  const hasBody = (one: ts.Declaration): boolean => ts.isFunctionDeclaration(one) && one.body !== undefined;
  return declarations.length > 1 ? declarations.filter((one) => !hasBody(one)) : declarations;
}

/** The names of types in a declaration, without what stands in bodies and initialisers. */
function mentionedTypes(declaration: ts.Declaration): ts.Node[] {
  const isSignature = (node: ts.Node): boolean => !ts.isBlock(node) && !ts.isExpressionStatement(node);
  return [...nodesUnder(declaration, isSignature)].flatMap((node): ts.Node[] => {
    if (ts.isTypeReferenceNode(node)) return [node.typeName];
    return ts.isExpressionWithTypeArguments(node) ? [node.expression] : [];
  });
}

function isOurs(symbol: ts.Symbol): boolean {
  const declaration = symbol.declarations?.[0];
  if (declaration === undefined || ts.isTypeParameterDeclaration(declaration)) return false;
  return declaration.getSourceFile().fileName.startsWith(`${ROOT}src/`);
}

function unaliased(checker: ts.TypeChecker, symbol: ts.Symbol | undefined): ts.Symbol | undefined {
  return symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias
    ? checker.getAliasedSymbol(symbol)
    : symbol;
}

/**
 * What TSDoc must say of a public name and does not. `throwing` knows which functions refuse input; one that
 * gives them only input that they take says "Never throws".
 */
export function docViolations(one: PublicExport, throwing: ReadonlySet<ts.Node>): string[] {
  const tags = tagsOf(one.declaration);
  const text = (name: string): string =>
    tags
      .filter((tag) => tag.name === name)
      .map((tag) => tag.text)
      .join("\n");
  const has = (name: string): boolean => tags.some((tag) => tag.name === name);
  const found: string[] = [];
  if (text("").trim().length < 10) found.push("has no description");
  if (one.kind !== "function") return found;
  if (!/\/\/ (?:=>|throws)/.test(text("example"))) found.push("has no @example with a value");
  const mayThrow = one.symbol.declarations?.some((declaration) => throwing.has(declaration)) ?? false;
  const isExempt = /\bnever throws\b/i.test(text(""));
  if (mayThrow && !has("throws") && !isExempt) found.push("may throw but has no @throws");
  return found;
}

function tagsOf(declaration: ts.Declaration) {
  const owner = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const text = owner.getSourceFile().text;
  const comment = ts.getLeadingCommentRanges(text, owner.getFullStart())?.at(-1);
  const doc = comment === undefined ? "" : text.slice(comment.pos, comment.end);
  return doc.startsWith("/**") ? docTags(doc, 1) : [];
}
