import type { EpochDay } from "../../units/day.ts";
import type { CustomerBlock } from "./customerBlock.ts";
import { type CustomerCodes, createCustomerCodes } from "./customerCodes.ts";
import type { CheckedOrderOptions } from "./orderOptions.ts";
import { SLICE_ROWS } from "./orderSlice.ts";
import { BLOCK_BITS } from "./rowKeys.ts";
import { createStagedRows, type StagedRows } from "./stagedRows.ts";
import type { StagingRules } from "./stageRows.ts";

/** Orders on their way into the facts of their customers. */
export interface OrderFold {
  readonly options: CheckedOrderOptions;
  readonly customers: CustomerCodes;
  /** Block number → the block, where rows were folded already. */
  readonly blocks: (CustomerBlock | undefined)[];
  /** Rows that wait, and for how many there is room. */
  staged: StagedRows;
  stagedRowCount: number;
  /** Undefined until the first row says which days keys can name. */
  rules: StagingRules | undefined;
  /** Whether any batch had costs. */
  keepsCosts: boolean;
  /** The day of the last row, where days come in order. */
  lastDay: EpochDay;
  /** For batches without costs. */
  readonly unknownCosts: Float64Array;
}

/** Rows that a stream stages before it knows how many customers there are. */
const FIRST_STAGED_ROWS: number = 2 ** 16;

/** The most that are staged at once: 200 MB, 335 with costs. */
export const MOST_STAGED_ROWS: number = 2 ** 24;

/** A fold that has seen nothing, with room to stage some rows of as many customers as are known. */
export function createOrderFold(
  options: CheckedOrderOptions,
  customers: CustomerCodes = createCustomerCodes(),
  rowCount: number = FIRST_STAGED_ROWS,
): OrderFold {
  const stagedRowCount = Math.min(rowCount, MOST_STAGED_ROWS);
  return {
    options,
    customers,
    blocks: [],
    staged: createStagedRows(stagedRowCount, 1 + (customers.size >>> BLOCK_BITS), false),
    stagedRowCount,
    rules: undefined,
    keepsCosts: false,
    lastDay: Number.NEGATIVE_INFINITY,
    unknownCosts: new Float64Array(SLICE_ROWS).fill(Number.NaN),
  };
}
