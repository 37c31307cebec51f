import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import type { Verdict } from "../../bench/measure/judge.ts";
import { describeMachine } from "../../bench/outcome/machine.ts";
import { figureOf, type Outcome, resultOf } from "../../bench/outcome/outcome.ts";
import { outcomeText } from "../../bench/outcome/outcomeText.ts";
import { readmeTable } from "../../bench/outcome/readmeTable.ts";
import { writeOutcome } from "../../bench/outcome/writeOutcome.ts";

const withPeer: Verdict = {
  name: "classify",
  unit: "row",
  size: 10_000,
  ours: { median: 20.04, low: 19, high: 21.5 },
  peerName: "C",
  peerDetail: "gcc 1",
  peer: { median: 10, low: 9.5, high: 11 },
  ratio: { median: 0.49901, low: 0.45, high: 0.52 },
  goal: { least: 0.6, aim: 0.9 },
};
const alone: Verdict = {
  ...withPeer,
  name: "place",
  size: 1_000_000,
  unit: "operation",
  peerName: null,
  peerDetail: null,
  peer: null,
  ratio: null,
};

const outcome: Outcome = {
  date: "2026-11-22T10:00:00.000Z",
  machine: {
    cpu: "A CPU",
    cores: 2,
    memoryGigabytes: 24,
    platform: "linux x64",
    node: "v20.20.2",
    loadBefore: 0.5,
  },
  rounds: 8,
  minutes: 21,
  results: [
    resultOf(withPeer),
    resultOf({ ...withPeer, size: 100_000, peerDetail: null, goal: null }),
    resultOf({ ...alone, goal: { least: 1_000, aim: 20 } }),
    figureOf("stream: time", 100_000, 31.234, "ns per order"),
  ],
  missing: ["polars: not installed"],
};

test("a result has medians with three digits, and what a list of results needs", () => {
  expect(resultOf(withPeer)).toEqual({
    name: "classify",
    size: 10_000,
    ours: 20,
    peer: 10,
    ratio: 0.499,
    goal: 0.6,
    aim: 0.9,
    reached: "missed",
    unit: "ns per row",
    peerName: "C",
    peerDetail: "gcc 1",
    oursRange: { low: 19, high: 21.5 },
    peerRange: { low: 9.5, high: 11 },
    ratioRange: { low: 0.45, high: 0.52 },
  });
});

test("a plain figure has the same properties", () => {
  const figure = figureOf("stream: time", 100_000, 31.234, "ns per order");
  expect(figure).toMatchObject({ ours: 31.2, peer: null, ratio: null, goal: null, reached: null });
  expect(Object.keys(figure)).toEqual(Object.keys(resultOf(withPeer)));
});

describe("how far a result came is judged by what is shown", () => {
  const reached = (verdict: Verdict, least: number, aim: number) =>
    resultOf({ ...verdict, goal: { least, aim } }).reached;

  test("a ratio where there is a peer", () => {
    expect(reached(withPeer, 0.5, 0.6)).toBe("missed");
    expect(reached(withPeer, 0.499, 0.5)).toBe("goal");
    expect(reached(withPeer, 0.4, 0.499)).toBe("aim");
  });

  test("a figure where there is none", () => {
    expect(reached(alone, 19, 18)).toBe("missed");
    expect(reached(alone, 20, 19)).toBe("goal");
    expect(reached(alone, 30, 20)).toBe("aim");
    expect(resultOf({ ...alone, goal: null }).reached).toBeNull();
  });
});

test("the text says where and when, who is missing, the goals, the scaling, and everything", () => {
  expect(outcomeText(outcome).split("\n")).toEqual([
    "Measured 2026-11-22 on A CPU, 2 cores, 24 GB, linux x64, Node v20.20.2;",
    "at least 8 rounds, in 21 min, load before the start 0.5.",
    "",
    expect.stringContaining("Medians"),
    expect.stringContaining("Goals"),
    "",
    "Not measured:",
    "- polars: not installed",
    "",
    "## Goals",
    "",
    "| what     |      size |               ratio | at least | aim |        reached | against |",
    "| -------- | --------: | ------------------: | -------: | --: | -------------: | ------- |",
    "| classify |    10,000 |   0.499 (0.45–0.52) |    ≥ 0.6 | 0.9 |     **missed** | C       |",
    "| place    | 1,000,000 | 20 ns per operation |  ≤ 1,000 |  20 | beyond the aim |         |",
    "",
    "## Scaling",
    "",
    "Ours in nanoseconds, by size.",
    "",
    "| what     | 10,000 | 100,000 | unit       |",
    "| -------- | -----: | ------: | ---------- |",
    "| classify |     20 |      20 | ns per row |",
    "",
    "## Everything",
    "",
    "| what         |      size |         ours |        peer |             ratio |             unit | against   |",
    "| ------------ | --------: | -----------: | ----------: | ----------------: | ---------------: | --------- |",
    "| classify     |    10,000 | 20 (19–21.5) | 10 (9.5–11) | 0.499 (0.45–0.52) |       ns per row | C (gcc 1) |",
    "| classify     |   100,000 | 20 (19–21.5) | 10 (9.5–11) | 0.499 (0.45–0.52) |       ns per row | C         |",
    "| place        | 1,000,000 | 20 (19–21.5) |             |                   | ns per operation |           |",
    "| stream: time |   100,000 |         31.2 |             |                   |     ns per order |           |",
    "",
  ]);
});

test("the text has no headings above nothing", () => {
  const figures = outcome.results.filter(({ goal, ratio }) => goal === null && ratio === null);
  const headings = outcomeText({ ...outcome, results: figures, missing: [] }).match(/^## .*$|^Not .*$/gm);
  expect(headings).toEqual(["## Everything"]);
});

test("the table for the README has the results with a goal, as they stand in the list", () => {
  expect(readmeTable(JSON.parse(JSON.stringify(outcome.results))).split("\n")).toEqual([
    "| what     |      size |                ours | against | times as fast | at least | reached        |",
    "| -------- | --------: | ------------------: | ------: | ------------: | -------: | -------------- |",
    "| classify |    10,000 |       20 ns per row |   C: 10 |         0.499 |    ≥ 0.6 | **missed**     |",
    "| place    | 1,000,000 | 20 ns per operation |         |               |  ≤ 1,000 | beyond the aim |",
  ]);
});

test("results are written as text and as a list in JSON", () => {
  const folder = mkdtempSync(join(tmpdir(), "loyalty-ladder-bench-"));
  try {
    writeOutcome(outcome, pathToFileURL(`${folder}/`));
    expect(JSON.parse(readFileSync(join(folder, "results.json"), "utf8"))).toEqual(outcome.results);
    expect(readFileSync(join(folder, "results.md"), "utf8")).toContain(outcomeText(outcome));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the machine is described as it is", () => {
  expect(describeMachine()).toMatchObject({ node: process.version, cores: expect.any(Number) });
  expect(describeMachine().cores).toBeGreaterThan(0);
});
