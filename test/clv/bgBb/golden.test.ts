import { describe, expect, test } from "vitest";
import { fitBgBb } from "../../../src/clv/bgBb/fit.ts";
import { bgBbLogLikelihood } from "../../../src/clv/bgBb/logLikelihood.ts";
import { BG_BB_NAMES, type BgBbParameters, bgBbValues } from "../../../src/clv/bgBb/parameters.ts";
import { bgBb } from "../../../src/clv/bgBb/predict.ts";
import { sharedText } from "../support/sharedText.ts";

interface Cell {
  x: number;
  t_x: number;
  n: number;
  customers: number;
  loglik_one: number;
  p_alive_at_n: number;
  p_alive_at_n_plus_1: number;
  ce_5: number;
  dert_10pct: number;
}

interface Figures {
  params: BgBbParameters;
  loglik: number;
  loglik_at_rounded: number;
  se: BgBbParameters;
  cov: number[][];
  cells: Cell[];
  expected_unconditional: Record<string, number>;
  sum_ce_5: number;
}

const shared = sharedText("golden/donations_bgbb.json");
const golden = JSON.parse(shared ?? "{}") as { mle: Figures; published: Figures };

const ratio = (value: number, reference: number) => Math.abs(value / reference - 1);

describe("34-digit reference: donations, Fader, Hardie & Shang 2010 (skipped without the shared figures)", () => {
  test.skipIf(shared === undefined).each(["mle", "published"] as const)("formulas, %s", (part) => {
    const { params, cells, expected_unconditional, sum_ce_5, loglik, loglik_at_rounded } = golden[part];
    const values = bgBbValues(params);
    const errors = cells.flatMap((cell) => {
      const past = [cell.x, cell.t_x, cell.n] as const;
      return [
        ratio(bgBbLogLikelihood(values, ...past), cell.loglik_one),
        ratio(bgBb.aliveProbability(values, ...past, 0), cell.p_alive_at_n),
        ratio(bgBb.aliveProbability(values, ...past, 1), cell.p_alive_at_n_plus_1),
        ratio(bgBb.conditionalExpectation(values, ...past, 5), cell.ce_5),
        ratio(bgBb.discountedResidualTransactions(values, ...past, 0.1).transactions!, cell.dert_10pct),
      ];
    });
    for (const [horizon, value] of Object.entries(expected_unconditional)) {
      errors.push(ratio(bgBb.expectation(values, Number(horizon)), value));
    }
    expect(Math.max(...errors)).toBeLessThan(1e-12);
    const total = (figure: (cell: Cell) => number) =>
      cells.reduce((sum, cell) => sum + cell.customers * figure(cell), 0);
    const expected = total((cell) => bgBb.conditionalExpectation(values, cell.x, cell.t_x, cell.n, 5));
    expect(ratio(expected, sum_ce_5)).toBeLessThan(1e-12);
    const likelihood = total((cell) => bgBbLogLikelihood(values, cell.x, cell.t_x, cell.n));
    expect(Math.abs(likelihood - (loglik ?? loglik_at_rounded))).toBeLessThan(1e-8);
  });

  test.skipIf(shared === undefined)("fit: 1.20 .75 .66 2.78, −33225.6", () => {
    const { cells, params, loglik, se, cov } = golden.mle;
    const { parameters, fit } = fitBgBb({
      customerCount: cells.length,
      repeats: cells.map(({ x }) => x),
      lastAge: cells.map(({ t_x }) => t_x),
      age: cells.map(({ n }) => n),
      weights: cells.map(({ customers }) => customers),
    });
    expect(fit).toMatchObject({ status: "converged", customerCount: 11_104, patternCount: 22 });
    expect(Math.abs(fit.logLikelihood! - loglik)).toBeLessThan(1e-6);
    for (const name of BG_BB_NAMES) {
      expect(ratio(parameters[name], params[name])).toBeLessThan(1e-6);
      expect(ratio(fit.standardErrors![name], se[name])).toBeLessThan(1e-4);
    }
    expect(
      Math.max(...cov.flatMap((row, i) => row.map((v, j) => ratio(fit.covariance![i]![j]!, v)))),
    ).toBeLessThan(1e-4);
  });
});
