import { describe, expect, test } from "vitest";
import { bgNbd } from "../../../src/clv/bgNbd/predict.ts";
import { mbgNbd } from "../../../src/clv/mbgNbd/predict.ts";
import type { PurchaseModel } from "../../../src/clv/model/purchaseModel.ts";
import { paretoNbd } from "../../../src/clv/paretoNbd/predict.ts";
import { discountedPurchases } from "../../../src/clv/values/discountedPurchases.ts";
import type { HorizonOptions } from "../../../src/clv/values/horizonPlan.ts";
import { horizonValue } from "../../../src/clv/values/horizonValue.ts";
import { horizonValues } from "../../../src/clv/values/horizonValues.ts";
import { poissonModel } from "../support/poissonModel.ts";
import { sharedFile } from "../support/sharedFile.ts";

const [RATE, LEAVING] = [0.3, 0.05];
const PARAMETERS = [RATE, LEAVING];
const NEW = { repeats: 0, lastAge: 0, age: 0, meanSpend: 1 };

const monthly: HorizonOptions = {
  timeUnit: "week",
  horizon: { count: 12, unit: "month" },
  discount: { rate: 0.01, per: "month", compounding: "periodic" },
};

const worthOf = (options: Partial<HorizonOptions> = {}) =>
  horizonValue(poissonModel, PARAMETERS, NEW, { ...monthly, ...options });

/** Expected purchases until a horizon in weeks. */
const expected = (weeks: number) => (RATE / LEAVING) * -Math.expm1(-LEAVING * weeks);

describe("payment at the end of each step", () => {
  test("is the discounted sum of what each step brings", () => {
    const step = 30.4375 / 7;
    let sum = 0;
    for (let k = 1; k <= 12; k += 1) sum += (expected(k * step) - expected((k - 1) * step)) / 1.01 ** k;
    expect(worthOf()).toBeCloseTo(sum, 13);
  });

  test("without discount is what is expected over the horizon", () => {
    const discount = { ...monthly.discount, rate: 0 };
    expect(worthOf({ discount })).toBeCloseTo(expected((12 * 30.4375) / 7), 13);
  });

  test("follows the calendar that is stated", () => {
    const calendar = { daysPerMonth: 28, daysPerYear: 336 };
    let sum = 0;
    for (let k = 1; k <= 12; k += 1) sum += (expected(4 * k) - expected(4 * (k - 1))) / 1.01 ** k;
    expect(worthOf({ calendar })).toBeCloseTo(sum, 13);
    const year = { rate: 1.01 ** 12 - 1, per: "year", compounding: "periodic" } as const;
    expect(worthOf({ calendar, discount: year })).toBeCloseTo(sum, 12);
  });

  test("one step is the whole at its end", () => {
    const one = { count: 1, unit: "year" } as const;
    expect(worthOf({ horizon: one })).toBeCloseTo(expected(365.25 / 7) / 1.01 ** 12, 12);
  });

  test("a negative rate makes later money dearer", () => {
    const discount = { ...monthly.discount, rate: -0.01 };
    expect(worthOf({ discount })).toBeGreaterThan(expected((12 * 30.4375) / 7));
  });
});

describe("continuous payment", () => {
  const flow = (rate: number, weeks: number) =>
    (RATE * -Math.expm1(-(LEAVING + rate) * weeks)) / (LEAVING + rate);

  test.each([
    [0.01, 12],
    [1, 24],
    [10, 1000],
    [1e-9, 12],
    [-0.01, 12],
    [0, 12],
    [0.01, 1e-6],
    [0.05, 5000],
  ])("at %d a month over %d months is the integral", (rate, count) => {
    const discount = { rate, per: "month", compounding: "continuous" } as const;
    const value = worthOf({ discount, payment: "continuous", horizon: { count, unit: "month" } });
    const exact = flow((rate * 7) / 30.4375, (count * 30.4375) / 7);
    expect(value / exact).toBeCloseTo(1, 10);
  });

  test("is a little more than at the end of each step", () => {
    const ratio = worthOf({ payment: "continuous" }) / worthOf();
    expect(ratio).toBeGreaterThan(1.004);
    expect(ratio).toBeLessThan(1.006);
  });
});

describe("columns", () => {
  const columns = {
    customerCount: 4,
    repeats: Uint32Array.of(2, 0, 2, 5),
    lastAge: Float64Array.of(3, 0, 3, 8),
    age: [10, 10, 10, 10],
  };

  test("give what each customer has alone, equal histories with their own spend", () => {
    const spend = [1, 10, 4, 2.5];
    const values = horizonValues(poissonModel, PARAMETERS, columns, spend, { ...monthly, margin: 0.4 });
    spend.forEach((meanSpend, row) => {
      const customer = {
        repeats: columns.repeats[row] as number,
        lastAge: columns.lastAge[row] as number,
        age: columns.age[row] as number,
        meanSpend,
      };
      const alone = horizonValue(poissonModel, PARAMETERS, customer, { ...monthly, margin: 0.4 });
      expect(values[row]).toBe(alone);
    });
    expect(values[2]).toBe(4 * (values[0] as number));
  });

  test("computes equal histories once", () => {
    let calls = 0;
    const counting: PurchaseModel = {
      ...poissonModel,
      conditionalExpectation: () => {
        calls += 1;
        return 1;
      },
    };
    expect(discountedPurchases(counting, PARAMETERS, columns, monthly).length).toBe(4);
    expect(calls).toBe(3 * 12);
  });

  test("are refused for columns that are no histories", () => {
    const endless = { ...columns, age: [10, 10, 10, Infinity] };
    expect(() => discountedPurchases(poissonModel, PARAMETERS, endless, monthly)).toThrow(
      expect.objectContaining({ code: "invalid_column", path: ["age", 3] }),
    );
  });

  test("purchases are values at a spend of 1", () => {
    const purchases = discountedPurchases(poissonModel, PARAMETERS, columns, monthly);
    expect(purchases).toEqual(horizonValues(poissonModel, PARAMETERS, columns, [1, 1, 1, 1], monthly));
  });

  test.each([[[1, 1, 1]], [[1, -1, 1, 1]], [[1, Number.NaN, 1, 1]], [[1, Number.POSITIVE_INFINITY, 1, 1]]])(
    "a mean spend of %j is refused",
    (spend) => {
      expect(() => horizonValues(poissonModel, PARAMETERS, columns, spend, monthly)).toThrow(
        expect.objectContaining({ code: "invalid_column" }),
      );
    },
  );
});

describe("the CDNOW customer with x 2, t_x 30.43, T 38.86 over twelve months at 1 % a month", () => {
  /** Gamma-Gamma at p 6.25, q 3.74, v 15.44 with a mean spend of 22.35: p(v + m_x·x) / (p·x + q − 1). */
  const meanSpend = (6.25 * (15.44 + 22.35 * 2)) / (6.25 * 2 + 3.74 - 1);

  test.each([
    [bgNbd, [0.243, 4.414, 0.793, 2.426], 36.2892],
    [mbgNbd, [0.525, 6.183, 0.891, 1.614], 37.2019],
    [paretoNbd, [0.553, 10.578, 0.606, 11.669], 43.0899],
  ] as const)("is worth, by $0.name, $2", (model, parameters, value) => {
    const customer = { repeats: 2, lastAge: 30.43, age: 38.86, meanSpend };
    const calendar = { daysPerMonth: 7 * 4.345 };
    expect(horizonValue(model, parameters, customer, { ...monthly, calendar })).toBeCloseTo(value, 4);
  });
});

describe("BG/BB counts opportunities", () => {
  const horizons: number[] = [];
  const discrete: PurchaseModel = {
    ...poissonModel,
    name: "bg-bb",
    conditionalExpectation: (_parameters, _repeats, _lastAge, _age, horizon) => {
      horizons.push(horizon);
      return horizon;
    },
  };
  const yearly: HorizonOptions = { ...monthly, timeUnit: "month", horizon: { count: 3, unit: "year" } };

  test("in whole numbers, whatever division made of them", () => {
    horizons.length = 0;
    const calendar = { daysPerYear: 365.2425 };
    horizonValue(discrete, PARAMETERS, NEW, { ...yearly, calendar });
    expect(horizons).toEqual([12, 24, 36]);
  });

  test("and refuses steps that are none, and a flow of money", () => {
    expect(() => horizonValue(discrete, PARAMETERS, NEW, { ...yearly, timeUnit: "week" })).toThrow(
      expect.objectContaining({ path: ["horizon", "unit"] }),
    );
    expect(() => horizonValue(discrete, PARAMETERS, NEW, { ...yearly, payment: "continuous" })).toThrow(
      expect.objectContaining({ path: ["payment"] }),
    );
  });
});

describe("what is wrong is refused with its place:", () => {
  const discount = monthly.discount;
  test.each<[string, object, (string | number)[]]>([
    ["half a step", { horizon: { count: 1.5, unit: "month" } }, ["horizon", "count"]],
    ["no horizon", { horizon: undefined }, ["horizon"]],
    ["a typo in the horizon", { horizon: { count: 1, units: "day", unit: "day" } }, ["horizon", "units"]],
    ["no discount", { discount: undefined }, ["discount"]],
    ["no step", { horizon: { count: 0, unit: "month" } }, ["horizon", "count"]],
    ["steps without end", { horizon: { count: 100_001, unit: "day" } }, ["horizon", "count"]],
    [
      "an endless flow",
      { payment: "continuous", horizon: { count: Infinity, unit: "day" } },
      ["horizon", "count"],
    ],
    ["an unknown unit", { horizon: { count: 1, unit: "months" } }, ["unit"]],
    ["an unknown time unit", { timeUnit: "toString" }, ["unit"]],
    ["an unknown payment", { payment: "monthly" }, ["payment"]],
    ["a margin that is no number", { margin: Number.NaN }, ["margin"]],
    ["a rate of -1", { discount: { ...discount, rate: -1 } }, ["discount", "rate"]],
    ["an endless rate", { discount: { ...discount, rate: Infinity } }, ["discount", "rate"]],
    ["unknown compounding", { discount: { ...discount, compounding: "daily" } }, ["discount", "compounding"]],
    ["an unknown period", { discount: { ...discount, per: "decade" } }, ["unit"]],
    ["a typo in the rate", { discount: { ...discount, compound: 1 } }, ["discount", "compound"]],
    ["a bare number", { discount: 0.1 }, ["discount"]],
    ["an empty month", { calendar: { daysPerMonth: 0 } }, ["calendar", "month"]],
    ["a typo", { horizons: 12 }, ["horizons"]],
    [
      "a rate whose factors overflow",
      {
        discount: { rate: -0.9, per: "day", compounding: "continuous" },
        horizon: { count: 12, unit: "year" },
      },
      ["discount", "rate"],
    ],
  ])("%s", (_name, wrong, path) => {
    expect(() => worthOf(wrong as Partial<HorizonOptions>)).toThrow(
      expect.objectContaining({ code: "invalid_option", path }),
    );
  });
});

const sharedFigures = ["bg", "mbg", "pareto"].map((name) => sharedFile(`golden/${"cd"}now_${name}_nbd.json`));

interface GoldenHistory {
  readonly name: string;
  readonly x: number;
  readonly t_x: number;
  readonly T: number;
  readonly cond_exp_avg_profit: number;
  readonly clv_12m_1pct_monthly_steps: number;
  readonly clv_12m_0pct: number;
  readonly clv_12m_1pct_continuous: number;
}

interface GoldenPart {
  readonly params: Readonly<Record<string, number>>;
  readonly histories: readonly GoldenHistory[];
}

describe.skipIf(sharedFigures.includes(undefined))(
  "twelve months of CDNOW customers, to 1e-10 (needs ../shared)",
  () => {
    const calendar = { daysPerMonth: 7 * 4.345 };
    const free = { ...monthly.discount, rate: 0 };
    const forms: [keyof GoldenHistory, Partial<HorizonOptions>][] = [
      ["clv_12m_1pct_monthly_steps", {}],
      ["clv_12m_0pct", { discount: free }],
      ["clv_12m_1pct_continuous", { payment: "continuous" }],
    ];
    test.each(
      [bgNbd, mbgNbd, paretoNbd].map((model, index) => [model, sharedFigures[index] ?? "{}"] as const),
    )("%o", (model, text) => {
      const parts: Record<string, GoldenPart> = JSON.parse(text);
      let count = 0;
      for (const { params, histories } of ["paper", "exact", "published"].flatMap(
        (name) => parts[name] ?? [],
      )) {
        const parameters = Object.values(params);
        for (const history of histories ?? []) {
          const { x: repeats, t_x: lastAge, T: age, cond_exp_avg_profit: meanSpend } = history;
          for (const [field, more] of forms) {
            const options = { ...monthly, calendar, ...more };
            const value = horizonValue(model, parameters, { repeats, lastAge, age, meanSpend }, options);
            expect(Math.abs(value / (history[field] as number) - 1), `${history.name} ${field}`).toBeLessThan(
              1e-10,
            );
            count += 1;
          }
        }
      }
      expect(count).toBeGreaterThan(50);
    });
  },
);
