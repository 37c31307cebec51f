import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Criterion } from "../../src/criteria/criterion.ts";
import { ROOT, readManifest, readSources, readText } from "../support/house/checkout.ts";
import { criterionText } from "../support/house/criterionText.ts";
import { fencesOf, relativeLinks, replaceSection, sectionOf } from "../support/house/markdown.ts";
import { README_TABLES } from "../support/house/readmeTables.ts";
import { type Names, runBlock } from "../support/house/runBlock.ts";
import { sameOutput } from "../support/house/sameOutput.ts";
import { shellViolations } from "../support/house/shellCommands.ts";

const { scripts } = readManifest();
const exampleSources = readSources("examples")
  .map((source) => source.text)
  .join("\n");

if (process.env.UPDATE_README !== undefined) {
  const text = [...README_TABLES].reduce(
    (readme, [name, write]) => replaceSection(readme, name, write()),
    readText("README.md"),
  );
  writeFileSync(`${ROOT}README.md`, text);
}
const readme = readText("README.md");
const fences = fencesOf(readme);

describe("README.md", () => {
  test("every block of code holds, in order", async () => {
    let names: Names = {};
    let checkCount = 0;
    for (const fence of fences.filter((one) => one.language === "ts")) {
      const result = await runBlock(
        fence.code,
        "README.md",
        fence.line,
        fence.marker === "continues" ? names : {},
      );
      names = fence.marker === "continues" ? { ...names, ...result.names } : result.names;
      checkCount += result.checkCount;
    }
    expect(checkCount).toBeGreaterThan(0);
  });

  test("every block is of a kind that is checked", () => {
    const kinds = ["ts", "sh", "json", "text", "csv", "sql"];
    expect(fences.filter((fence) => !kinds.includes(fence.language)).map((fence) => fence.line)).toEqual([]);
  });

  test("every shell command exists", () => {
    const shell = fences.filter((fence) => fence.language === "sh");
    expect(shell.flatMap((fence) => shellViolations(fence.code, scripts, exampleSources))).toEqual([]);
  });

  test("the two commands of a fresh machine stand there", () => {
    const lines = fences
      .filter((fence) => fence.language === "sh")
      .flatMap((fence) => fence.code.split("\n"));
    expect(lines.map((line) => line.replace(/\s*#.*/, ""))).toEqual(
      expect.arrayContaining(["npm ci && npm run report", "npm ci && npm test"]),
    );
  });

  test("every block of JSON parses", () => {
    for (const { code, line } of fences.filter((fence) => fence.language === "json")) {
      expect(() => JSON.parse(code), `README.md:${line}`).not.toThrow();
    }
    expect(fences.length).toBeGreaterThan(0);
  });

  const outputs = fences.filter((fence) => fence.marker.startsWith("output of: "));
  test.each(outputs)("$marker (line $line)", ({ marker, code, line }) => {
    const command = marker.slice("output of: ".length);
    expect(shellViolations(command, scripts, exampleSources)).toEqual([]);
    const words = command.split(" ");
    const output = execFileSync(words[0] as string, ["--silent", ...words.slice(1)], {
      cwd: ROOT,
      encoding: "utf8",
    });
    expect(
      sameOutput(output, code),
      `README.md:${line} shows\n${code}\nbut the command prints\n${output}`,
    ).toBe(true);
  });

  test.each([...README_TABLES])(
    "the table of %s is the one of the code (UPDATE_README=1 rewrites it)",
    (name, write) => {
      expect(sectionOf(readme, name)).toBe(write());
    },
  );

  test("every relative link leads somewhere", () => {
    expect(relativeLinks(readme).filter((target) => !existsSync(ROOT + target))).toEqual([]);
  });

  test("it names every subpath of the package", () => {
    const subpaths = Object.keys(readManifest().exports).map((subpath) =>
      subpath.replace(/^\./, "loyalty-ladder"),
    );
    expect(
      subpaths.filter((subpath) => !subpath.endsWith("package.json") && !readme.includes(subpath)),
    ).toEqual([]);
  });
});

describe("the checks of the README", () => {
  test("take what exists and report what does not", () => {
    const check = (code: string) =>
      shellViolations(code, { report: "", test: "" }, "  --as-of DAY  the last day");
    const sound =
      "npm ci && npm test # all of it\nnpm run report\nnpm run report -- a.csv --as-of 1 \\\n  --as-of 2\ncat a.csv | npm run report -- -";
    expect(check(sound)).toEqual([]);
    for (const bad of [
      "npm run nothing",
      "npx tsx main.ts",
      "rm -r dist",
      "npm run report -- --nothing",
      "npm ci && yarn",
      "npm run",
    ]) {
      expect(check(bad), bad).toHaveLength(1);
    }
  });

  test("compare output line by line, where a line of three dots stands for any lines", () => {
    const printed = "a  \nb\nc\nd\n";
    expect(
      ["a\nb\nc\nd", "a\n…\nd", "…\nd", "a\n…", "a\n…\nc\n…"].filter((shown) => !sameOutput(printed, shown)),
    ).toEqual([]);
    expect(
      ["a\nb", "b\nc\nd", "a\n…\nc", "…\nx\n…", "a\nb\nc\nd\ne"].filter((shown) =>
        sameOutput(printed, shown),
      ),
    ).toEqual([]);
  });

  test("write tables from the code", () => {
    expect(README_TABLES.get("codes")?.()).toContain("| `empty_id` | An id must not be empty. |");
    expect(README_TABLES.get("scale ladder")?.()).toContain("| 4 | `customer` | Customer |");
    expect(README_TABLES.get("facts")?.()).toContain("| `recentRevenue` | money | `recentRevenueMinor` |");
  });

  test.each<[text: string, criterion: Criterion]>([
    ["orders >= 2", { fact: "orders", atLeast: 2 }],
    ["a + b < 1.5", { sum: ["a", "b"], lessThan: 1.5 }],
    ["nps between 0 and 6", { fact: "nps", between: [0, 6] }],
    [
      "member and not targeted",
      {
        all: [
          { fact: "member", is: true },
          { fact: "targeted", is: false },
        ],
      },
    ],
    [
      "not (a > 1 or b = 2) and c <= 3",
      {
        all: [
          {
            not: {
              any: [
                { fact: "a", moreThan: 1 },
                { fact: "b", is: 2 },
              ],
            },
          },
          { fact: "c", atMost: 3 },
        ],
      },
    ],
    [
      "(profit (else revenue) in the top 20 % among orders >= 1) or x",
      {
        any: [
          { fact: "revenue", atLeast: { top: 0.2, among: { fact: "orders", atLeast: 1 }, prefer: "profit" } },
          { fact: "x", is: true },
        ],
      },
    ],
  ])("write a criterion as %s", (text, criterion) => {
    expect(criterionText(criterion)).toBe(text);
  });
});
