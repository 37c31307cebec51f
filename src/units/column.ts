/**
 * What a column of facts holds. The kind decides the array, how a missing value is written, and the unit in
 * which a threshold is stated. Facts of customers and of anything else that criteria judge share these six.
 *
 * | kind | array | missing | a threshold is |
 * |---|---|---|---|
 * | `count` | `Uint32Array` | never | a number |
 * | `money` | `Float64Array`, integer minor units | `NaN` | major units: a number or a decimal string |
 * | `day` | `Int32Array`, epoch days | {@link MISSING_DAY} | a calendar day, `"2026-01-31"` |
 * | `number` | `Float64Array` | `NaN` | a number |
 * | `score` | `Uint8Array`, 0–254 | {@link MISSING_BYTE} | a number |
 * | `flag` | `Uint8Array`, 0 or 1 | {@link MISSING_BYTE} | a boolean |
 *
 * A flag takes a byte, not a bit: a criterion must tell "no" from "never said", and kernels read bytes.
 */
export type ColumnKind = "count" | "money" | "day" | "number" | "score" | "flag";

/** The array of each kind of column. */
export interface ColumnArrays {
  count: Uint32Array;
  money: Float64Array;
  day: Int32Array;
  number: Float64Array;
  score: Uint8Array;
  flag: Uint8Array;
}

/** Any column of facts. */
export type Column = ColumnArrays[ColumnKind];

/** A missing epoch day. */
export const MISSING_DAY = -2_147_483_648;

/** A missing score or flag. */
export const MISSING_BYTE = 255;

/** A column of `length` missing values (of zeros, for counts). */
export function createColumn<K extends ColumnKind>(kind: K, length: number): ColumnArrays[K];
export function createColumn(kind: ColumnKind, length: number): Column {
  switch (kind) {
    case "count":
      return new Uint32Array(length);
    case "day":
      return new Int32Array(length).fill(MISSING_DAY);
    case "score":
    case "flag":
      return new Uint8Array(length).fill(MISSING_BYTE);
    default:
      return new Float64Array(length).fill(Number.NaN);
  }
}

/** The value of a column at a row as a number; a missing one is `NaN`, so every comparison with it is false. */
export function numberAt(kind: ColumnKind, column: Column, row: number): number {
  const value = column[row] as number;
  if (kind === "day") return value === MISSING_DAY ? Number.NaN : value;
  if (kind === "score" || kind === "flag") return value === MISSING_BYTE ? Number.NaN : value;
  return value;
}

/** Where a fact's values stand: the kind of its column and the property under which rows and tables hold it. */
export interface FactColumn {
  readonly kind: ColumnKind;
  /** `revenue` stands under `revenueMinor`, `lastOrderAt` under `lastOrderDay`: stored values name their unit. */
  readonly field: string;
}

/** The facts that a criterion may name, by their domain names. */
export type FactSchema = ReadonlyMap<string, FactColumn>;

/** The kinds that a user's own fact can have. */
export type OwnFactKind = "number" | "flag";
