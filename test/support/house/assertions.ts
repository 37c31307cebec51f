import ts from "typescript";
import type { SourceText } from "./checkout.ts";
import { nodesUnder, parse, placeOf } from "./syntax.ts";

const TEST_ROOTS = new Set(["test", "it", "describe", "bench", "suite"]);
const PUT_ASIDE = new Set(["skip", "only", "todo", "fails"]);
const CONDITIONAL = new Set(["skipIf", "runIf"]);
const PUT_ASIDE_CALLS = new Set(["xit", "xtest", "xdescribe", "fit", "fdescribe"]);
const ASSERTION = /^(?:expect|assert|expectTypeOf|assertType)$/;

/** Every test that is skipped, focused, left empty, or meant to fail. Only a need of `shared` data may skip. */
export function putAsideTests(sources: readonly SourceText[]): string[] {
  const found: string[] = [];
  for (const source of sources) {
    for (const node of nodesUnder(parse(source))) {
      if (isPutAside(node)) found.push(`${placeOf(node)}: ${node.getText().split("\n")[0]}`);
    }
  }
  return found;
}

function isPutAside(node: ts.Node): boolean {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression))
    return PUT_ASIDE_CALLS.has(node.expression.text);
  if (!ts.isPropertyAccessExpression(node)) return false;
  const root = rootName(node);
  if (CONDITIONAL.has(node.name.text)) return TEST_ROOTS.has(root) && !/shared/i.test(node.parent.getText());
  if (TEST_ROOTS.has(root)) return PUT_ASIDE.has(node.name.text);
  return (
    node.name.text === "skip" && /^(?:context|ctx|task)$/.test(root) && !/shared/i.test(node.parent.getText())
  );
}

/** `test` of `test.each(rows)("name", body)`, `fc` of `fc.assert(…)`. */
function rootName(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) return rootName(node.expression);
  if (ts.isTaggedTemplateExpression(node)) return rootName(node.tag);
  return "";
}

/**
 * Every test whose body asserts nothing. A body asserts when it calls `expect`, `assert`, `fc.assert`,
 * `expectTypeOf` or a function, of the same file or of `support`, that does. The body of a property may answer
 * a boolean instead. A type test may also hold a `@ts-expect-error`, which the compiler judges.
 */
export function testsWithoutAssertion(
  sources: readonly SourceText[],
  support: readonly SourceText[],
): string[] {
  const shared = assertingFunctions(support.map(parse), new Set());
  return sources.flatMap((source) => {
    const file = parse(source);
    const asserting = assertingFunctions([file], shared);
    const found: string[] = [];
    for (const node of nodesUnder(file)) {
      const body = testBody(node);
      if (body !== undefined && !asserts(body, asserting)) found.push(`${placeOf(node)}: ${titleOf(node)}`);
    }
    return found;
  });
}

/** The names of the functions that assert, by calling each other too. */
function assertingFunctions(
  files: readonly ts.SourceFile[],
  known: ReadonlySet<string>,
): ReadonlySet<string> {
  const bodies: [name: string, body: ts.Node][] = [];
  for (const node of files.flatMap((file) => [...nodesUnder(file)])) {
    if (ts.isFunctionDeclaration(node) && node.name && node.body) bodies.push([node.name.text, node.body]);
    if (
      ts.isVariableDeclaration(node) &&
      ts.isIdentifier(node.name) &&
      node.initializer &&
      isFunction(node.initializer)
    ) {
      bodies.push([node.name.text, node.initializer.body]);
    }
  }
  const names = new Set(known);
  for (let before = -1; before !== names.size; ) {
    before = names.size;
    for (const [name, body] of bodies) if (asserts(body, names)) names.add(name);
  }
  return names;
}

type FunctionNode = ts.ArrowFunction | ts.FunctionExpression;

function isFunction(node: ts.Node): node is FunctionNode {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

function titleOf(node: ts.Node): string {
  return ts.isCallExpression(node) ? (node.arguments[0]?.getText() ?? "") : "";
}

/** The body of the test that this call declares, or undefined. */
function testBody(node: ts.Node): FunctionNode | ts.Identifier | undefined {
  if (!ts.isCallExpression(node) || !/^(?:test|it)$/.test(rootName(node.expression))) return undefined;
  if (ts.isCallExpression(node.parent) && node.parent.expression === node) return undefined; // test.each(rows) itself
  return node.arguments.find((argument) => isFunction(argument) || ts.isIdentifier(argument)) as
    | FunctionNode
    | undefined;
}

function asserts(body: ts.Node, asserting: ReadonlySet<string>): boolean {
  if (ts.isIdentifier(body)) return asserting.has(body.text);
  if (isFunction(body) && isPropertyBody(body) && answersBoolean(body)) return true;
  if (/@ts-expect-error/.test(body.getFullText())) return true;
  for (const node of nodesUnder(body)) {
    if (!ts.isCallExpression(node)) continue;
    const root = rootName(node.expression);
    if (ASSERTION.test(root) || asserting.has(root)) return true;
    if (node.expression.getText() === "fc.assert" && holdsPredicate(node)) return true;
    if (node.arguments.some((argument) => ts.isIdentifier(argument) && asserting.has(argument.text)))
      return true;
  }
  return false;
}

/** Whether a property inside the call answers a boolean; one that asserts is found as any other body is. */
function holdsPredicate(node: ts.CallExpression): boolean {
  return [...nodesUnder(node)].some((part) => isFunction(part) && answersBoolean(part));
}

/** Whether the function is the last argument of `test.prop(…)(…)`. */
function isPropertyBody(body: FunctionNode): boolean {
  return ts.isCallExpression(body.parent) && /\.prop\b/.test(body.parent.expression.getText());
}

function answersBoolean(body: FunctionNode): boolean {
  if (!ts.isBlock(body.body)) return true;
  return [...nodesUnder(body.body)].some(
    (node) => ts.isReturnStatement(node) && node.expression !== undefined,
  );
}
