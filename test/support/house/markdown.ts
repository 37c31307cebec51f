/** A fenced block of a markdown text. */
export interface Fence {
  readonly language: string;
  /** The line of the first line inside, from 1. */
  readonly line: number;
  readonly code: string;
  /** The html comment on the line before the fence, without its arrows: `continues`, `output of: npm run report`. */
  readonly marker: string;
}

export function fencesOf(markdown: string): Fence[] {
  const lines = markdown.split("\n");
  const fences: Fence[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const opening = /^```(\w*)/.exec(lines[index] as string);
    if (opening === null) continue;
    const end = lines.findIndex((line, at) => at > index && /^```\s*$/.test(line));
    if (end < 0) throw new Error(`the fence of line ${index + 1} is not closed`);
    const marker = /^<!--\s*(.*?)\s*-->$/.exec(lines[index - 1] ?? "")?.[1] ?? "";
    const code = lines.slice(index + 1, end).join("\n");
    fences.push({ language: opening[1] ?? "", line: index + 2, code, marker });
    index = end;
  }
  return fences;
}

/** The text between `<!-- name -->` and `<!-- /word -->`, where word is the first of the name; undefined when absent. */
export function sectionOf(markdown: string, name: string): string | undefined {
  const [start, end] = sectionEnds(markdown, name);
  return start === undefined ? undefined : markdown.slice(start, end).trim();
}

export function replaceSection(markdown: string, name: string, content: string): string {
  const [start, end] = sectionEnds(markdown, name);
  return start === undefined ? markdown : `${markdown.slice(0, start)}\n${content}\n${markdown.slice(end)}`;
}

function sectionEnds(markdown: string, name: string): [start: number, end: number] | [undefined, undefined] {
  const opening = `<!-- ${name} -->`;
  const at = markdown.indexOf(opening);
  const end = markdown.indexOf(`<!-- /${name.split(" ")[0]} -->`, at);
  return at < 0 || end < 0 ? [undefined, undefined] : [at + opening.length, end];
}

/** The targets of relative links, without their anchors. */
export function relativeLinks(markdown: string): string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, "");
  return [...prose.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
    .map((match) => match[1] as string)
    .filter((target) => !/^[a-z]+:/.test(target));
}
