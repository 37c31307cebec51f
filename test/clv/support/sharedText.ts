import { readFileSync } from "node:fs";

/** A file of the reference folder beside the checkout; undefined where there is none. */
export function sharedText(path: string): string | undefined {
  try {
    return readFileSync(new URL(`../../../../shared/${path}`, import.meta.url), "utf8");
  } catch {
    return undefined;
  }
}
