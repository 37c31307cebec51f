import ts from "typescript";
import type { SourceText } from "./checkout.ts";
import { nodesUnder, parse, placeOf } from "./syntax.ts";

/**
 * Every call at module scope that is not marked pure: a bundler keeps it, and all it needs, in the program of
 * someone who imports one small verb.
 */
export function moduleCallViolations(sources: readonly SourceText[]): string[] {
  return sources.flatMap((source) => {
    const found: string[] = [];
    for (const node of nodesUnder(parse(source), runsOnImport)) {
      if (isCall(node) && !isMarkedPure(node))
        found.push(`${placeOf(node)}: ${node.getText().split("\n")[0]}`);
    }
    return found;
  });
}

/** Bodies of functions and members of instances run later; static members and their blocks run on import. */
function runsOnImport(node: ts.Node): boolean {
  if (ts.isPropertyDeclaration(node)) {
    return node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.StaticKeyword) ?? false;
  }
  if (ts.isExpressionWithTypeArguments(node)) return true; // `extends f()`
  return !ts.isFunctionLike(node) && !ts.isTypeNode(node);
}

function isCall(node: ts.Node): boolean {
  return ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node);
}

function isMarkedPure(node: ts.Node): boolean {
  const text = node.getSourceFile().text;
  const start = node.getFullStart();
  const sameLine = ts.getTrailingCommentRanges(text, start) ?? [];
  const ownLine = ts.getLeadingCommentRanges(text, start) ?? [];
  return [...sameLine, ...ownLine].some(({ pos, end }) => text.slice(pos, end) === "/* @__PURE__ */");
}
