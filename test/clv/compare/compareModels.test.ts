import { describe, expect, test } from "vitest";
import { bgBb } from "../../../src/clv/bgBb/predict.ts";
import { bgNbd } from "../../../src/clv/bgNbd/predict.ts";
import { compareModels } from "../../../src/clv/compare/compareModels.ts";
import { fitMbgNbd } from "../../../src/clv/mbgNbd/fit.ts";
import { mbgNbd } from "../../../src/clv/mbgNbd/predict.ts";
import { splitPurchases } from "../../../src/clv/purchases/splitPurchases.ts";
import { simulatePurchases } from "../../../src/clv/simulate/simulatePurchases.ts";
import type { Activity } from "../../../src/customers/activity.ts";
import { createActivityTable } from "../../../src/customers/createActivityTable.ts";
import { parseDay } from "../../../src/units/day.ts";
import { did, order } from "../../customers/support/activities.ts";
import { expectClose } from "../betaGeometric/support/closeTo.ts";

const tableOf = (...activities: Activity[]) => createActivityTable(activities, { currency: "USD" });
const PARAMETERS = { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 };
const SPLIT = { calibrationEnd: "2024-09-30", holdoutEnd: "2025-06-30" };

const ORDERS = simulatePurchases({
  model: "mbg-nbd",
  parameters: PARAMETERS,
  customerCount: 2000,
  acquisitionDays: 84,
  acquisitionEnd: "2024-03-24",
  observationEnd: SPLIT.holdoutEnd,
  seed: 11,
});
const ACTIVITIES = createActivityTable(ORDERS, { currency: "USD" });
const HISTORY = splitPurchases(ACTIVITIES, SPLIT);
const COUNT = HISTORY.calibration.customerCount;
const FITTED = fitMbgNbd(HISTORY.calibration);
const TRUTH = { model: mbgNbd, fitted: { ...FITTED, parameters: PARAMETERS } };
const sum = (values: Iterable<number>) => Array.from(values).reduce((total, value) => total + value, 0);

describe("a simulated shop", () => {
  const [compared] = compareModels(HISTORY, { candidates: [TRUTH], activities: ACTIVITIES });
  const { holdoutError, plots } = compared!;

  test("gives the fit and its measures", () => {
    expect(compared).toMatchObject({
      name: "mbg-nbd",
      fitted: TRUTH.fitted,
      logLikelihood: FITTED.fit.logLikelihood,
      aic: FITTED.fit.aic,
      bic: FITTED.fit.bic,
      reason: null,
    });
  });

  test("the true model forecasts the hold-out: its errors are those of each customer", () => {
    const { calibration, holdout } = HISTORY;
    const expected = Array.from({ length: COUNT }, (_, row) =>
      mbgNbd.conditionalExpectation(
        Object.values(PARAMETERS),
        calibration.repeats[row]!,
        calibration.lastAge[row]!,
        calibration.age[row]!,
        39,
      ),
    );
    const actual = Array.from(holdout.purchases);
    const errors = expected.map((forecast, row) => forecast - actual[row]!);
    expectClose(holdoutError!.expectedTotal, sum(expected), 1e-10);
    expect(holdoutError!.actualTotal).toBe(sum(actual));
    expectClose(holdoutError!.meanAbsoluteError, sum(errors.map(Math.abs)) / COUNT, 1e-10);
    expectClose(
      holdoutError!.rootMeanSquaredError,
      Math.sqrt(sum(errors.map((error) => error ** 2)) / COUNT),
      1e-10,
    );
    const [means, squares] = [expected, actual].map((values) => [
      sum(values) / COUNT,
      sum(values.map((value) => value * value)) / COUNT,
    ]) as [[number, number], [number, number]];
    const covariance =
      sum(expected.map((value, row) => value * actual[row]!)) / COUNT - means[0] * squares[0];
    const deviations = Math.sqrt((means[1] - means[0] ** 2) * (squares[1] - squares[0] ** 2));
    expectClose(holdoutError!.correlation!, covariance / deviations, 1e-9);
    expect(holdoutError!.correlationReason).toBeNull();
    expectClose(holdoutError!.expectedTotal, holdoutError!.actualTotal, 0.15);
  });

  test("by week: from 0, never falling, expected near actual, borders where the parts end", () => {
    const weeks = plots!.repeatsByWeek;
    const last = weeks.filter(({ part }) => part === "calibration").at(-1)!;
    expect(last.endDay).toBe(parseDay(SPLIT.calibrationEnd));
    expect(weeks.at(-1)!.endDay).toBe(parseDay(SPLIT.holdoutEnd));
    expect(weeks[0]!.endDay).toBeLessThan(parseDay("2024-01-08")!);
    for (const [index, week] of weeks.entries()) {
      const previous = weeks[index - 1];
      if (previous === undefined) continue;
      expect(week.endDay - previous.endDay).toBe(7);
      expect(week.expected).toBeGreaterThan(previous.expected);
      expect(week.actual).toBeGreaterThanOrEqual(previous.actual!);
    }
    expect(last.actual).toBe(sum(HISTORY.calibration.repeats));
    expectClose(last.expected, last.actual!, 0.1);
    expectClose(weeks.at(-1)!.expected, weeks.at(-1)!.actual!, 0.15);
    const middle = weeks[20]!;
    const days = new Set(
      ORDERS.filter(({ day }) => day <= middle.endDay).map(({ customerId, day }) => `${customerId} ${day}`),
    );
    const arrived = new Set(ORDERS.filter(({ day }) => day <= middle.endDay).map((one) => one.customerId));
    expect(middle.actual).toBe(days.size - arrived.size);
  });

  test("by frequency: classes hold everybody, and the expected are near", () => {
    const { frequencies, conditionalByFrequency } = plots!;
    expect(frequencies.map(({ repeats }) => repeats)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(frequencies.map(({ isOpen }) => isOpen).indexOf(true)).toBe(7);
    expect(sum(frequencies.map(({ actual }) => actual))).toBe(COUNT);
    expectClose(sum(frequencies.map(({ expected }) => expected)), COUNT, 1e-12);
    for (const { expected, actual } of frequencies) {
      expect(Math.abs(expected - actual)).toBeLessThan(5 * Math.sqrt(expected) + 10);
    }
    expect(conditionalByFrequency.map(({ customerCount }) => customerCount)).toEqual(
      frequencies.map(({ actual }) => actual),
    );
    const total = (of: "expected" | "actual") =>
      sum(conditionalByFrequency.map((one) => one.customerCount * one[of]!));
    expectClose(total("expected"), holdoutError!.expectedTotal, 1e-12);
    expectClose(total("actual"), holdoutError!.actualTotal, 1e-12);
  });

  test("without activities the actual is known where the parts end", () => {
    const [plain] = compareModels(HISTORY, { candidates: [TRUTH] });
    const known = plain!.plots!.repeatsByWeek.filter(({ actual }) => actual !== null);
    expect(known).toEqual([
      plots!.repeatsByWeek.find(({ endDay }) => endDay === parseDay(SPLIT.calibrationEnd)),
      plots!.repeatsByWeek.at(-1),
    ]);
  });

  test("classes as far as asked; a class without customers has no means", () => {
    const [wide] = compareModels(HISTORY, { candidates: [TRUTH], lastClass: 500 });
    const { frequencies, conditionalByFrequency } = wide!.plots!;
    expect(frequencies.length).toBe(501);
    expectClose(sum(frequencies.map(({ expected }) => expected)), COUNT, 1e-12);
    expect(frequencies.every(({ expected }) => expected >= 0)).toBe(true);
    expect(conditionalByFrequency[500]).toEqual({
      repeats: 500,
      isOpen: true,
      customerCount: 0,
      expected: null,
      actual: null,
    });
    const [narrow] = compareModels(HISTORY, { candidates: [TRUTH], lastClass: 1 });
    expect(narrow!.plots!.frequencies.map(({ actual }) => actual)).toEqual([
      frequencies[0]!.actual,
      COUNT - frequencies[0]!.actual,
    ]);
  });
});

describe("small histories", () => {
  const SMALL = { calibrationEnd: "2026-01-20", holdoutEnd: "2026-01-31" };
  const activities = tableOf(
    order("2026-01-01", 100, { id: "o1" }),
    order("2026-01-06", 0, { id: "o2" }),
    order("2026-01-07", 100, { id: "o3" }),
    order("2026-01-07", 100, { id: "o4" }),
    order("2026-01-13", 100, { id: "o5" }),
    order("2026-01-21", 100, { id: "o6" }),
    order("2026-01-28", 100, { id: "o7" }),
    did("refund", "2026-01-25", { orderId: "o5", amountMinor: 100 }),
    order("2026-01-20", 100, { id: "o8", customerId: "bob" }),
    order("2026-01-22", 100, { id: "o9", customerId: "carl" }),
  );
  const weeksOf = (countFreeOrders: boolean) => {
    const history = splitPurchases(activities, { ...SMALL, countFreeOrders });
    const [one] = compareModels(history, { candidates: [TRUTH], activities, countFreeOrders });
    return one!.plots!.repeatsByWeek.map(({ endDay, actual }) => [endDay - parseDay("2026-01-20")!, actual]);
  };

  test("weeks count from the end of the calibration; days once; later refunds and customers not at all", () => {
    expect(weeksOf(true)).toEqual([
      [-14, 1],
      [-7, 3],
      [0, 3],
      [7, 4],
      [11, 5],
    ]);
    expect(weeksOf(false).map(([, actual]) => actual)).toEqual([0, 2, 2, 3, 4]);
  });

  test("other activities than those of the history are refused", () => {
    const history = splitPurchases(activities, SMALL);
    const options = { candidates: [TRUTH] };
    const refused = expect.objectContaining({ code: "invalid_option", path: ["activities"] });
    expect(() => compareModels(history, { ...options, activities: tableOf() })).toThrow(refused);
    expect(() => compareModels(history, { ...options, activities, countFreeOrders: false })).toThrow(refused);
    const later = tableOf(order("2026-01-01", 1), order("2026-01-06", 1), order("2026-01-07", 1));
    expect(() => compareModels(history, { ...options, activities: later })).toThrow(refused);
  });

  test("customers who are all alike have no correlation, and the day of arrival expects nothing", () => {
    const alike = tableOf(
      order("2026-01-20", 100),
      order("2026-01-20", 100, { customerId: "bob" }),
      order("2026-01-22", 100, { customerId: "bob" }),
    );
    const [one] = compareModels(splitPurchases(alike, SMALL), { candidates: [TRUTH], activities: alike });
    expect(one!.holdoutError).toMatchObject({ correlation: null, correlationReason: "all_alike" });
    expect(one!.plots!.repeatsByWeek[0]).toMatchObject({ expected: 0, actual: 0, part: "calibration" });
    expect(one!.plots!.frequencies[0]!.actual).toBe(2);
    expectClose(one!.plots!.frequencies[0]!.expected, 2, 1e-15);
    const quiet = { ...HISTORY, holdout: { ...HISTORY.holdout, purchases: new Float64Array(COUNT) } };
    const [other] = compareModels(quiet, { candidates: [TRUTH] });
    expect(other!.holdoutError).toMatchObject({ actualTotal: 0, correlation: null });
  });

  test("fits that did not converge forecast nothing, and say why", () => {
    const once = splitPurchases(tableOf(order("2026-01-01", 100)), SMALL);
    const compared = compareModels(once);
    expect(compared.map(({ name }) => name)).toEqual(["bg-nbd", "mbg-nbd", "pareto-nbd"]);
    for (const one of compared) {
      expect(one).toMatchObject({ holdoutError: null, plots: null, reason: one.fitted.fit.reason });
      expect(one.reason).toEqual(expect.any(String));
    }
    const stopped = { ...FITTED, fit: { ...FITTED.fit, status: "iteration_limit", reason: null } as const };
    const [silent] = compareModels(HISTORY, { candidates: [{ model: mbgNbd, fitted: stopped }] });
    expect(silent).toMatchObject({ holdoutError: null, plots: null, reason: "iteration_limit" });
  });

  test("nobody gives no forecast", () => {
    const [one] = compareModels(splitPurchases(tableOf(), SMALL), { candidates: [TRUTH] });
    expect(one).toMatchObject({ holdoutError: null, plots: null, reason: "no_customers" });
  });
});

describe("what is refused", () => {
  const { calibration, holdout } = HISTORY;
  const wrongPurchases = holdout.purchases.map((count, row) => (row === 3 ? -1 : count));
  test.each<[string, object, (string | number)[]]>([
    ["an age", { calibration: { ...calibration, age: [1] } }, ["age"]],
    ["weights", { calibration: { ...calibration, weights: calibration.age } }, ["calibration", "weights"]],
    ["a length", { holdout: { ...holdout, length: 0 } }, ["holdout", "length"]],
    [
      "a hold-out of others",
      { holdout: { ...holdout, purchases: new Float64Array(1) } },
      ["holdout", "purchases"],
    ],
    ["a count", { holdout: { ...holdout, purchases: wrongPurchases } }, ["holdout", "purchases", 3]],
  ])("%s of the history", (_, wrong, path) => {
    expect(() => compareModels({ ...HISTORY, ...wrong } as never, { candidates: [TRUTH] })).toThrow(
      expect.objectContaining({ code: "invalid_column", path }),
    );
  });

  test.each<[string, object, (string | number)[]]>([
    ["an unknown option", { models: [] }, ["models"]],
    ["half a class", { lastClass: 1.5 }, ["lastClass"]],
    ["no class", { lastClass: 0 }, ["lastClass"]],
    ["too many classes", { lastClass: 5001 }, ["lastClass"]],
    ["a fit of another model", { candidates: [{ ...TRUTH, model: bgNbd }] }, ["candidates", 0, "fitted"]],
    ["opportunities", { candidates: [TRUTH, { ...TRUTH, model: bgBb }] }, ["candidates", 1, "model"]],
    [
      "a parameter of 0",
      { candidates: [{ ...TRUTH, fitted: { ...FITTED, parameters: { ...PARAMETERS, a: 0 } } }] },
      ["candidates", 0, "fitted", "parameters", "a"],
    ],
  ])("%s", (_, wrong, path) => {
    expect(() => compareModels(HISTORY, { candidates: [TRUTH], ...wrong } as never)).toThrow(
      expect.objectContaining({ code: "invalid_option", path }),
    );
  });
});
