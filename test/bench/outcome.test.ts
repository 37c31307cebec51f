import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import type { Verdict } from "../../bench/measure/judge.ts";
import { describeMachine } from "../../bench/outcome/machine.ts";
import { type Outcome, reachesGoal, resultOf } from "../../bench/outcome/outcome.ts";
import { outcomeText } from "../../bench/outcome/outcomeText.ts";
import { writeOutcome } from "../../bench/outcome/writeOutcome.ts";

const withPeer: Verdict = {
  name: "classify",
  unit: "row",
  size: 10_000,
  ours: { median: 20.04, low: 19, high: 21.5 },
  peerName: "by hand",
  peer: { median: 10, low: 9.5, high: 11 },
  ratio: { median: 0.49901, low: 0.45, high: 0.52 },
  goal: 0.6,
};
const alone: Verdict = {
  ...withPeer,
  name: "place",
  unit: "operation",
  peerName: null,
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
  processes: 3,
  rounds: 9,
  results: [resultOf(withPeer), resultOf({ ...alone, goal: 1_000 }), resultOf({ ...alone, goal: null })],
};

test("a result has medians with three digits", () => {
  const { ours, peer, ratio, goal } = resultOf(withPeer);
  expect({ ours, peer, ratio, goal }).toEqual({ ours: 20, peer: 10, ratio: 0.499, goal: 0.6 });
});

describe("a goal", () => {
  test("is the least ratio where there is a peer", () => {
    expect(reachesGoal(resultOf(withPeer))).toBe(false);
    expect(reachesGoal(resultOf({ ...withPeer, goal: 0.499 }))).toBe(true);
  });

  test("is the most nanoseconds where there is none", () => {
    expect(reachesGoal(resultOf({ ...alone, goal: 20 }))).toBe(true);
    expect(reachesGoal(resultOf({ ...alone, goal: 19 }))).toBe(false);
    expect(reachesGoal(resultOf({ ...alone, goal: null }))).toBeUndefined();
  });
});

test("the text says where and when, and has a table", () => {
  expect(outcomeText(outcome).split("\n")).toEqual([
    "Measured 2026-11-22 on A CPU, 2 cores, 24 GB, linux x64, Node v20.20.2;",
    "9 rounds in 3 processes, load before the start 0.5.",
    "",
    expect.stringContaining("Medians"),
    expect.stringContaining("Goal"),
    "",
    "| what     |   size |     ours, ns |    peer, ns |             ratio |         goal | per, against |",
    "| -------- | -----: | -----------: | ----------: | ----------------: | -----------: | ------------ |",
    "| classify | 10,000 | 20 (19–21.5) | 10 (9.5–11) | 0.499 (0.45–0.52) | ≥ 0.6 missed | row, by hand |",
    "| place    | 10,000 | 20 (19–21.5) |             |                   |  ≤ 1,000 met | operation    |",
    "| place    | 10,000 | 20 (19–21.5) |             |                   |              | operation    |",
    "",
  ]);
});

test("results are written as text and as JSON", () => {
  const folder = mkdtempSync(join(tmpdir(), "loyalty-ladder-bench-"));
  try {
    writeOutcome(outcome, pathToFileURL(`${folder}/`));
    expect(JSON.parse(readFileSync(join(folder, "results.json"), "utf8"))).toEqual(outcome);
    expect(readFileSync(join(folder, "results.md"), "utf8")).toContain(outcomeText(outcome));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the machine is described as it is", () => {
  expect(describeMachine()).toMatchObject({ node: process.version, cores: expect.any(Number) });
  expect(describeMachine().cores).toBeGreaterThan(0);
});
