import type { BenchCase } from "../measure/benchCase.ts";
import { classifyAllScales, classifyByValue, classifyTwoScales } from "./classifyColumns.ts";
import {
  classifyRowsOfTable,
  classifyRowsOnAll,
  classifyRowsOnLadder,
  classifyRowsOnOthers,
} from "./classifyRows.ts";
import { fitModels, predictPurchases, valueTwelveMonths } from "./lifetimeValue.ts";
import { moveByHistory, placeByHistory, trackOneActivity } from "./placeOneActivity.ts";
import { readNumbers, readTexts } from "./readRows.ts";
import { summarizeEverything, summarizeObjects } from "./summarizeActivities.ts";
import { summarizeByCode, summarizeByText } from "./summarizeOrders.ts";

/** Everything that is measured, in the order of the results. */
export const BENCH_CASES: readonly BenchCase[] = [
  classifyRowsOnLadder,
  ...classifyRowsOnOthers,
  classifyRowsOnAll,
  classifyRowsOfTable,
  classifyTwoScales,
  classifyAllScales,
  classifyByValue,
  summarizeByCode,
  summarizeByText,
  summarizeEverything,
  summarizeObjects,
  readTexts,
  readNumbers,
  trackOneActivity,
  placeByHistory,
  moveByHistory,
  ...fitModels,
  ...predictPurchases,
  ...valueTwelveMonths,
];
