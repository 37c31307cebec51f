import type { SourceText } from "./checkout.ts";

/** The code of one `@example` of a TSDoc comment. */
export interface DocExample {
  readonly path: string;
  /** The line of the first line of code, from 1. */
  readonly line: number;
  readonly code: string;
}

/** A tag of a TSDoc comment and the text that belongs to it; the description is the tag `""`. */
export interface DocTag {
  readonly name: string;
  readonly line: number;
  readonly text: string;
}

/** The tags of one comment, `/**` and stars included; `line` is the line on which it begins, from 1. */
export function docTags(comment: string, line: number): DocTag[] {
  const tags: { name: string; line: number; lines: string[] }[] = [{ name: "", line, lines: [] }];
  const lines = comment
    .replace(/^\/\*\*/, "")
    .replace(/\*\/$/, "")
    .split("\n");
  lines.forEach((raw, index) => {
    const text = index === 0 ? raw.trim() : raw.replace(/^\s*\* ?/, "");
    const tag = /^@(\w+)\s?(.*)$/.exec(text);
    if (tag === null) tags.at(-1)?.lines.push(text);
    else tags.push({ name: tag[1] as string, line: line + index, lines: [tag[2] as string] });
  });
  return tags.map(({ name, line: tagLine, lines: texts }) => ({
    name,
    line: tagLine,
    text: texts.join("\n").trimEnd(),
  }));
}

/** The codes that `@throws` tags and `// throws` lines name and `known` does not have: `src/a.ts:7: no_such`. */
export function unknownCodes(source: SourceText, known: Readonly<Record<string, unknown>>): string[] {
  return commentsOf(source).flatMap(({ text, line }) =>
    docTags(text, line).flatMap((tag) => {
      const pattern = tag.name === "throws" ? /`([a-z]+(?:_[a-z]+)+)`/g : /\/\/ throws (\w+)/g;
      const codes = [...tag.text.matchAll(pattern)].map((match) => match[1] as string);
      return codes.filter((code) => !(code in known)).map((code) => `${source.path}:${tag.line}: ${code}`);
    }),
  );
}

/** Every `@example` in the comments of a file. */
export function examplesOf(source: SourceText): DocExample[] {
  return commentsOf(source).flatMap(({ text, line }) =>
    docTags(text, line)
      .filter((tag) => tag.name === "example")
      .map((tag) => ({ path: source.path, line: tag.line, code: tag.text.replace(/^```.*$/gm, "") })),
  );
}

function commentsOf(source: SourceText): { text: string; line: number }[] {
  return [...source.text.matchAll(/\/\*\*[\s\S]*?\*\//g)].map((match) => ({
    text: match[0],
    line: source.text.slice(0, match.index).split("\n").length,
  }));
}
