import { describe, expect, test } from "vitest";
import { compileBlock } from "../support/house/compileBlock.ts";
import { docTags, examplesOf } from "../support/house/docExamples.ts";
import { fencesOf, relativeLinks, replaceSection, sectionOf } from "../support/house/markdown.ts";
import { runBlock } from "../support/house/runBlock.ts";

const run = (code: string, names = {}) => runBlock(code, "block", 1, names);

describe("running a block", () => {
  test.each([
    ["a value", "1 + 1; // => 2"],
    ["a value of a constant", "const a: number = 1 + 1; // => 2"],
    ["a value on the next line", "[1, 2].map(String);\n// => ['1', '2']"],
    [
      "a value over several lines",
      "f({\n  a: 1,\n}); // => {\n//   a: 1,\n//   b: [2],\n// }\n// and a remark",
    ],
    ["a promise", "Promise.resolve(3); // => 3"],
    ["no value", "undefined; // => undefined"],
    ["an error", "refuse(); // throws bad_input, since it refuses"],
    [
      "an import of Node",
      `import { basename as last, type ParsedPath } from "node:path";\nlast("a/b"); // => "b"`,
    ],
    ["an import of all", `import * as path from "node:path";\npath.basename("a/b"); // => "b"`],
  ])("holds for %s", async (_name, code) => {
    const refuse = () => {
      throw Object.assign(new Error("no"), { code: "bad_input" });
    };
    const result = await run(code, { f: (row: object) => ({ ...row, b: [2] }), refuse });
    expect(result.checkCount).toBe(1);
  });

  test("leaves its names behind", async () => {
    const { names } = await run("const a = 1; let { b, c: [d] } = { b: 2, c: [3] }; function f() {}");
    expect(names).toMatchObject({ a: 1, b: 2, d: 3, f: expect.any(Function) });
  });

  test.each([
    ["a wrong value", "1 + 1; // => 3"],
    ["a wrong value further down", "1; // => 1\n2; // => 2\n\nconst a = 3; // => 4"],
    ["a property that is only undefined", "({ a: undefined }); // => {}"],
    ["another type of array", "[1]; // => Uint8Array.of(1)"],
    ["an error that is not thrown", "1; // throws bad_input"],
    ["another error", "throwing(); // throws bad_input"],
    ["a value inside a function", "function f() {\n  1; // => 2\n}"],
    ["a value that is none", "1; // => about 1"],
    ["a value without a statement", "// => 1"],
    ["a value of a loop", "for (const a of [1]) a; // => 1"],
    ["text that is no code", "const = 1;"],
    ["printing", "console.log(1);"],
    ["an unknown name", "nowhere; // => 1"],
    ["an unknown package", `import { a } from "left-pad";`],
    ["a default import", `import path from "node:path";`],
  ])("fails on %s", async (_name, code) => {
    const throwing = () => {
      throw Object.assign(new Error("no"), { code: "other" });
    };
    await expect(run(code, { throwing })).rejects.toThrow();
  });

  test("names the line of the document in its failure", async () => {
    await expect(runBlock("1; // => 1\n2; // => 3", "README.md", 10)).rejects.toThrow("README.md:11");
  });

  test("finds the line of a value after a statement of several lines", () => {
    expect(compileBlock("const a = [\n  1,\n];\na.length; // => 1").body).toContain("check(3,");
  });
});

describe("reading documents", () => {
  const markdown = [
    "# A",
    "```sh",
    "npm test",
    "```",
    "<!-- continues -->",
    "```ts",
    "a;",
    "",
    "b;",
    "```",
  ].join("\n");

  test("finds fences with their line and marker", () => {
    expect(fencesOf(markdown)).toEqual([
      { language: "sh", line: 3, code: "npm test", marker: "" },
      { language: "ts", line: 7, code: "a;\n\nb;", marker: "continues" },
    ]);
  });

  test("refuses an open fence", () => {
    expect(() => fencesOf("```ts\na;")).toThrow("line 1");
  });

  test("finds and replaces marked sections", () => {
    const text = "x <!-- scale ladder -->\nold\n<!-- /scale --> y";
    expect(sectionOf(text, "scale ladder")).toBe("old");
    expect(sectionOf(text, "codes")).toBeUndefined();
    expect(replaceSection(text, "scale ladder", "new")).toBe(
      "x <!-- scale ladder -->\nnew\n<!-- /scale --> y",
    );
    expect(replaceSection(text, "codes", "new")).toBe(text);
  });

  test("finds relative links in prose only", () => {
    const text = "[a](LICENSE) [b](https://example.org) [c](#part) [d](docs/a.md#b)\n```ts\nf[0](x)\n```";
    expect(relativeLinks(text)).toEqual(["LICENSE", "docs/a.md"]);
  });

  test("finds the tags and examples of a comment", () => {
    const comment =
      "/**\n * Says a.\n * More.\n * @throws `b`\n *\n * @example\n * f(); // => 1\n *   g();\n */";
    expect(docTags(comment, 1).map(({ name, line }) => [name, line])).toEqual([
      ["", 1],
      ["throws", 4],
      ["example", 6],
    ]);
    const source = {
      path: "src/a.ts",
      text: `\n${comment}\nexport const f = 1;\n/** @example h(); // => 2 */`,
    };
    expect(examplesOf(source)).toEqual([
      { path: "src/a.ts", line: 7, code: "\nf(); // => 1\n  g();" },
      { path: "src/a.ts", line: 12, code: "h(); // => 2" },
    ]);
  });
});
