import { describe, expect, test } from "vitest";
import { lineSearch } from "../../src/math/lineSearch.ts";

/** A line from a value and its derivative, and how often it was asked. */
function lineOf(value: (step: number) => number, slope: (step: number) => number) {
  const asked: number[] = [];
  const line: Parameters<typeof lineSearch>[0] = (step) => {
    asked.push(step);
    return { step, value: value(step), slope: slope(step) };
  };
  return { line, asked, start: { step: 0, value: value(0), slope: slope(0) } };
}

// Functions 1 to 3 of Moré & Thuente 1994, ACM TOMS 20, and one that oscillates.
const lines = {
  "a pole": () =>
    lineOf(
      (s) => -s / (s * s + 2),
      (s) => (s * s - 2) / (s * s + 2) ** 2,
    ),
  "a steep well": () =>
    lineOf(
      (s) => (s + 0.004) ** 5 - 2 * (s + 0.004) ** 4,
      (s) => 5 * (s + 0.004) ** 4 - 8 * (s + 0.004) ** 3,
    ),
  "a narrow parabola": () =>
    lineOf(
      (s) => (1000 * s - 1) ** 2,
      (s) => 2000 * (1000 * s - 1),
    ),
  "waves on a slope": () =>
    lineOf(
      (s) => 0.1 * s * s - s + Math.sin(8 * s) / 9,
      (s) => 0.2 * s - 1 + (8 / 9) * Math.cos(8 * s),
    ),
};

describe.each(Object.entries(lines))("on %s", (_name, createLine) => {
  test.each([1e-3, 1e-1, 1, 10, 1e3])("a first step of %d leads to the strong Wolfe conditions", (first) => {
    const { line, asked, start } = createLine();
    const found = lineSearch(line, start, first, 1e9)!;
    expect(found.value).toBeLessThanOrEqual(start.value + 1e-4 * found.step * start.slope + 1e-15);
    expect(Math.abs(found.slope)).toBeLessThanOrEqual(0.9 * Math.abs(start.slope));
    expect(found.step).toBe(asked.at(-1));
    expect(asked.length).toBeLessThan(40);
  });
});

describe("the line", () => {
  const parabola = () =>
    lineOf(
      (s) => (s - 3) ** 2,
      (s) => 2 * (s - 3),
    );

  test("is not followed beyond the last step", () => {
    const { line, asked, start } = lineOf(
      (s) => -s,
      () => -1,
    );
    expect(lineSearch(line, start, 1, 7)).toEqual({ step: 7, value: -7, slope: -1 });
    expect(asked).toEqual([1, 3, 7]);
    expect(lineSearch(line, start, 9, 7)!.step).toBe(7);
  });

  test("takes a first step that is good at once", () => {
    const { line, asked, start } = parabola();
    expect(lineSearch(line, start, 3.5, 100)!.step).toBe(3.5);
    expect(asked).toEqual([3.5]);
  });

  test.each([Number.POSITIVE_INFINITY, Number.NaN])("turns back from %d", (wall) => {
    const { line, start } = lineOf(
      (s) => (s < 1e-3 ? -s : wall),
      (s) => (s < 1e-3 ? -1 + 999 * s : Number.NaN),
    );
    const found = lineSearch(line, start, 1, 10)!;
    expect(found.value).toBeLessThan(0);
    expect(found.step).toBeLessThan(1e-3);
  });

  test("comes back to the best step when no step has a flat enough slope", () => {
    const { line, asked, start } = lineOf(
      (s) => Math.max(-s, 3 * s - 4),
      (s) => (s < 1 ? -1 : 3),
    );
    const found = lineSearch(line, start, 0.5, 10)!;
    expect(found.step).toBeCloseTo(1, 6);
    expect(found.value).toBeCloseTo(-1, 6);
    expect(asked.at(-1)).toBe(found.step);
  });

  test("is given up when every step is higher", () => {
    const { line, asked, start } = lineOf(
      (s) => s,
      () => -1,
    );
    expect(lineSearch(line, start, 1, 10)).toBeNull();
    expect(asked.length).toBeLessThanOrEqual(41);
  });

  test.each([0, 1, Number.NaN])("is not searched when it begins with a slope of %d", (slope) => {
    const { line, asked } = parabola();
    expect(lineSearch(line, { step: 0, value: 9, slope }, 1, 10)).toBeNull();
    expect(asked).toEqual([]);
  });

  test("may be so steep that the squares of its slopes overflow", () => {
    const { line, start } = lineOf(
      (s) => 1e250 * (s - 3) ** 2,
      (s) => 2e250 * (s - 3),
    );
    const found = lineSearch(line, start, 100, 1e4)!;
    expect(found.value).toBeLessThan(start.value);
    expect(Math.abs(found.slope)).toBeLessThanOrEqual(0.9 * 6e250);
  });

  test("is judged by its slopes where the values are the same to rounding", () => {
    const { line, start } = lineOf(
      () => 1e9,
      (s) => 2e-8 * (s - 5),
    );
    const found = lineSearch(line, start, 100, 1e4)!;
    expect(Math.abs(found.slope)).toBeLessThanOrEqual(9e-8);
  });
});
