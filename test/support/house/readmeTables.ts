import { ISSUE_MESSAGES } from "../../../src/base/issueMessages.ts";
import { en } from "../../../src/criteria/locales/en.ts";
import { BUILTIN_FACTS } from "../../../src/customers/facts.ts";
import { builtinScales } from "../../../src/report/builtinScales.ts";
import type { OpenScale } from "../../../src/scales/scale.ts";
import { criterionText } from "./criterionText.ts";

/** The tables of the README that are written from the code: the name of the section and its content. */
export const README_TABLES: ReadonlyMap<string, () => string> = new Map([
  ...Object.values(builtinScales()).map((scale) => [`scale ${scale.name}`, () => scaleTable(scale)] as const),
  ["facts", factsTable],
  ["codes", codesTable],
]);

function scaleTable(scale: OpenScale): string {
  const rows = scale.steps.map(({ id, labels, when }, index) => [
    String(index + 1),
    `\`${id}\``,
    labels?.en ?? "",
    labels?.vi ?? "",
    `\`${criterionText(when)}\``,
  ]);
  return table(["rank", "step", "English", "Vietnamese", "holds when"], rows);
}

function factsTable(): string {
  const rows = [...BUILTIN_FACTS].map(([name, { kind, field }]) => {
    const phrase = en.facts[name] ?? { name: "" };
    const words = "yes" in phrase ? phrase.yes : "name" in phrase ? phrase.name : phrase.other;
    const inWindow = "window" in phrase ? `${words}, in the window` : words;
    return [`\`${name}\``, kind, `\`${field}\``, inWindow];
  });
  return table(["fact", "kind", "property of a row, column of a table", "in words"], rows);
}

function codesTable(): string {
  const rows = Object.entries(ISSUE_MESSAGES).map(([code, sentence]) => [`\`${code}\``, sentence]);
  return table(["code", "what it says"], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}
