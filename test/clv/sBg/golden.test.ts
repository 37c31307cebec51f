import { expect, test } from "vitest";
import { fitSbg } from "../../../src/clv/sBg/fit.ts";
import { sBg } from "../../../src/clv/sBg/predict.ts";
import { sharedText } from "../support/sharedText.ts";

interface Fit {
  alpha: number;
  beta: number;
  loglik: number;
  se: [number, number];
  survival: number[];
  retention: number[];
  churn_pmf: number[];
  del_10pct: number;
  derl_10pct: Record<string, number>;
  expected_lifetime_12_periods: number;
}

const shared = sharedText("golden/sbg.json");
const golden = JSON.parse(shared ?? "{}");

const ratio = (value: number | null, reference: number) => Math.abs((value ?? Number.NaN) / reference - 1);

test.skipIf(shared === undefined).each([
  ["regular", "fit_years_0_to_4", 5],
  ["regular", "fit_years_0_to_7", 8],
  ["high_end", "fit_years_0_to_4", 5],
  ["high_end", "fit_years_0_to_7", 8],
])("34-digit reference, %s, %s (skipped without the shared figures)", (group, years, ages) => {
  const reference: Fit = golden[group][years];
  const { parameters, fit } = fitSbg({ survivors: golden[group].survivors_per_1000.slice(0, ages) });
  expect(ratio(parameters.alpha, reference.alpha)).toBeLessThan(1e-6);
  expect(ratio(parameters.beta, reference.beta)).toBeLessThan(1e-6);
  expect(Math.abs(fit.logLikelihood! - reference.loglik)).toBeLessThan(1e-8);
  expect(ratio(fit.standardErrors!.alpha, reference.se[0])).toBeLessThan(1e-6);
  expect(ratio(fit.standardErrors!.beta, reference.se[1])).toBeLessThan(1e-6);

  const at = { alpha: reference.alpha, beta: reference.beta };
  const errors = [
    ...reference.survival.map((value, age) => ratio(sBg.survival(at, age), value)),
    ...reference.retention.map((value, index) => ratio(sBg.retention(at, index + 1), value)),
    ...reference.churn_pmf.map((value, index) => ratio(sBg.churn(at, index + 1), value)),
    ...Object.entries(reference.derl_10pct).map(([age, value]) =>
      ratio(sBg.discountedResidualLifetime(at, Number(age), 0.1).periods, value),
    ),
    ratio(sBg.discountedLifetime(at, 0.1).periods, reference.del_10pct),
    ratio(sBg.lifetime(at, 12).periods, reference.expected_lifetime_12_periods),
  ];
  expect(Math.max(...errors)).toBeLessThan(1e-12);
});
