import ts from "typescript";

/** A block of documentation, as the body of an async function. */
export interface CompiledBlock {
  /** Calls `check(line, actual, expected)`, `checkThrows(line, action, code)` and `load(specifier)`; returns its names. */
  readonly body: string;
  /** How many values and errors it states. */
  readonly checkCount: number;
  /** What the block states but nothing would check. */
  readonly problems: readonly string[];
}

const STATED = /^\/\/\s*(=>|throws\b)\s*(.*)$/;

/**
 * Turns `expression; // => value` into a check of the value, `expression; // throws code` into a check of the
 * error, and imports into lookups. A value may go on over the comment lines that follow.
 */
export function compileBlock(code: string): CompiledBlock {
  const file = ts.createSourceFile("block.ts", code, ts.ScriptTarget.ES2022, true);
  const problems = syntaxErrors(code);
  const names = new Set<string>();
  let checkCount = 0;
  const statements = file.statements.map((statement) => {
    for (const name of namesIn(statement)) names.add(name);
    const line = file.getLineAndCharacterOfPosition(statement.getStart()).line;
    const stated = statedAfter(code, statement);
    if (stated !== undefined) checkCount += 1;
    return compileStatement(statement, line, stated, problems);
  });
  const written = code.split("\n").filter((line) => /\/\/\s*(?:=>|throws\b)/.test(line)).length;
  if (written !== checkCount)
    problems.push(`${written - checkCount} of its // => stand where nothing checks them`);
  if (/\bconsole\./.test(code)) problems.push("console is not checked; write // => instead");
  return {
    body: `{\n${toJavaScript(statements.join("\n"))}\nreturn { ${[...names].join(", ")} };\n}`,
    checkCount,
    problems,
  };
}

function compileStatement(
  statement: ts.Statement,
  line: number,
  stated: { readonly kind: string; readonly text: string } | undefined,
  problems: string[],
): string {
  if (ts.isImportDeclaration(statement)) return compileImport(statement, problems);
  const source = statement.getText();
  if (stated === undefined) return source;
  if (ts.isExpressionStatement(statement)) {
    const action = `async () => (${statement.expression.getText()})`;
    if (stated.kind === "throws")
      return `await checkThrows(${line}, ${action}, ${JSON.stringify(stated.text)});`;
    return `await check(${line}, ${action}, (${stated.text}));`;
  }
  const name = declaredName(statement);
  if (name !== undefined && stated.kind === "value") {
    return `${source}\nawait check(${line}, async () => ${name}, (${stated.text}));`;
  }
  problems.push(`line ${line + 1}: only an expression, or the value of a single const, can be checked`);
  return source;
}

/** What the comments after the statement state: on its line, or on the next, over as many as the value needs. */
function statedAfter(code: string, statement: ts.Statement): { kind: string; text: string } | undefined {
  const comments = [
    ...(ts.getTrailingCommentRanges(code, statement.end) ?? []),
    ...(ts.getLeadingCommentRanges(code, statement.end) ?? []),
  ].map(({ pos, end }) => code.slice(pos, end));
  const first = STATED.exec(comments[0] ?? "");
  if (first === null) return undefined;
  let text = first[2] as string;
  if (first[1] === "throws") return { kind: "throws", text: text.split(/[\s,;]/)[0] as string };
  for (let index = 1; index < comments.length && !isExpression(text); index += 1) {
    text += `\n${(comments[index] as string).replace(/^\/\//, "")}`;
  }
  return { kind: "value", text };
}

function isExpression(text: string): boolean {
  return text.trim() !== "" && syntaxErrors(`(${text}\n);`).length === 0;
}

function syntaxErrors(code: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(code, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  return diagnostics.map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, " "));
}

function toJavaScript(code: string): string {
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
  };
  return ts.transpileModule(code, { compilerOptions }).outputText;
}

function compileImport(statement: ts.ImportDeclaration, problems: string[]): string {
  const clause = statement.importClause;
  const specifier = statement.moduleSpecifier.getText();
  if (clause === undefined || clause.isTypeOnly) return "";
  const bindings = clause.namedBindings;
  if (clause.name !== undefined || bindings === undefined) {
    problems.push(`${statement.getText()}: only named imports are executed`);
    return "";
  }
  if (ts.isNamespaceImport(bindings)) return `const ${bindings.name.text} = await load(${specifier});`;
  const names = bindings.elements
    .filter((element) => !element.isTypeOnly)
    .map((element) => `${(element.propertyName ?? element.name).text}: ${element.name.text}`);
  return `const { ${names.join(", ")} } = await load(${specifier});`;
}

/** The names that later blocks may use: imported, declared, or destructured at the top of the block. */
function namesIn(statement: ts.Statement): string[] {
  if (ts.isImportDeclaration(statement)) {
    const bindings = statement.importClause?.namedBindings;
    if (bindings === undefined || statement.importClause?.isTypeOnly) return [];
    if (ts.isNamespaceImport(bindings)) return [bindings.name.text];
    return bindings.elements.filter((element) => !element.isTypeOnly).map((element) => element.name.text);
  }
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name) {
    return [statement.name.text];
  }
  return [];
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}

function declaredName(statement: ts.Statement): string | undefined {
  const names = ts.isVariableStatement(statement) ? namesIn(statement) : [];
  return names.length === 1 ? names[0] : undefined;
}
