import { describe, expect, test } from "vitest";
import { customerLevels } from "../../../src/scales/builtin/customerLevels.ts";
import { ladderOfLoyalty } from "../../../src/scales/builtin/ladderOfLoyalty.ts";
import { allowedPairs } from "../../../src/scales/crosswalk/allowedPairs.ts";
import { LADDER_LEVEL_MAPPING, type StepMapping } from "../../../src/scales/crosswalk/ladderLevelMapping.ts";

const ladder = ladderOfLoyalty();
const levels = customerLevels({ keyAccountRevenue: "0.01", currency: "USD" });
const { rungs, levels: mappedLevels } = LADDER_LEVEL_MAPPING;

function closestOf(mappings: readonly StepMapping[], step: string): string | undefined {
  return mappings.find((mapping) => mapping.step === step)?.closest;
}

describe("the ready mapping of rungs and levels", () => {
  test("has every step, from the lowest", () => {
    expect(rungs.map(({ step }) => step)).toEqual(ladder.steps.map(({ id }) => id));
    expect(mappedLevels.map(({ step }) => step)).toEqual(levels.steps.map(({ id }) => id));
  });

  test("allows exactly what the default criteria allow, both ways", () => {
    const there = allowedPairs(ladder, levels);
    const back = allowedPairs(levels, ladder);
    expect(there.undecided.concat(back.undecided as never)).toEqual([]);
    rungs.forEach(({ allowed }, row) => {
      expect(allowed).toEqual(there.columns.filter((_, column) => there.allowed[row]?.[column]));
    });
    mappedLevels.forEach(({ allowed }, row) => {
      expect(allowed).toEqual(back.columns.filter((_, column) => back.allowed[row]?.[column]));
    });
  });

  test("a closest step is allowed, and nobody comes nearer to the top by going down", () => {
    for (const mappings of [rungs, mappedLevels] as readonly (readonly StepMapping[])[]) {
      const order = mappings === rungs ? levels.steps : ladder.steps;
      const ranks = mappings.map(({ closest }) => order.findIndex(({ id }) => id === closest));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      for (const { closest, allowed } of mappings) expect(allowed).toContain(closest);
    }
  });

  test("there and back again is the same level", () => {
    for (const { step } of mappedLevels) {
      expect(closestOf(rungs, closestOf(mappedLevels, step) as string)).toBe(step);
    }
  });

  test("a rung is worked on like its closest level, and says why in both languages", () => {
    for (const { closest, phase, goal, reasons } of rungs) {
      const level = mappedLevels.find(({ step }) => step === closest);
      expect([phase, goal]).toEqual([level?.phase, level?.goal]);
      expect(Object.keys(reasons)).toEqual(["en", "vi"]);
    }
    expect(mappedLevels.map(({ phase }) => phase)).toEqual([
      "approach",
      "approach",
      "engage",
      "engage",
      "keep-and-grow",
      "keep-and-grow",
    ]);
    expect([...new Set(mappedLevels.map(({ goal }) => goal))]).toEqual(["know", "like", "trust", "buy"]);
  });
});
