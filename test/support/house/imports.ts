import { dirname, join } from "node:path/posix";
import ts from "typescript";
import type { SourceText } from "./checkout.ts";

/** One import, re-export or dynamic import in a file. */
export interface ImportLine {
  /** The importing file. */
  readonly from: string;
  /** From 1. */
  readonly line: number;
  readonly specifier: string;
  /** The imported file of the checkout; undefined for a package. */
  readonly target: string | undefined;
}

export function importsOf(source: SourceText): ImportLine[] {
  return ts.preProcessFile(source.text, true, true).importedFiles.map(({ fileName, pos }) => ({
    from: source.path,
    line: source.text.slice(0, pos).split("\n").length,
    specifier: fileName,
    target: fileName.startsWith(".") ? join(dirname(source.path), fileName) : undefined,
  }));
}
