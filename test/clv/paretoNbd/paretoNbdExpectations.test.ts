import { describe, expect, test } from "vitest";
import { paretoNbdExpectations } from "../../../src/clv/paretoNbd/paretoNbdExpectations.ts";
import { paretoNbd } from "../../../src/clv/paretoNbd/predict.ts";
import { createRandom } from "../../../src/math/createRandom.ts";
import { expectNear, PUBLISHED } from "./support/figures.ts";

/** Customers whose ages are whole days of `days`, or none alike. */
function customers(customerCount: number, days: number | null, repeatsMax: number) {
  const random = createRandom(7);
  const below = (end: number) =>
    days === null ? random.next() * end : Math.floor(random.next() * (end + 1));
  const age = Array.from({ length: customerCount }, () => below(days ?? 300));
  const repeats = age.map(() => Math.floor(random.next() ** 4 * (repeatsMax + 1)));
  const lastAge = age.map((end, row) => (repeats[row] === 0 ? 0 : below(end)));
  return { customerCount, repeats, lastAge, age };
}

const oneByOne = (
  { customerCount, repeats, lastAge, age }: ReturnType<typeof customers>,
  horizon: number,
): number[] =>
  Array.from({ length: customerCount }, (_, row) =>
    paretoNbd.conditionalExpectation(PUBLISHED, repeats[row]!, lastAge[row]!, age[row]!, horizon),
  );

describe("expectations of columns", () => {
  test.each([
    ["whole days", customers(2000, 300, 12)],
    ["ages that nobody shares", customers(3000, null, 12)],
    ["very many repeats", customers(500, 300, 5000)],
    ["nobody", customers(0, 300, 1)],
  ])("are those of the customers one by one: %s", (_name, columns) => {
    const expected = oneByOne(columns, 39);
    const found = paretoNbdExpectations(PUBLISHED, columns, { horizons: [39] });
    expect(found).toHaveLength(expected.length);
    for (const [row, value] of expected.entries()) expectNear(found[row]!, value, 1e-11, `row ${row}`);
  });

  test("are weighted sums over the horizons", () => {
    const columns = customers(300, 300, 12);
    const [one, two] = [oneByOne(columns, 4), oneByOne(columns, 13)];
    const found = paretoNbdExpectations(PUBLISHED, columns, {
      horizons: [4, 13],
      horizonWeights: [0.5, 0.25],
    });
    for (const [row, value] of one.entries()) expectNear(found[row]!, 0.5 * value + 0.25 * two[row]!, 1e-12);
    const whole = paretoNbdExpectations(PUBLISHED, columns, { horizons: [4, 13] });
    for (const [row, value] of one.entries()) expectNear(whole[row]!, value + two[row]!, 1e-12);
  });

  test("are what the model offers", () => {
    const columns = customers(20, 300, 12);
    const found = paretoNbd.conditionalExpectations(PUBLISHED, columns, { horizons: [39] });
    expect(found).toEqual(paretoNbdExpectations(PUBLISHED, columns, { horizons: [39] }));
  });

  test("want a weight for each horizon", () => {
    const options = { horizons: [4, 13], horizonWeights: [1] };
    expect(() => paretoNbdExpectations(PUBLISHED, customers(1, 300, 1), options)).toThrow(
      expect.objectContaining({ code: "invalid_option", path: ["horizonWeights"] }),
    );
  });
});
