/** A table that reads well on a terminal and as Markdown; all columns but the first and last stand right. */
export function markdownTable(titles: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const last = titles.length - 1;
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  );
  const isLeft = (column: number) => column === 0 || column === last;
  const cell = (text: string, column: number) =>
    isLeft(column) ? text.padEnd(widths[column]!) : text.padStart(widths[column]!);
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  const rule = widths.map((width, column) =>
    isLeft(column) ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  return [line(titles), line(rule), ...rows.map(line)];
}
