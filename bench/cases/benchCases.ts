import type { BenchCase } from "../measure/benchCase.ts";
import { classifyColumnsOnAll, classifyColumnsOnLadder } from "./classifyColumns.ts";
import { classifyRowsOfTable, classifyRowsOnAll, classifyRowsOnLadder } from "./classifyRows.ts";
import { moveByOneActivity, placeOneActivity } from "./placeOneActivity.ts";
import {
  summarizeEverything,
  summarizeObjects,
  summarizeOrders,
  summarizeOrdersWithIds,
} from "./summarize.ts";

/** Everything that is measured, in the order of the table. */
export const BENCH_CASES: readonly BenchCase[] = [
  classifyRowsOnLadder,
  classifyRowsOnAll,
  classifyRowsOfTable,
  classifyColumnsOnLadder,
  classifyColumnsOnAll,
  summarizeOrders,
  summarizeOrdersWithIds,
  summarizeEverything,
  summarizeObjects,
  placeOneActivity,
  moveByOneActivity,
];
