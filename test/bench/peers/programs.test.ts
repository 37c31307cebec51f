import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { ALL_SCALES, TWO_SCALES } from "../../../bench/cases/scales.ts";
import { cProgram } from "../../../bench/peers/c/cProgram.ts";
import { loadPeer } from "../../../bench/peers/loadPeer.ts";
import { numpyProgram } from "../../../bench/peers/numpy/numpyProgram.ts";
import { createPolicyInput, namedColumns } from "../../../bench/peers/policyInput.ts";
import { selfTimedSide } from "../../../bench/peers/selfTimed/selfTimedSide.ts";
import { startProgram } from "../../../bench/peers/selfTimed/startProgram.ts";
import { numpyByBlock, numpyOfPolicy } from "../../../bench/policy/numpyOfPolicy.ts";
import { policyOf } from "../../../bench/policy/policy.ts";
import { rulesOfPolicy } from "../../../bench/policy/rulesOfPolicy.ts";
import { createCustomers } from "../../../bench/population/createCustomers.ts";
import { columnsOf } from "../../../src/scales/columnsOf.ts";
import { compileScale } from "../../../src/scales/compileScale.ts";
import { compileTogether } from "../../../src/scales/compileTogether.ts";
import type { Scale } from "../../../src/scales/scale.ts";

const policyOfScales = (scales: readonly Scale[]) =>
  policyOf(compileTogether(scales.map((scale) => compileScale(scale))));
const policy = policyOfScales(TWO_SCALES);
const table = createCustomers(40, 1);
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A program that plays the part of one in another language: a form takes as many milliseconds as its number. */
const PLAYED = `
  const { writeFileSync } = require("node:fs");
  const lines = require("node:readline").createInterface({ input: process.stdin });
  const [folder, rows, name] = process.argv.slice(1);
  lines.on("line", (line) => {
    const [word, form, runs] = line.split(" ");
    if (word === "hello") console.log("ready");
    else if (word === "run") console.log((Number(form) === 1 ? 1e6 : 5e6) * Number(runs));
    else if (word === "write") {
      for (const ranking of [0, 1]) writeFileSync(folder + "/" + name + "-" + ranking + ".out", Buffer.from([Number(form), ranking]));
      console.log("written");
    }
  });
`;

describe("a program in another language", () => {
  const createInput = () => {
    const input = createPolicyInput(policy, columnsOf(table), table.rowCount);
    ends.push(input.close);
    return input;
  };

  test("finds the columns as their bytes stand in memory, in a folder that goes with the contest", () => {
    const input = createInput();
    const { folder } = input.files();
    expect(input.files().folder).toBe(folder);
    for (const { field } of policy.columns) {
      const bytes = readFileSync(join(folder, `${field}.bin`));
      const { buffer, byteOffset, byteLength } = columnsOf(table)(field);
      expect(bytes.equals(Buffer.from(buffer, byteOffset, byteLength))).toBe(true);
    }
    input.close();
    expect(existsSync(folder)).toBe(false);
  });

  test("is timed by its own clock, in its fastest form, and gives its answers", async () => {
    const files = createInput().files();
    const program = await startProgram(process.execPath, ["-e", PLAYED, files.folder, "2", "played"]);
    ends.push(program.close);
    expect(await program.time(0, 3)).toBe(15);
    const forms = ["slow", "fast", "slow too"];
    const side = await selfTimedSide({ name: "played", program, forms, files, rowCount: 2, maker: "node" });
    expect(side.detail).toBe("node, fast");
    expect(await side.time(10, () => 0)).toBe(10);
    expect(await side.outcome()).toEqual([Buffer.from([1, 0]), Buffer.from([1, 1])]);
  });

  test("that fails is told with its own words, at once or later", async () => {
    const failing = `process.stderr.write("no such column"); process.exit(3)`;
    await expect(startProgram(process.execPath, ["-e", failing])).rejects.toThrow("no such column");
    const mute = "process.stdin.resume(); setTimeout(() => process.exit(3), 20)";
    await expect(startProgram(process.execPath, ["-e", mute])).rejects.toThrow(
      "the program ended with code 3",
    );
    await expect(startProgram("no-such-program", [])).rejects.toThrow("ENOENT");
  });
});

describe("the text of a program", () => {
  test("in C has every form, and reads each column in its type", () => {
    const { source, forms } = cProgram(policyOfScales(ALL_SCALES));
    expect(forms.length).toBeGreaterThanOrEqual(3);
    for (const [index, form] of forms.entries()) {
      expect(source).toContain(`/* ${form} */\nstatic __attribute__((noinline)) void form${index}(`);
      expect(source).toContain(`case ${index}: form${index}(first, end, `);
    }
    expect(source).toContain(`uint32_t *c_orders = read_column(argv[1], "orders", rows * sizeof(uint32_t));`);
    expect(source).toContain(`double *c_rhythm = read_column(argv[1], "rhythm", rows * sizeof(double));`);
    expect(source).toContain(`uint8_t *c_nps = read_column(argv[1], "nps", rows * sizeof(uint8_t));`);
    expect(source.split("{").length).toBe(source.split("}").length);
  });

  test("in Python reads the columns, and works on all rows or by blocks", () => {
    const whole = numpyProgram(policy, numpyOfPolicy(policy));
    expect(whole).toContain(`w_orders = np.fromfile(f"{folder}/orders.bin", np.uint32, rows)`);
    expect(whole).toContain("step = max(rows, 1)");
    expect(numpyProgram(policy, numpyByBlock(policy))).toContain("step = 32768");
    expect(whole).toContain("enumerate([r0, r1])");
  });
});

test("rules say the steps from the top down, and read sums and flags as one writes them", () => {
  const rules = rulesOfPolicy(policy);
  expect(rules.map(({ event, priority }) => [event.type, priority])).toEqual(
    TWO_SCALES[0]!.steps.map((_, step) => [String(step), step + 1]),
  );
  expect(rules[0]?.conditions).toEqual({ all: [{ fact: "targeted", operator: "equal", value: true }] });
  expect(rules[5]?.conditions).toEqual({
    all: [{ fact: "referrals+testimonials", operator: "greaterThanInclusive", value: 1 }],
  });
});

test("columns are named so that no language takes them for a word of its own", () => {
  const input = createPolicyInput(policy, columnsOf(table), table.rowCount);
  expect(namedColumns(input).map(({ name }) => name)).toContain("c_orders");
  input.close();
});

describe("a package that may be missing", () => {
  test("is said to be, with the command that installs it", async () => {
    expect(await loadPeer("loyalty-ladder-no-such-package")).toEqual({
      why: "loyalty-ladder-no-such-package is not installed: npm ci --prefix bench",
    });
  });

  test("is said to be broken where it is", async () => {
    const input = createPolicyInput(policy, columnsOf(table), table.rowCount);
    const path = join(input.files().folder, "broken.mjs");
    writeFileSync(path, `throw new Error("a library of the system is too old");`);
    expect(await loadPeer(path)).toEqual({ why: "a library of the system is too old" });
    input.close();
  });

  test("is given as it is where it is there", async () => {
    expect(await loadPeer<{ readonly join: unknown }>("node:path")).toMatchObject({ join });
  });
});
