import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { bgNbd } from "../../../src/clv/bgNbd/predict.ts";
import { paretoNbd } from "../../../src/clv/paretoNbd/predict.ts";
import type { TimeUnit } from "../../../src/clv/values/calendar.ts";
import { daysPer } from "../../../src/clv/values/calendar.ts";
import type { HorizonOptions } from "../../../src/clv/values/horizonPlan.ts";
import { horizonValue } from "../../../src/clv/values/horizonValue.ts";
import { retentionValue } from "../../../src/clv/values/retentionValue.ts";
import { poissonModel } from "../support/poissonModel.ts";

const unit = fc.constantFrom<TimeUnit>("day", "week", "month", "year");
const count = fc.integer({ min: 1, max: 40 });
const payment = fc.constantFrom("end_of_step" as const, "continuous" as const);
const compounding = fc.constantFrom("periodic" as const, "continuous" as const);
const rate = fc.double({ min: 1e-6, max: 2, noNaN: true });
const options = fc.record({
  timeUnit: unit,
  horizon: fc.record({ count, unit }),
  discount: fc.record({ rate, per: unit, compounding }),
  payment,
}) satisfies fc.Arbitrary<HorizonOptions>;

const history = fc
  .record({
    repeats: fc.integer({ min: 0, max: 50 }),
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    age: fc.double({ min: 0.01, max: 500, noNaN: true }),
  })
  .map(({ repeats, share, age }) => ({
    repeats,
    lastAge: repeats === 0 ? 0 : share * age,
    age,
    meanSpend: 10,
  }));

const models = fc.constantFrom(
  [bgNbd, [0.243, 4.414, 0.793, 2.426]] as const,
  [paretoNbd, [0.553, 10.578, 0.606, 11.669]] as const,
);

describe("laws of lifetime value", () => {
  test.prop([models, history, options])("a finite amount from 0", ([model, parameters], customer, asked) => {
    const value = horizonValue(model, parameters, customer, asked);
    expect(Number.isFinite(value) && value >= 0).toBe(true);
  });

  test.prop([models, history, options, fc.double({ min: 1.1, max: 3, noNaN: true })])(
    "a higher discount, a lower value",
    ([model, parameters], customer, asked, factor) => {
      const higher = { ...asked, discount: { ...asked.discount, rate: asked.discount.rate * factor } };
      const value = horizonValue(model, parameters, customer, asked);
      expect(horizonValue(model, parameters, customer, higher)).toBeLessThanOrEqual(value * (1 + 1e-10));
    },
  );

  test.prop([models, history, options])(
    "a longer horizon, a higher value",
    ([model, parameters], customer, asked) => {
      const longer = { ...asked, horizon: { ...asked.horizon, count: asked.horizon.count + 1 } };
      const value = horizonValue(model, parameters, customer, asked);
      expect(horizonValue(model, parameters, customer, longer)).toBeGreaterThanOrEqual(value * (1 - 1e-10));
    },
  );

  test.prop([models, history, options])(
    "paid as it comes is worth at least what is paid at the end of each step, and at most without discount",
    ([model, parameters], customer, asked) => {
      const stepped = horizonValue(model, parameters, customer, { ...asked, payment: "end_of_step" });
      const flowing = horizonValue(model, parameters, customer, { ...asked, payment: "continuous" });
      const free = { ...asked, discount: { ...asked.discount, rate: 0 } };
      const plain = horizonValue(model, parameters, customer, free);
      expect(stepped).toBeLessThanOrEqual(flowing * (1 + 1e-9));
      expect(flowing).toBeLessThanOrEqual(plain * (1 + 1e-9));
    },
  );

  test.prop([models, history, options])(
    "the same in every unit of time, when ages and parameters follow it",
    ([model, parameters], customer, asked) => {
      const factor = daysPer(asked.timeUnit);
      const { repeats, lastAge, age, meanSpend } = customer;
      const inDays = { repeats, lastAge: lastAge * factor, age: age * factor, meanSpend };
      const [first = 0, second = 0, third = 0, fourth = 0] = parameters;
      const dailyParameters =
        model.name === "bg-nbd"
          ? [first, second * factor, third, fourth]
          : [first, second * factor, third, fourth * factor];
      const value = horizonValue(model, parameters, customer, asked);
      const same = horizonValue(model, dailyParameters, inDays, { ...asked, timeUnit: "day" });
      expect(Math.abs(same - value)).toBeLessThanOrEqual(1e-9 * value);
    },
  );

  test.prop([fc.double({ min: 0.01, max: 0.99, noNaN: true }), rate, count])(
    "a customer who buys once a step and stays with constant probability is worth what the retention formula says",
    (retention, discountRate, payments) => {
      const discount = { rate: discountRate, per: "month", compounding: "periodic" } as const;
      const horizon = { count: payments, unit: "month" } as const;
      // C(k) − C(k−1) = r^k when purchases come at r·ln r/(r − 1) and stop at −ln r a month.
      const leaving = -Math.log(retention);
      const parameters = [(leaving * retention) / (1 - retention), leaving];
      const customer = { repeats: 0, lastAge: 0, age: 0, meanSpend: 10 };
      const value = horizonValue(poissonModel, parameters, customer, {
        timeUnit: "month",
        horizon,
        discount,
      });
      const formula = retentionValue({ margin: 10, retention, period: "month", discount, payments })
        .value as number;
      expect(Math.abs(value - formula)).toBeLessThanOrEqual(1e-10 * formula);
    },
  );
});
