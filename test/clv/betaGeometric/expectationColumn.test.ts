import { describe, expect, test } from "vitest";
import { betaGeometricModel } from "../../../src/clv/betaGeometric/betaGeometricModel.ts";
import { expectationColumn } from "../../../src/clv/betaGeometric/expectationColumn.ts";
import { expectClose } from "./support/closeTo.ts";
import { columnsOf } from "./support/columnsOf.ts";
import { type History, seededUniform } from "./support/individuals.ts";

const VALUES = [0.243, 4.414, 0.793, 2.426];

function histories(count: number, repeatsMax: number, ageMax: number): History[] {
  const uniform = seededUniform(11);
  return Array.from({ length: count }, () => {
    const repeats = Math.floor(uniform() ** 3 * (repeatsMax + 1));
    const age = uniform() * ageMax;
    return { repeats, age, lastAge: repeats === 0 ? 0 : age * (0.5 + uniform() / 2) };
  });
}

describe.each([
  [0, betaGeometricModel("bg-nbd", 0)],
  [1, betaGeometricModel("mbg-nbd", 1)],
] as const)("with first chance %d", (firstChance, model) => {
  const columns = columnsOf(histories(5_000, 12, 60));
  const single = (history: History, horizon: number) =>
    model.conditionalExpectation(VALUES, history.repeats, history.lastAge, history.age, horizon);

  test.each([1e-10, 0.1, 39, 520, 1e5])("a column within %d is what one by one is", (horizon) => {
    const expected = expectationColumn(VALUES, firstChance, columns, { horizons: [horizon] });
    for (const [row, history] of columns.rows.entries()) {
      expectClose(expected[row]!, single(history, horizon), 1e-12, `${row}`);
    }
  });

  test("several horizons are added up by weight", () => {
    const horizons = [4.345, 8.69, 13.035];
    const horizonWeights = [0.5, -0.25, 2];
    const expected = expectationColumn(VALUES, firstChance, columns, { horizons, horizonWeights });
    for (const [row, history] of columns.rows.entries()) {
      const parts = horizons.map((horizon, index) => horizonWeights[index]! * single(history, horizon));
      expectClose(expected[row]!, parts[0]! + parts[1]! + parts[2]!, 1e-11, `${row}`);
    }
  });

  test("horizons that nearly cancel are left to the exact form", () => {
    const few = columnsOf(
      Array.from({ length: 100 }, (_, row) => ({ repeats: 1, lastAge: 5, age: 20 + row / 50 })),
    );
    const horizons = [39, 39 + 1e-7];
    const expected = expectationColumn(VALUES, firstChance, few, { horizons, horizonWeights: [-1, 1] });
    for (const [row, history] of few.rows.entries()) {
      const difference = single(history, horizons[1]!) - single(history, horizons[0]!);
      expect(Math.abs(expected[row]! - difference)).toBeLessThan(1e-14);
    }
  });

  test("customers beyond what is kept track of are computed one by one", () => {
    const far = { repeats: 1_100_000, lastAge: 999_999, age: 1_000_000 };
    const [near, other] = [
      { repeats: 2, lastAge: 30.43, age: 38.86 },
      { repeats: 0, lastAge: 0, age: 0 },
    ];
    const expected = expectationColumn(VALUES, firstChance, columnsOf([far, near, other]), {
      horizons: [39],
    });
    for (const [row, history] of [far, near, other].entries()) {
      expectClose(expected[row]!, single(history, 39), 1e-9, `${row}`);
    }
  });

  test("customers who are almost or wholly gone", () => {
    const lapsed = { repeats: 150, lastAge: 10, age: 1460 };
    const gone = { repeats: 2000, lastAge: 700, age: 1460 };
    const expected = expectationColumn(VALUES, firstChance, columnsOf([lapsed, gone]), { horizons: [365] });
    expect(expected[0]).toBeGreaterThan(0);
    expectClose(expected[0]!, single(lapsed, 365), 1e-10);
    expect(expected[1]).toBe(0);
  });

  test("nobody, and no horizon", () => {
    expect(expectationColumn(VALUES, firstChance, columnsOf([]), { horizons: [39] })).toEqual(
      new Float64Array(),
    );
    expect(
      expectationColumn(VALUES, firstChance, columnsOf(columns.rows.slice(0, 2)), { horizons: [] }),
    ).toEqual(new Float64Array(2));
  });
});

test("refuses another number of weights than horizons", () => {
  expect(() =>
    expectationColumn(VALUES, 0, columnsOf([]), { horizons: [1, 2], horizonWeights: [1] }),
  ).toThrow(expect.objectContaining({ code: "invalid_option", path: ["horizonWeights"] }));
});
