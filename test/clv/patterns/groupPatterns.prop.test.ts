import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { groupPatterns } from "../../../src/clv/patterns/groupPatterns.ts";

/** Few values, so that histories repeat. */
const history = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom(0.1, 1 / 3, 2), fc.constantFrom(2, 2.5, 7))
  .map(([repeats, lastAge, age]) => ({ repeats, lastAge: repeats === 0 ? 0 : lastAge, age }));

const columnsOf = (rows: readonly { repeats: number; lastAge: number; age: number }[]) => ({
  customerCount: rows.length,
  repeats: rows.map((row) => row.repeats),
  lastAge: rows.map((row) => row.lastAge),
  age: rows.map((row) => row.age),
});

test.prop([fc.array(history, { maxLength: 60 })])(
  "law: every customer has the pattern it is told",
  (rows) => {
    const grouped = groupPatterns(columnsOf(rows));
    const read = Array.from(grouped.patternOf, (pattern) => ({
      repeats: grouped.repeats[pattern],
      lastAge: grouped.lastAge[pattern],
      age: grouped.age[pattern],
    }));
    expect(read).toEqual(rows);
    expect(grouped.weights.reduce((sum, weight) => sum + weight, 0)).toBe(rows.length);
    expect(grouped.patternCount).toBe(new Set(rows.map((row) => JSON.stringify(row))).size);
  },
);

test.prop([fc.array(history, { maxLength: 60 }), fc.gen()])(
  "law: the order of the customers does not change the patterns",
  (rows, generate) => {
    const shuffled = generate(fc.shuffledSubarray, rows, { minLength: rows.length });
    const { patternOf: _one, ...patterns } = groupPatterns(columnsOf(rows));
    const { patternOf: _other, ...same } = groupPatterns(columnsOf(shuffled));
    expect(same).toEqual(patterns);
  },
);
