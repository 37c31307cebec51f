import ts from "typescript";
import type { SourceText } from "./checkout.ts";
import { lineOf, nodesUnder, parse, placeOf } from "./syntax.ts";

export const FILE_LINES_MAX = 250;
export const FUNCTION_LINES_MAX = 70;

/** A file that says at its top `// long: why` may be long, and so may its functions. */
const REASON = /^(?:\s*\/\/.*\n)*?\/\/ long: \S/;

/** Every file and function that is too long without saying why. */
export function lengthViolations(sources: readonly SourceText[]): string[] {
  return sources.filter(({ text }) => !REASON.test(text)).flatMap(longParts);
}

function longParts(source: SourceText): string[] {
  const file = parse(source);
  const fileLines = source.text.trimEnd().split("\n").length;
  const parts = fileLines > FILE_LINES_MAX ? [`${source.path} has ${fileLines} lines`] : [];
  for (const node of nodesUnder(file)) {
    if (!ts.isFunctionLike(node)) continue;
    const lines = file.getLineAndCharacterOfPosition(node.getEnd()).line + 2 - lineOf(node);
    if (lines > FUNCTION_LINES_MAX) parts.push(`${placeOf(node)} begins a function of ${lines} lines`);
  }
  return parts;
}
