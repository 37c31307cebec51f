import ts from "typescript";
import type { SourceText } from "./checkout.ts";
import { hasModifier, nodesUnder, parse, placeOf } from "./syntax.ts";

/** Globals of a host or of a clock that a headless library must not touch. */
const BANNED_GLOBALS = new Set(
  (
    "console process window document navigator localStorage Buffer require eval performance crypto fetch " +
    "setTimeout setInterval setImmediate queueMicrotask"
  ).split(" "),
);

/** `Date.now` and the like: a clock, chance, or the host's zone and locale. */
const BANNED_MEMBERS = new Set(["Date.now", "Math.random"]);

/** Methods of a Date that read or write it in the zone of the host. */
const HOST_ZONE_METHOD =
  /^(?:[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|Year)|getTimezoneOffset|to(?:Date|Time)String)$/;

/** What may read the host's zone: it is a Date whose "host" is always UTC. */
const UTC_DATE = /^src\/units\/utcDate\.ts$/;

/** The only files with a class: values are plain data. */
const CLASSES = /^src\/(?:base\/loyaltyError|units\/utcDate)\.ts$/;

/** Every construct in `src` that a pure, headless, typed library does not have. */
export function bannedSyntaxViolations(sources: readonly SourceText[]): string[] {
  return sources.flatMap((source) => {
    const found: string[] = [];
    const nodes = [...nodesUnder(parse(source))];
    const ownNames = new Set(nodes.flatMap(boundName));
    for (const node of nodes) {
      const ban = banOf(node, ownNames, source.path);
      if (ban !== undefined) found.push(`${placeOf(node)}: ${ban}`);
    }
    return [...found, ...suppressions(source)];
  });
}

function banOf(node: ts.Node, ownNames: ReadonlySet<string>, path: string): string | undefined {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return "any";
  if (ts.isClassLike(node) && !CLASSES.test(path)) return "class";
  if (ts.isExportAssignment(node)) return "default export";
  if (ts.canHaveModifiers(node) && hasModifier(node, ts.SyntaxKind.DefaultKeyword)) return "default export";
  if (ts.isIdentifier(node) && BANNED_GLOBALS.has(node.text) && !ownNames.has(node.text) && isValue(node)) {
    return node.text;
  }
  if (ts.isPropertyAccessExpression(node)) {
    if (BANNED_MEMBERS.has(node.getText())) return node.getText();
    if (!UTC_DATE.test(path) && HOST_ZONE_METHOD.test(node.name.text))
      return `${node.name.text} (zone of the host)`;
  }
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) return bannedCall(node);
  return undefined;
}

function bannedCall(node: ts.NewExpression | ts.CallExpression): string | undefined {
  const argumentCount = node.arguments?.length ?? 0;
  const callee = node.expression.getText();
  if (callee === "Function") return "Function from text";
  if (callee === "Date" && (ts.isCallExpression(node) || argumentCount === 0)) return "clock";
  if (callee === "Date" && argumentCount > 1) return "Date from parts (zone of the host)";
  if (callee === "Intl.DateTimeFormat" && argumentCount < 2) return "Intl.DateTimeFormat without a zone";
  if (callee.startsWith("Intl.") && argumentCount < 1) return `${callee} without a locale`;
  const method = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : "";
  if (method === "localeCompare" && argumentCount < 2) return "localeCompare without a locale";
  if (/^toLocale\w*$/.test(method) && argumentCount < 1) return `${method} without a locale`;
  return undefined;
}

/** The name that a variable or parameter of this file gives to a value. */
function boundName(node: ts.Node): string[] {
  const isBinding = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
  return isBinding && ts.isIdentifier(node.name) ? [node.name.text] : [];
}

/** Whether the identifier stands for a value, not for a member, a property or a declaration. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !(ts.isTypeElement(parent) || ts.isDeclarationStatement(parent) || ts.isClassElement(parent));
}

function suppressions(source: SourceText): string[] {
  return source.text.split("\n").flatMap((line, index) => {
    const match = /@ts-(?:ignore|nocheck|expect-error)|biome-ignore|(?:v8|c8|istanbul) ignore/.exec(line);
    return match === null ? [] : [`${source.path}:${index + 1}: ${match[0]}`];
  });
}
