import { fitBgNbd } from "../../src/clv/bgNbd/fit.ts";
import { bgNbd } from "../../src/clv/bgNbd/predict.ts";
import { fitMbgNbd } from "../../src/clv/mbgNbd/fit.ts";
import type { FittedModel } from "../../src/clv/model/fittedModel.ts";
import type { PurchaseColumns } from "../../src/clv/model/purchaseColumns.ts";
import type { PurchaseModel } from "../../src/clv/model/purchaseModel.ts";
import { fitParetoNbd } from "../../src/clv/paretoNbd/fit.ts";
import { paretoNbd } from "../../src/clv/paretoNbd/predict.ts";
import { horizonValues } from "../../src/clv/values/horizonValues.ts";
import { type BenchCase, type BenchRow, type Goal, noGoal, SIZES } from "../measure/benchCase.ts";
import { type Contest, createContest, type Wanted } from "../measure/contest.ts";
import { differentValues } from "../measure/differentValues.ts";
import { createSide, type Side } from "../measure/side.ts";
import { createPurchases } from "../population/createPurchases.ts";

const OURS = "ours";

/** Parameters, or a figure for each customer. */
type Values = ArrayLike<number>;

/** As many customers as the sample that the papers were written on; the goals of fits are for it. */
const PAPER_SIZE = 2_357;

const WEEKLY = { bgNbd: [0.243, 4.414, 0.793, 2.426], paretoNbd: [0.553, 10.578, 0.606, 11.669] };

/** Fits from the columns on, grouping included. lifetimes (Python) took 108 ms for BG/NBD and 565 ms for Pareto/NBD. */
export const fitModels: readonly BenchCase[] = [
  fitCase("BG/NBD", fitBgNbd, 20e6),
  fitCase("MBG/NBD", fitMbgNbd, 20e6),
  fitCase("Pareto/NBD", fitParetoNbd, 60e6),
];

/** Columns at once. lifetimes took 640 ns a customer for BG/NBD and 580 for Pareto/NBD. */
export const predictPurchases: readonly BenchCase[] = [
  predictCase("BG/NBD", bgNbd, WEEKLY.bgNbd),
  predictCase("Pareto/NBD", paretoNbd, WEEKLY.paretoNbd),
];

/** Twelve months in steps, discounted. lifetimes took 9.7 µs a customer. */
export const valueTwelveMonths: readonly BenchCase[] = [
  valueCase("BG/NBD", bgNbd, WEEKLY.bgNbd),
  valueCase("Pareto/NBD", paretoNbd, WEEKLY.paretoNbd),
];

function fitCase(
  words: string,
  fit: (columns: PurchaseColumns) => FittedModel<object>,
  mostNanoseconds: number,
): BenchCase {
  const name = `fit: ${words}`;
  return {
    ...aloneCase(name, "operation", (size) =>
      size === PAPER_SIZE ? { least: mostNanoseconds, aim: mostNanoseconds / 2 } : null,
    ),
    sizes: [PAPER_SIZE, 100_000],
    async prepare(size, wanted) {
      const columns = createPurchases(size, 7);
      let status = "";
      const side = createSide<FittedModel<object>, Values>({
        name: OURS,
        unitsPerRun: 1,
        work: () => fit(columns),
        outcomeOf({ fit: { status: found }, parameters }) {
          status = found;
          return Object.values(parameters);
        },
      });
      return aloneContest(side, wanted, () =>
        status === "converged" ? undefined : `the fit ended as ${status}`,
      );
    },
  };
}

function predictCase(words: string, model: PurchaseModel, parameters: readonly number[]): BenchCase {
  return columnCase(`conditional expectations: ${words}`, 120, (columns) =>
    model.conditionalExpectations(parameters, columns, { horizons: [39] }),
  );
}

function valueCase(words: string, model: PurchaseModel, parameters: readonly number[]): BenchCase {
  return columnCase(`twelve-month value: ${words}`, 1_500, (columns) =>
    horizonValues(model, parameters, columns, new Float64Array(columns.customerCount).fill(35), {
      timeUnit: "week",
      horizon: { count: 12, unit: "month" },
      discount: { rate: 0.01, per: "month", compounding: "periodic" },
    }),
  );
}

function columnCase(
  name: string,
  mostNanoseconds: number,
  work: (columns: PurchaseColumns) => Float64Array,
): BenchCase {
  return {
    ...aloneCase(name, "row", (size) =>
      size === 1_000_000 ? { least: mostNanoseconds, aim: mostNanoseconds / 2 } : null,
    ),
    sizes: SIZES,
    async prepare(size, wanted) {
      const columns = createPurchases(size, 7);
      const side = createSide<Float64Array, Values>({
        name: OURS,
        unitsPerRun: size,
        work: () => work(columns),
        outcomeOf: (values) => values,
      });
      return aloneContest(side, wanted, () => {
        const odd = Array.from(side.outcome() as Values).findIndex((value) => !(value >= 0));
        return odd < 0 ? undefined : `customer ${odd} has no figure`;
      });
    },
  };
}

function aloneCase(
  name: string,
  unit: BenchCase["unit"],
  goalAt: (size: number) => Goal | null = noGoal,
): Omit<BenchCase, "prepare" | "sizes"> {
  const rows: readonly BenchRow[] = [{ name, ours: OURS, peer: null, goalAt }];
  return { name, unit, rows };
}

function aloneContest(side: Side<Values>, wanted: Wanted, check: () => string | undefined): Promise<Contest> {
  return createContest({ [OURS]: () => side }, wanted, { difference: differentValues, check });
}
