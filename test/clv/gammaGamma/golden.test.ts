import { describe, expect, test } from "vitest";
import { checkGammaGamma } from "../../../src/clv/gammaGamma/checkGammaGamma.ts";
import { fitGammaGamma } from "../../../src/clv/gammaGamma/fit.ts";
import { GAMMA_GAMMA_NAMES, type GammaGammaParameters } from "../../../src/clv/gammaGamma/parameters.ts";
import { gammaGamma } from "../../../src/clv/gammaGamma/predict.ts";
import { sharedText } from "../support/sharedText.ts";

interface Figures {
  n: number;
  params: GammaGammaParameters;
  loglik: number;
  se: GammaGammaParameters;
  cov: number[][];
  cond_exp_avg_profit: { x: number; m_x: number; value: number }[];
}

const shared = sharedText("golden/cdnow_gamma_gamma.json");
const golden = JSON.parse(shared ?? "{}") as Record<"paper" | "exact" | "published", Figures>;

const ratio = (value: number, reference: number) => Math.abs(value / reference - 1);

function summaryColumns(part: "paper" | "exact") {
  const [header = [], ...rows] = sharedText(`data/cdnow_summary_${part}.csv`)!
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const column = (name: string) => Float64Array.from(rows, (row) => Number(row[header.indexOf(name)]));
  return { customerCount: rows.length, repeats: column("x"), meanSpend: column("m_x") };
}

describe("34-digit reference: CDNOW, Fader, Hardie & Lee 2005 (skipped without the shared figures)", () => {
  test.skipIf(shared === undefined).each(["paper", "exact"] as const)("fit, %s: 6.25 3.74 15.44", (part) => {
    const { n, params, loglik, se, cov } = golden[part];
    const { parameters, fit } = fitGammaGamma(summaryColumns(part));
    expect(fit).toMatchObject({ status: "converged", customerCount: n });
    expect(Math.abs(fit.logLikelihood! - loglik)).toBeLessThan(1e-6);
    for (const name of GAMMA_GAMMA_NAMES) {
      expect(ratio(parameters[name], params[name])).toBeLessThan(1e-6);
      expect(ratio(fit.standardErrors![name], se[name])).toBeLessThan(1e-4);
    }
    expect(
      Math.max(...cov.flatMap((row, i) => row.map((v, j) => ratio(fit.covariance![i]![j]!, v)))),
    ).toBeLessThan(1e-4);
  });

  test.skipIf(shared === undefined).each(["paper", "exact", "published"] as const)(
    "expected spend, %s",
    (part) => {
      for (const { x, m_x, value } of golden[part].cond_exp_avg_profit) {
        expect(ratio(gammaGamma.expectedSpend(golden[part].params, x, m_x).meanSpend!, value)).toBeLessThan(
          1e-12,
        );
      }
    },
  );

  test.skipIf(shared === undefined)("spend hardly depends on frequency: .11", () => {
    const { correlation, warnings } = checkGammaGamma(summaryColumns("exact"), golden.exact.params);
    expect(correlation).toBeCloseTo(0.1139, 4);
    expect(warnings).toEqual([]);
  });
});
