/** Whether a command printed what a document shows; a line `…` stands for any number of lines. */
export function sameOutput(printed: string, shown: string): boolean {
  const pattern = trimmedLines(shown)
    .map((line) => (line === "…" ? "(?:.*\\n)*?" : `${line.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\n`))
    .join("");
  return new RegExp(`^${pattern}$`).test(`${trimmedLines(printed).join("\n")}\n`);
}

function trimmedLines(text: string): string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => line.trimEnd());
}
