import { describe, expect, test } from "vitest";
import { type BenchCase, goal, goalAtMillion, noGoal } from "../../bench/measure/benchCase.ts";
import { createContest, type MissingSide } from "../../bench/measure/contest.ts";
import { differentAnswers, differentValues } from "../../bench/measure/differentValues.ts";
import { judge } from "../../bench/measure/judge.ts";
import { measureCase } from "../../bench/measure/measureCase.ts";
import { createLaterSide, createSide, type Side } from "../../bench/measure/side.ts";
import { spreadOf } from "../../bench/measure/spread.ts";
import { takeSamples } from "../../bench/measure/takeSamples.ts";

/** Sides on a clock that only their work moves, and a log of what was done. */
function playedSides(
  workMs: Readonly<Record<string, number>>,
  outcomeOf: (name: string) => number = () => 7,
) {
  const log: string[] = [];
  let nowMs = 0;
  const sides = Object.entries(workMs).map(([name, ms]) =>
    createSide<string, number>({
      name,
      unitsPerRun: 1_000,
      work() {
        log.push(name);
        nowMs += ms;
        return name;
      },
      outcomeOf,
    }),
  );
  const collectGarbage = () => {
    log.push("gc");
    nowMs += 1_000; // must stand in no figure
  };
  return { log, sides, clock: { clockMs: () => nowMs, collectGarbage } };
}

describe("takeSamples", () => {
  test("fits runs to the time of a sample, takes turns, turns the order round, leaves out the warm-up", async () => {
    const { log, sides, clock } = playedSides({ ours: 2, peer: 6 });
    const samples = await takeSamples(sides, { rounds: 2, warmUpMs: 10, sampleMs: 12, ...clock });
    const fitting = ["gc", "ours", "gc", "ours", "ours", "gc", "ours", "ours", "gc", "peer", "gc", "peer"];
    const ours = ["gc", ...new Array(6).fill("ours")];
    const peer = ["gc", "peer", "peer"];
    expect(log).toEqual([...fitting, ...ours, ...peer, ...peer, ...ours, ...ours, ...peer]);
    expect(samples).toEqual([
      [2, 2],
      [6, 6],
    ]);
  });

  test("runs once what takes longer than a sample, and never runs without end", async () => {
    const slow = playedSides({ ours: 100 });
    await takeSamples(slow.sides, { rounds: 1, warmUpMs: 0, sampleMs: 12, ...slow.clock });
    expect(slow.log).toEqual(["ours", "ours", "ours"]);
    const still = playedSides({ ours: 0 });
    await takeSamples(still.sides, { rounds: 1, warmUpMs: 0, sampleMs: 12, ...still.clock });
    expect(still.log.length).toBeLessThan(500_000);
  });

  test("lets a side prepare each sample outside the clock, and awaits what ends later", async () => {
    const log: string[] = [];
    let nowMs = 0;
    const side = createLaterSide<number, number>({
      name: "later",
      unitsPerRun: 1,
      before: async () => {
        log.push("before");
        nowMs += 500;
      },
      work: async () => {
        nowMs += 20;
        return 1;
      },
      outcomeOf: (given) => given,
    });
    const clock = { clockMs: () => nowMs, collectGarbage: () => undefined };
    expect(await takeSamples([side], { rounds: 2, warmUpMs: 0, sampleMs: 12, ...clock })).toEqual([[20, 20]]);
    expect(log).toEqual(["before", "before", "before", "before"]);
    expect(await side.outcome()).toBe(1);
  });
});

describe("a side", () => {
  test("that has not run yet works once for its outcome, and afterwards gives its last", async () => {
    let runs = 0;
    const work = () => {
      runs += 1;
      return runs;
    };
    const side = createSide<number, number>({ name: "a", unitsPerRun: 1, work, outcomeOf: (run) => run });
    expect(side.outcome()).toBe(1);
    side.time(3, () => 0);
    expect(side.outcome()).toBe(4);
    const later = createLaterSide<number, number>({
      name: "b",
      unitsPerRun: 1,
      work: async () => work(),
      outcomeOf: (run) => run,
    });
    expect(await later.outcome()).toBe(5);
  });
});

const measuring = { rounds: 3, warmUpMs: 0, sampleMs: 4 };

function caseOf(
  sides: readonly Side[],
  rest: Partial<Awaited<ReturnType<BenchCase["prepare"]>>> = {},
): BenchCase {
  return {
    name: "played",
    unit: "row",
    sizes: [10],
    rows: [{ name: "played", ours: "ours", peer: "peer", goalAt: noGoal }],
    prepare: (_, wanted) =>
      createContest(Object.fromEntries(sides.map((side) => [side.name, () => side])), wanted, {
        difference: (ours, other) => (ours === other ? undefined : `${ours} is not ${other}`),
        ...rest,
      }),
  };
}

describe("measureCase", () => {
  test("gives nanoseconds per unit of the sides that are wanted, and closes the contest", async () => {
    const { sides, clock } = playedSides({ ours: 2, peer: 6, other: 1 });
    let closed = 0;
    const close = () => {
      closed += 1;
    };
    const played = caseOf(sides, { close });
    const samples = await measureCase(played, 10, (name) => name !== "other", { ...measuring, ...clock });
    expect(samples).toEqual({
      sides: [
        { name: "ours", detail: null, nanoseconds: [2_000, 2_000, 2_000] },
        { name: "peer", detail: null, nanoseconds: [6_000, 6_000, 6_000] },
      ],
      missing: [],
    });
    expect(closed).toBe(1);
  });

  test("ends with an error where two sides differ, and still closes", async () => {
    const { sides, clock } = playedSides(
      { ours: 2, peer: 6 },
      (name) => name.length + Number(name === "peer"),
    );
    let closed = 0;
    const close = () => {
      closed += 1;
    };
    await expect(
      measureCase(caseOf(sides, { close }), 10, () => true, { ...measuring, ...clock }),
    ).rejects.toThrow("played, 10: ours and peer differ: 4 is not 5");
    expect(closed).toBe(1);
  });

  test("ends with an error where they differ only after the clock ran", async () => {
    let looks = 0;
    const { sides, clock } = playedSides({ ours: 2, peer: 6 }, (name) => {
      looks += 1;
      return name === "peer" && looks > 2 ? 8 : 7;
    });
    await expect(measureCase(caseOf(sides), 10, () => true, { ...measuring, ...clock })).rejects.toThrow(
      "7 is not 8",
    );
  });

  test("ends with an error where the check of ours finds something", async () => {
    const { sides, clock } = playedSides({ ours: 2 });
    const check = () => "a customer is missing";
    await expect(
      measureCase(caseOf(sides, { check }), 10, () => true, { ...measuring, ...clock }),
    ).rejects.toThrow("played, 10: a customer is missing");
  });

  test("lists who cannot take part", async () => {
    const missing: MissingSide = { name: "somebody", why: "not installed" };
    const contest = await createContest(
      { peer: () => missing, ours: async () => missing },
      (name) => name === "peer",
      {
        difference: () => undefined,
      },
    );
    expect(contest.sides).toEqual([]);
    expect(contest.missing).toEqual([{ name: "peer", why: "not installed" }]);
    expect(contest.close()).toBeUndefined();
  });
});

describe("judge", () => {
  const side = (name: string, nanoseconds: readonly number[], detail: string | null = null) => ({
    name,
    detail,
    nanoseconds,
  });
  const row = { name: "played, fast", ours: "ours", peer: "peer", goalAt: goal(0.6, 0.9) } as const;

  test("puts the rounds of all processes together, and takes ratios within a round", () => {
    const parts = [
      { sides: [side("peer", [30, 20], "by gcc"), side("ours", [10, 20])], missing: [] },
      { sides: [side("ours", [60]), side("peer", [120], "by gcc")], missing: [] },
    ];
    expect(judge(row, "row", 10, parts)).toEqual({
      name: "played, fast",
      unit: "row",
      size: 10,
      ours: { median: 20, low: 15, high: 40 },
      peerName: "peer",
      peerDetail: "by gcc",
      peer: { median: 30, low: 25, high: 75 },
      ratio: { median: 2, low: 1.5, high: 2.5 },
      goal: { least: 0.6, aim: 0.9 },
    });
  });

  test("says nothing of a row whose peer took no part in one of the processes", () => {
    const both = { sides: [side("ours", [10]), side("peer", [30])], missing: [] };
    const alone = { sides: [side("ours", [10])], missing: [{ name: "peer", why: "not installed" }] };
    expect(judge(row, "row", 10, [both, alone])).toBeUndefined();
    expect(judge(row, "row", 10, [])).toBeUndefined();
  });

  test("gives no ratio without a peer", () => {
    const parts = [{ sides: [side("ours", [10, 20])], missing: [] }];
    const verdict = judge({ ...row, peer: null, goalAt: noGoal }, "row", 10, parts);
    expect(verdict).toMatchObject({
      ours: { median: 15 },
      peer: null,
      peerName: null,
      ratio: null,
      goal: null,
    });
  });

  test("takes goals by size", () => {
    expect([10, 1_000_000, 10_000_000].map(goalAtMillion(2, 3))).toEqual([null, { least: 2, aim: 3 }, null]);
  });
});

describe("a difference", () => {
  test("between lists is found wherever it is", () => {
    expect(differentValues(Uint8Array.of(1, 2), [1, 2])).toBeUndefined();
    expect(differentValues([1, 2], [1, 3])).toBe("at 1 ours is 2, the peer's 3");
    expect(differentValues([1], [1, 1])).toBe("ours has 1 values, the peer 2");
  });

  test("between several lists is found in each", () => {
    expect(differentAnswers([[1], [2]], [[1], [2]])).toBeUndefined();
    expect(differentAnswers([[1], [2]], [[1], [3]])).toBe("list 1: at 0 ours is 2, the peer's 3");
    expect(differentAnswers([[1]], [])).toBe("ours are 1 lists, the other's 0");
  });
});

describe("spreadOf", () => {
  test("gives the median and the quarters, whatever the order", () => {
    expect(spreadOf([5, 1, 3, 2, 4])).toEqual({ median: 3, low: 2, high: 4 });
    expect(spreadOf([4, 1])).toEqual({ median: 2.5, low: 1.75, high: 3.25 });
    expect(spreadOf([7])).toEqual({ median: 7, low: 7, high: 7 });
  });
});
