import { assertCurrency } from "../../units/currency.ts";
import type { EpochDay } from "../../units/day.ts";
import type { PurchaseColumns } from "../model/purchaseColumns.ts";
import type { TimeUnit } from "../values/calendar.ts";
import type { FoldedPurchases } from "./foldPurchases.ts";

/** Who the entries of purchase columns are, and what they spent. */
export interface IdentifiedPurchases extends PurchaseColumns {
  readonly repeats: Float64Array;
  readonly lastAge: Float64Array;
  readonly age: Float64Array;
  /** The customer of each entry; for joined ids the smallest in code-unit order. */
  readonly ids: readonly string[];
  /** Mean revenue of a repeat purchase, in major units of `currency`; 0 without repeats. */
  readonly meanSpend: Float64Array;
  /** ISO 4217. */
  readonly currency: string;
  /** The last day that counts. */
  readonly observationEndDay: EpochDay;
}

/** Input of the models in continuous time: ages in `timeUnit`. */
export interface Purchases extends IdentifiedPurchases {
  readonly timeUnit: TimeUnit;
  readonly daysPerUnit: number;
}

/** The people who bought at all, and did not before `firstPeriod`. */
export function cohortOf(
  { periodCount, firstPeriod: firsts }: FoldedPurchases,
  firstPeriod: number,
): Uint32Array {
  const people = new Uint32Array(periodCount.length);
  let count = 0;
  for (let person = 0; person < people.length; person += 1) {
    if (periodCount[person] === 0 || (firsts[person] as number) < firstPeriod) continue;
    people[count] = person;
    count += 1;
  }
  return people.slice(0, count);
}

/** The columns of some people: ages are periods by `periodsPerUnit`, up to `lastPeriod`. */
export function purchaseColumnsOf(
  folded: FoldedPurchases,
  people: Uint32Array,
  lastPeriod: number,
  periodsPerUnit: number,
  minorPerMajor: number,
): Pick<IdentifiedPurchases, "customerCount" | "repeats" | "lastAge" | "age" | "meanSpend"> {
  const customerCount = people.length;
  const repeats = new Float64Array(customerCount);
  const lastAge = new Float64Array(customerCount);
  const age = new Float64Array(customerCount);
  const meanSpend = new Float64Array(customerCount);
  for (let row = 0; row < customerCount; row += 1) {
    const person = people[row] as number;
    const first = folded.firstPeriod[person] as number;
    const count = (folded.periodCount[person] as number) - 1;
    const spendMinor = (folded.spendMinor[person] as number) - (folded.firstSpendMinor[person] as number);
    repeats[row] = count;
    lastAge[row] = ((folded.lastPeriod[person] as number) - first) / periodsPerUnit;
    age[row] = (lastPeriod - first) / periodsPerUnit;
    if (count > 0) meanSpend[row] = spendMinor / (count * minorPerMajor);
  }
  return { customerCount, repeats, lastAge, age, meanSpend };
}

/** How many minor units make one major unit. */
export function minorPerMajorOf(currency: string): number {
  return 10 ** assertCurrency(currency, ["currency"]);
}
