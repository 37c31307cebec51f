import type { Result } from "../../../bench/outcome/outcome.ts";
import { readmeTable } from "../../../bench/outcome/readmeTable.ts";
import { en } from "../../../src/criteria/locales/en.ts";
import { ACTIVITY_KINDS } from "../../../src/customers/columns/activityFields.ts";
import { BUILTIN_FACTS } from "../../../src/customers/facts.ts";
import { KIND_NAMES, namesOfKind } from "../../../src/intake/columns/activityNames.ts";
import { readActivities } from "../../../src/intake/readActivities.ts";
import { rememberShapes } from "../../../src/intake/rows/activityShapes.ts";
import { builtinScales } from "../../../src/report/builtinScales.ts";
import type { OpenScale } from "../../../src/scales/scale.ts";
import { ALL_MESSAGES } from "./allMessages.ts";
import { readText } from "./checkout.ts";
import { criterionText } from "./criterionText.ts";

/** The tables of the README that are written from the code: the name of the section and its content. */
export const README_TABLES: ReadonlyMap<string, () => string> = new Map([
  ...Object.values(builtinScales()).map((scale) => [`scale ${scale.name}`, () => scaleTable(scale)] as const),
  ["kinds", kindsTable],
  ["names", namesTable],
  ["facts", factsTable],
  ["codes", codesTable],
  ["performance", performanceTable],
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

/** Each kind with what its rows carry; what a row without it is refused for has no question mark. */
function kindsTable(): string {
  const context = { zone: undefined, amounts: "major", currency: "USD", mayConvert: false } as const;
  const shapeOf = rememberShapes(context);
  const rows = ACTIVITY_KINDS.map((kind) => {
    const bare = { kind, at: "2026-01-31" };
    const { issues } = readActivities([bare], { currency: "USD", onInvalid: "collect" });
    const required = new Set(issues.map(({ path }) => path[0]));
    const fields = shapeOf(kind, 2).fields.filter((field) => field !== "id" && field !== "at");
    return [`\`${kind}\``, fields.map((field) => `\`${field}${required.has(field) ? "" : "?"}\``).join(", ")];
  });
  return table(["kind", "carries, beside `id?` and `at`"], rows);
}

/** The usual names of each field, over all kinds, the preferred one first. */
function namesTable(): string {
  const namesByField = new Map<string, Set<string>>([["kind", new Set(KIND_NAMES)]]);
  for (const kind of ACTIVITY_KINDS) {
    for (const [field, names] of Object.entries(namesOfKind(kind))) {
      if (field === "id") continue;
      const known = namesByField.get(field) ?? new Set();
      for (const name of names) known.add(name);
      namesByField.set(field, known);
    }
  }
  const rows = [...namesByField].map(([field, names]) => [
    `\`${field}\``,
    [...names].map((name) => `\`${name}\``).join(", "),
  ]);
  return table(["field", "usual names"], rows);
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
  const rows = Object.entries(ALL_MESSAGES).map(([code, sentence]) => [`\`${code}\``, sentence]);
  return table(["code", "what it says"], rows);
}

/** Where and when the bench ran in full, and what it found of everything that has a goal. */
function performanceTable(): string {
  const [measured = ""] = /^Measured.*(?:\n.+)*/m.exec(readText("bench/results.md")) ?? [];
  const results = JSON.parse(readText("bench/results.json")) as readonly Result[];
  return `${measured.replaceAll("\n", " ")}\n\n${readmeTable(results)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}
