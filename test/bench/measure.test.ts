import { describe, expect, test } from "vitest";
import { noGoal } from "../../bench/measure/benchCase.ts";
import { createContest } from "../../bench/measure/contest.ts";
import { judge } from "../../bench/measure/judge.ts";
import { measureCase } from "../../bench/measure/measureCase.ts";
import { spreadOf } from "../../bench/measure/spread.ts";
import { takeSamples } from "../../bench/measure/takeSamples.ts";

/** Two sides on a clock that only their work moves, and a log of what was done. */
function playedContest(oursMs: number, peerMs: number) {
  const log: string[] = [];
  let nowMs = 0;
  const side = (name: string, workMs: number) => () => {
    log.push(name);
    nowMs += workMs;
    return name;
  };
  const contest = createContest({
    unitsPerRun: 1_000,
    ours: side("ours", oursMs),
    peer: side("peer", peerMs),
    difference: () => undefined,
  });
  const collectGarbage = () => {
    log.push("gc");
    nowMs += 1_000; // must stand in no figure
  };
  return { log, contest, clockMs: () => nowMs, collectGarbage };
}

describe("takeSamples", () => {
  test("takes turns, turns the order round, collects garbage before each, and leaves out the warm-up", () => {
    const { log, contest, ...clock } = playedContest(2, 6);
    const samples = takeSamples([contest.ours, contest.peer], 2, { rounds: 2, warmUpRounds: 1, ...clock });
    const there = ["gc", "ours", "ours", "gc", "peer", "peer"];
    const back = ["gc", "peer", "peer", "gc", "ours", "ours"];
    expect(log).toEqual([...there, ...back, ...there]);
    expect(samples).toEqual([
      [2, 2],
      [6, 6],
    ]);
  });
});

const benchCase = {
  name: "played",
  unit: "row",
  sizes: [10],
  unitsPerSample: 3_500,
  goalAt: () => 0.6,
} as const;

describe("measureCase", () => {
  test("gives nanoseconds per unit", () => {
    const { log, contest, ...clock } = playedContest(2, 6);
    const measuring = { rounds: 3, warmUpRounds: 0, ...clock };
    const samples = measureCase({ ...benchCase, peerName: "other", prepare: () => contest }, 10, measuring);
    expect(samples).toEqual({ ours: [2_000, 2_000, 2_000], peer: [6_000, 6_000, 6_000] });
    expect(log.filter((entry) => entry === "ours")).toHaveLength(1 + 3 * 4); // 4 runs reach 3,500 units
  });

  test("without a peer runs the other side once, for the answer", () => {
    const { log, contest, ...clock } = playedContest(2, 6);
    const measuring = { rounds: 3, warmUpRounds: 0, ...clock };
    const samples = measureCase({ ...benchCase, peerName: null, prepare: () => contest }, 10, measuring);
    expect(samples).toEqual({ ours: [2_000, 2_000, 2_000], peer: null });
    expect(log.filter((entry) => entry === "peer")).toHaveLength(1);
  });
});

describe("judge", () => {
  const { contest } = playedContest(2, 6);

  test("puts the rounds of all processes together, and takes ratios within a round", () => {
    const withPeer = { ...benchCase, peerName: "other", prepare: () => contest };
    const parts = [
      { ours: [10, 20], peer: [30, 20] },
      { ours: [60], peer: [120] },
    ];
    expect(judge(withPeer, 10, parts)).toEqual({
      name: "played",
      unit: "row",
      size: 10,
      ours: { median: 20, low: 15, high: 40 },
      peerName: "other",
      peer: { median: 30, low: 25, high: 75 },
      ratio: { median: 2, low: 1.5, high: 2.5 },
      goal: 0.6,
    });
  });

  test("gives no ratio without a peer", () => {
    const alone = { ...benchCase, peerName: null, goalAt: noGoal, prepare: () => contest };
    const verdict = judge(alone, 10, [{ ours: [10, 20], peer: null }]);
    expect(verdict).toMatchObject({ ours: { median: 15 }, peer: null, ratio: null, goal: null });
  });
});

describe("spreadOf", () => {
  test("gives the median and the quarters, whatever the order", () => {
    expect(spreadOf([5, 1, 3, 2, 4])).toEqual({ median: 3, low: 2, high: 4 });
    expect(spreadOf([4, 1])).toEqual({ median: 2.5, low: 1.75, high: 3.25 });
    expect(spreadOf([7])).toEqual({ median: 7, low: 7, high: 7 });
  });
});
