import type { Labels } from "./scale.ts";

/** The text in a language, else in English, else the name itself. */
export function labelOf(labels: Labels | undefined, localeCode: string, name: string): string {
  const texts = labels ?? {};
  const code = [localeCode, "en"].find((candidate) => Object.hasOwn(texts, candidate));
  return (code === undefined ? undefined : texts[code]) ?? name;
}
