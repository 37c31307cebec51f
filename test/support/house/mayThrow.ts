import ts from "typescript";
import { ROOT } from "./checkout.ts";
import { nodesUnder } from "./syntax.ts";

/** Says that we are wrong, not the caller: no public function documents it. */
const NOT_THE_CALLERS = "assertInvariant";

/**
 * The functions of `src` that may throw: by a `throw` of their own, or by calling one that may. What stands in
 * a `try` with a `catch` is taken as caught; a function inside another counts as its part.
 */
export function throwingFunctions(program: ts.Program): ReadonlySet<ts.Node> {
  const checker = program.getTypeChecker();
  const callers: [caller: ts.Node, callee: ts.Node][] = [];
  const throwing = new Set<ts.Node>();
  for (const file of program.getSourceFiles().filter((one) => one.fileName.startsWith(`${ROOT}src/`))) {
    for (const owner of namedFunctions(file)) {
      for (const node of nodesUnder(owner, (inner) => !isGuarded(inner))) {
        if (isGuarded(node)) continue;
        if (ts.isThrowStatement(node)) throwing.add(owner);
        if (ts.isCallExpression(node)) {
          for (const callee of calledFunctions(checker, node)) callers.push([owner, callee]);
        }
      }
    }
  }
  for (let before = -1; before !== throwing.size; ) {
    before = throwing.size;
    for (const [caller, callee] of callers) if (throwing.has(callee)) throwing.add(caller);
  }
  return throwing;
}

/** Function declarations, and `const` declarations that hold a function. */
function namedFunctions(file: ts.SourceFile): ts.Node[] {
  return [...nodesUnder(file)].filter(
    (node) =>
      (ts.isFunctionDeclaration(node) && node.name?.text !== NOT_THE_CALLERS) ||
      (ts.isVariableDeclaration(node) &&
        node.initializer !== undefined &&
        ts.isFunctionLike(node.initializer)),
  );
}

function isGuarded(node: ts.Node): boolean {
  return (
    ts.isBlock(node) &&
    ts.isTryStatement(node.parent) &&
    node.parent.tryBlock === node &&
    node.parent.catchClause !== undefined
  );
}

/** All declarations of what is called, so that overloads lead to their body. */
function calledFunctions(checker: ts.TypeChecker, call: ts.CallExpression): readonly ts.Node[] {
  const symbol = checker.getSymbolAtLocation(call.expression);
  if (symbol === undefined) return [];
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return target.declarations ?? [];
}
