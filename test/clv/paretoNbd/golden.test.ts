import { describe, expect, test } from "vitest";
import { discountedResidualTransactions } from "../../../src/clv/paretoNbd/discountedResidualTransactions.ts";
import { fitParetoNbd } from "../../../src/clv/paretoNbd/fit.ts";
import { paretoNbdLogLikelihood } from "../../../src/clv/paretoNbd/logLikelihood.ts";
import {
  PARETO_NBD_NAMES,
  type ParetoNbdParameters,
  paretoNbdValues,
} from "../../../src/clv/paretoNbd/parameters.ts";
import { paretoNbdExpectations } from "../../../src/clv/paretoNbd/paretoNbdExpectations.ts";
import { paretoNbd } from "../../../src/clv/paretoNbd/predict.ts";
import { sharedText } from "../support/sharedText.ts";
import { errorOf, expectNear } from "./support/figures.ts";

interface Past {
  readonly x: number;
  readonly t_x: number;
  readonly T: number;
  readonly p_alive: number;
}

interface Figures {
  readonly params: ParetoNbdParameters;
  readonly loglik: number;
  readonly aic: number;
  readonly bic: number;
  readonly se: ParetoNbdParameters;
  readonly cov: readonly (readonly number[])[];
  readonly sum_ce_39: number;
  readonly sum_p_alive: number;
  readonly n_patterns: number;
  readonly expected_repeat_unconditional: Readonly<Record<string, number>>;
  readonly histories: readonly (Past & { readonly name: string } & Readonly<
      Record<`ce_${number}`, number>
    >)[];
}

type Dert = Readonly<Record<string, { delta: number; values: { name: string; value: number }[] }>>;

interface StressCase extends Past {
  readonly model: string;
  readonly name: string;
  readonly params: readonly number[];
  readonly t: number;
  readonly loglik?: number;
  readonly ce: number;
  readonly E_unconditional: number;
}

const sample = `${"cd"}now`;
const sharedFigures = sharedText(`golden/${sample}_pareto_nbd.json`);
const sharedStress = sharedText("golden/stress_models.json");
const golden = JSON.parse(sharedFigures ?? "{}") as Record<"paper" | "exact" | "published", Figures & Dert>;
const cases = (JSON.parse(sharedStress ?? "[]") as StressCase[]).filter(
  ({ model }) => model === "pareto_nbd",
);

/** Worst error and where it was. */
const worst = (errors: readonly (readonly [string, number])[]) =>
  errors.reduce((most, next) => (next[1] > most[1] ? next : most), ["", 0] as readonly [string, number]);

function columnsOf(part: "paper" | "exact") {
  const [head = "", ...lines] = (sharedText(`data/${sample}_summary_${part}.csv`) ?? "").trim().split("\n");
  const cells = lines.map((line) => line.split(",").map(Number));
  const column = (name: string) => cells.map((row) => row[head.split(",").indexOf(name)]!);
  return { customerCount: lines.length, repeats: column("x"), lastAge: column("t_x"), age: column("T") };
}

describe("34-digit reference of the CDNOW customers (skipped without the shared sharedFigures)", () => {
  test.skipIf(sharedFigures === undefined).each(["paper", "exact", "published"] as const)(
    "predictions, %s",
    (part) => {
      const { params, histories, expected_repeat_unconditional } = golden[part];
      const values = paretoNbdValues(params);
      const errors = histories.flatMap((history) => {
        const { name, x, t_x, T } = history;
        const alive = errorOf(paretoNbd.aliveProbability(values, x, t_x, T, 0), history.p_alive);
        const expected = [1, 4, 13, 39, 52, 104, 520].map((weeks) => {
          const value = paretoNbd.conditionalExpectation(values, x, t_x, T, weeks);
          return [`${name} ${weeks}`, errorOf(value, history[`ce_${weeks}`]!)] as const;
        });
        return [[name, alive] as const, ...expected];
      });
      const fresh = Object.entries(expected_repeat_unconditional).map(
        ([weeks, value]) => [weeks, errorOf(paretoNbd.expectation(values, Number(weeks)), value)] as const,
      );
      expect(worst([...errors, ...fresh])[1]).toBeLessThan(1e-10);
    },
  );

  test.skipIf(sharedFigures === undefined).each(["paper", "exact", "published"] as const)(
    "residual transactions under all discounts, %s",
    (part) => {
      const values = paretoNbdValues(golden[part].params);
      const rates = Object.keys(golden[part]).filter((key) => key.startsWith("dert_"));
      expect(rates.length).toBeGreaterThan(1);
      for (const key of rates) {
        const { delta, values: expected } = golden[part][key]!;
        for (const { name, value } of expected) {
          const { x, t_x, T } = golden[part].histories.find((history) => history.name === name)!;
          const { transactions } = discountedResidualTransactions(values, x, t_x, T, delta);
          expectNear(transactions!, value, 1e-10, `${key} ${name}`);
        }
      }
    },
  );

  test.skipIf(sharedFigures === undefined).each(["paper", "exact"] as const)("fit and sums, %s", (part) => {
    const reference = golden[part];
    const columns = columnsOf(part);
    const { parameters, fit } = fitParetoNbd(columns);
    expect(fit).toMatchObject({
      status: "converged",
      customerCount: 2357,
      patternCount: reference.n_patterns,
    });
    for (const name of PARETO_NBD_NAMES) {
      expectNear(parameters[name], reference.params[name], 1e-8, name);
      expectNear(fit.standardErrors![name], reference.se[name], 1e-5, name);
    }
    for (const [index, value] of fit.covariance!.flat().entries()) {
      expectNear(value, reference.cov.flat()[index]!, 1e-5, `covariance ${index}`);
    }
    expect(Math.abs(fit.logLikelihood! - reference.loglik)).toBeLessThan(1e-8);
    expect(Math.abs(fit.aic! - reference.aic)).toBeLessThan(1e-8);
    expect(Math.abs(fit.bic! - reference.bic)).toBeLessThan(1e-8);
    const values = paretoNbdValues(reference.params);
    const total = (numbers: ArrayLike<number>) => Array.from(numbers).reduce((sum, value) => sum + value, 0);
    expectNear(total(paretoNbdExpectations(values, columns, { horizons: [39] })), reference.sum_ce_39, 1e-10);
    const alive = columns.repeats.map((x, row) =>
      paretoNbd.aliveProbability(values, x, columns.lastAge[row]!, columns.age[row]!, 0),
    );
    expectNear(total(alive), reference.sum_p_alive, 1e-10);
  });
});

describe("hard cases (skipped without the shared sharedFigures)", () => {
  test.skipIf(sharedStress === undefined)("there are some", () => {
    expect(cases.length).toBeGreaterThan(20);
  });

  test.skipIf(sharedStress === undefined).each(cases)(
    "$name, x $x",
    ({ params, x, t_x, T, t, ...expected }) => {
      const logLikelihood = paretoNbdLogLikelihood(params, x, t_x, T);
      if (expected.loglik !== undefined) expectNear(logLikelihood, expected.loglik, 1e-11, "likelihood");
      expectNear(paretoNbd.aliveProbability(params, x, t_x, T, 0), expected.p_alive, 1e-11, "alive");
      expectNear(paretoNbd.conditionalExpectation(params, x, t_x, T, t), expected.ce, 1e-11, "conditional");
      expectNear(paretoNbd.expectation(params, t), expected.E_unconditional, 1e-11, "new");
    },
  );
});
