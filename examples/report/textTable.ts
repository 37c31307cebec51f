/** A column of a table in text. */
export interface TextColumn {
  readonly title: string;
  readonly align: "left" | "right";
}

/** Lines of a table whose columns are as wide as their widest cell; two spaces between. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map((column, index) =>
    Math.max(widthOf(column.title), ...rows.map((row) => widthOf(row[index] ?? ""))),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map((column, index) => padded(cells[index] ?? "", widths[index] as number, column.align))
      .join("  ")
      .trimEnd();
  return [line(columns.map((column) => column.title)), ...rows.map(line)];
}

/** Vietnamese letters may come as a letter and its marks; composed, each is one column wide. */
function widthOf(text: string): number {
  return [...text.normalize("NFC")].length;
}

function padded(text: string, width: number, align: "left" | "right"): string {
  const padding = " ".repeat(Math.max(0, width - widthOf(text)));
  return align === "left" ? text + padding : padding + text;
}

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar for a part of a whole, `width` characters long when the part is all of it; never empty above 0. */
export function bar(part: number, whole: number, width: number): string {
  if (part <= 0 || whole <= 0) return "";
  const eighths = Math.max(1, Math.round((part / whole) * width * 8));
  return "█".repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
}
