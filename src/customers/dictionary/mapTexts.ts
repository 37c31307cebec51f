import type { TextDictionary } from "./textDictionary.ts";

/** Codes texts by a `Map`, which works everywhere. It begins with `known`, and adds there what is new. */
export function mapTexts(known: string[]): TextDictionary["encode"] {
  const codes = new Map<string, number>();
  for (const [code, text] of known.entries()) codes.set(text, code);
  return (texts, first, count, into) => {
    for (let index = 0; index < count; index += 1) {
      const text = texts[first + index] as string;
      let code = codes.get(text);
      if (code === undefined) {
        code = known.length;
        codes.set(text, code);
        known.push(text);
      }
      into[index] = code;
    }
  };
}
