import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The text of a reference that stands beside the checkout on some machines; undefined where it does not. */
export function sharedFile(path: string): string | undefined {
  const file = fileURLToPath(new URL(`../../../../shared/${path}`, import.meta.url));
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** The rows of a text of comma-separated values without quotes, by the names in its first line. */
export function rowsOf(text: string): Record<string, string>[] {
  const [head = "", ...lines] = text.trim().split("\n");
  const names = head.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""]));
  });
}
