import { type ColumnKind, MISSING_BYTE, MISSING_DAY } from "../../../src/units/column.ts";
import type { PolarsExpression, PolarsWords } from "../../policy/polarsOfPolicy.ts";
import type { LoadedColumn } from "../duckdb/duckdb.ts";
import { loadPeer } from "../loadPeer.ts";

// As much of nodejs-polars as the bench needs.

interface PolarsSeries {
  toTypedArray(): Uint8Array;
  toArray(): readonly unknown[];
}

export interface PolarsFrame {
  readonly columns: readonly string[];
  select(...expressions: readonly PolarsExpression[]): PolarsFrame;
  getColumn(name: string): PolarsSeries;
  lazy(): {
    groupBy(name: string): {
      agg(...expressions: readonly PolarsExpression[]): { collectSync(): PolarsFrame };
    };
  };
}

export interface Polars extends PolarsWords {
  readonly version: string;
  readonly Utf8: unknown;
  Series(name: string, values: ArrayLike<number> | readonly string[], type: unknown): PolarsSeries;
  DataFrame(series: readonly PolarsSeries[]): PolarsFrame;
}

/** The package, or why it cannot be had. */
export async function loadPolars(): Promise<Polars | { readonly why: string }> {
  const module = await loadPeer<{ readonly default: Polars }>("nodejs-polars");
  return "why" in module ? module : module.default;
}

/** A frame of columns, in which what the library marks as missing is null. */
export function polarsFrame(polars: Polars, columns: readonly LoadedColumn[]): PolarsFrame {
  const series = columns.map(({ name, kind, values }) => polars.Series(name, values, typeOf(polars, kind)));
  const expressions = columns.map(({ name, kind }) => withNulls(polars, name, kind));
  return polars.DataFrame(series).select(...expressions);
}

function typeOf(polars: Polars, kind: ColumnKind): unknown {
  if (kind === "count") return polars.UInt32;
  if (kind === "day") return polars.Int32;
  return kind === "money" || kind === "number" ? polars.Float64 : polars.UInt8;
}

function withNulls(polars: Polars, name: string, kind: ColumnKind): PolarsExpression {
  const column = polars.col(name);
  if (kind === "count") return column;
  const mark = polars.lit(kind === "day" ? MISSING_DAY : MISSING_BYTE);
  const isMissing = kind === "money" || kind === "number" ? column.isNan() : column.eq(mark);
  return polars
    .when(isMissing)
    .then(polars.lit(null))
    .otherwise(column)
    .cast(typeOf(polars, kind))
    .alias(name);
}
