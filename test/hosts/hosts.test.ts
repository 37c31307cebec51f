import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { runNode } from "../support/house/runNode.ts";
import { askBrowser, POST_ANSWER } from "./support/askBrowser.ts";
import { findProgram } from "./support/findProgram.ts";
import { type HostAnswer, rowDigest } from "./support/hostAnswer.ts";
import { type HostProgramOptions, hostProgram } from "./support/hostProgram.ts";

const folder = mkdtempSync(join(tmpdir(), "loyalty-ladder-hosts-"));
afterAll(() => rmSync(folder, { recursive: true }));

let fileCount = 0;

async function programFile(options: HostProgramOptions): Promise<string> {
  fileCount += 1;
  const path = join(folder, `program${fileCount}.${options.format === "cjs" ? "cjs" : "mjs"}`);
  writeFileSync(path, await hostProgram(options));
  return path;
}

/** What a host must be able to do, or refuse. */
interface Expected {
  /** Whether WebAssembly runs. */
  readonly runsModules: boolean;
  readonly hasMemory?: boolean;
  readonly refusesEval?: boolean;
}

const digest = rowDigest();

function expectSame(
  text: string,
  { runsModules, hasMemory = runsModules, refusesEval = false }: Expected,
): void {
  const answer: HostAnswer = text.startsWith("{") ? JSON.parse(text) : expect.fail(text);
  expect(answer).toEqual({
    digests: { oneByOne: digest, together: digest, resident: digest },
    modules: expect.any(Number),
    isResident: hasMemory,
    refusesEval,
  });
  expect(answer.modules > 0).toBe(runsModules);
}

async function expectSameInNode(
  expected: Expected,
  options: HostProgramOptions,
  ...words: readonly string[]
): Promise<void> {
  const { exitCode, output, errors } = await runNode([...words, await programFile(options)]);
  const ofProgram = errors.replace("Warning: disabling flag --expose_wasm due to conflicting flags\n", ""); // V8's
  expect({ exitCode, errors: ofProgram }).toEqual({ exitCode: 0, errors: "" });
  expectSame(output, expected);
}

/** Without `wasm-unsafe-eval`, compiling throws though `WebAssembly.validate` says true. */
const STRICT = "default-src 'none'; connect-src 'self'; script-src 'self'";

const refusing = (part: string) =>
  `WebAssembly.${part} = class { constructor() { throw new RangeError("refused"); } };`;

describe("columns give what rows give, silently", () => {
  test("in Node, as an ES module", () => expectSameInNode({ runsModules: true }, { format: "esm" }));

  test("in Node, as a CommonJS module", () => expectSameInNode({ runsModules: true }, { format: "cjs" }));

  test("in Node, where code from strings is refused", () =>
    expectSameInNode(
      { runsModules: true, refusesEval: true },
      { format: "esm" },
      "--disallow-code-generation-from-strings",
    ));

  test("in Node, without a compiler, and so without WebAssembly", () =>
    expectSameInNode({ runsModules: false }, { format: "esm" }, "--jitless"));

  test.each<[what: string, prelude: string, hasMemory: boolean]>([
    ["is absent", "delete globalThis.WebAssembly;", false],
    ["compiles nothing", refusing("Module"), true],
    ["links nothing", refusing("Instance"), true],
    ["has no memory", refusing("Memory"), false],
  ])("in Node, where WebAssembly %s", (_, prelude, hasMemory) =>
    expectSameInNode({ runsModules: false, hasMemory }, { format: "esm", prelude }),
  );

  test.each(findProgram("DENO_BIN", ["deno"], "the hosts test in Deno"))("in Deno: %s", async (deno) => {
    const env = { ...process.env, DENO_DIR: join(folder, "deno"), DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" };
    const words = ["run", "--no-prompt", "--no-config", "--no-remote", await programFile({ format: "esm" })];
    const { stdout, stderr } = await promisify(execFile)(deno, words, { env });
    expect(stderr).toBe("");
    expectSame(stdout, { runsModules: true });
  });

  const browsers = findProgram(
    "CHROMIUM_BIN",
    ["chromium", "chromium-browser", "google-chrome"],
    "the hosts test in a browser, with and without WebAssembly",
  );

  test.each(browsers)("in a browser whose policy forbids WebAssembly: %s", async (browser) => {
    const text = await askBrowser(browser, await hostProgram({ format: "esm", report: POST_ANSWER }), STRICT);
    expectSame(text, { runsModules: false, hasMemory: true, refusesEval: true });
  });

  test.each(browsers)("in a browser whose policy allows WebAssembly: %s", async (browser) => {
    const policy = `${STRICT} 'wasm-unsafe-eval'`;
    const text = await askBrowser(browser, await hostProgram({ format: "esm", report: POST_ANSWER }), policy);
    expectSame(text, { runsModules: true, refusesEval: true });
  });
});
