import type { ColumnKind } from "../../../src/units/column.ts";
import { loadPeer } from "../loadPeer.ts";

// As much of @duckdb/node-api as the bench needs.

interface DuckdbVector {
  /** What the vector holds, in memory that `flush` hands to the engine. */
  readonly items: {
    set(values: ArrayLike<number>): void;
    subarray(from: number, to: number): ArrayLike<number>;
  };
  readonly itemCount: number;
  flush(): void;
}

interface DuckdbChunk {
  readonly rowCount: number;
  getColumnVector(column: number): DuckdbVector;
  getColumnValues(column: number): readonly unknown[];
}

/** A result that the engine holds, whole. */
export interface DuckdbResult {
  fetchChunk(): Promise<DuckdbChunk | null>;
}

export interface DuckdbConnection {
  run(sql: string): Promise<DuckdbResult>;
  createAppender(table: string): Promise<{ appendDataChunk(chunk: DuckdbChunk): void; closeSync(): void }>;
  closeSync(): void;
}

interface DuckdbModule {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<DuckdbConnection> }> };
  readonly DuckDBDataChunk: { create(types: readonly unknown[], rowCount: number): DuckdbChunk };
  readonly UINTEGER: unknown;
  readonly INTEGER: unknown;
  readonly DOUBLE: unknown;
  readonly UTINYINT: unknown;
  version(): string;
}

/** A column to load: its name in the table, its kind, its values. */
export interface LoadedColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly values: Uint32Array | Int32Array | Float64Array | Uint8Array;
}

/** An engine in memory, for one contest. */
export interface Duckdb {
  readonly version: string;
  readonly connection: DuckdbConnection;
  /** Makes a table of columns; what the library marks as missing becomes null. */
  load(table: string, columns: readonly LoadedColumn[]): Promise<void>;
}

const TYPES = {
  count: "UINTEGER",
  money: "DOUBLE",
  day: "INTEGER",
  number: "DOUBLE",
  score: "UTINYINT",
  flag: "UTINYINT",
} as const satisfies Record<ColumnKind, string>;

const MISSING: Readonly<Record<string, string>> = {
  DOUBLE: "'nan'::DOUBLE",
  INTEGER: "-2147483648",
  UTINYINT: "255",
};

/** Starts the engine, or says why there is none. */
export async function startDuckdb(): Promise<Duckdb | { readonly why: string }> {
  const module = await loadPeer<DuckdbModule>("@duckdb/node-api");
  if ("why" in module) return module;
  const instance = await module.DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  return {
    version: `DuckDB ${module.version()}`,
    connection,
    async load(table, columns) {
      await appendColumns(module, connection, columns);
      const selected = columns.map(({ name, kind }) => {
        const missing = MISSING[TYPES[kind]];
        return missing === undefined ? name : `nullif(${name}, ${missing}) AS ${name}`;
      });
      await connection.run(`CREATE TABLE ${table} AS SELECT ${selected.join(", ")} FROM loading`);
      await connection.run("DROP TABLE loading");
    },
  };
}

const CHUNK_ROWS = 2_048;

async function appendColumns(
  module: DuckdbModule,
  connection: DuckdbConnection,
  columns: readonly LoadedColumn[],
): Promise<void> {
  const fields = columns.map(({ name, kind }) => `${name} ${TYPES[kind]}`);
  await connection.run(`CREATE TABLE loading (${fields.join(", ")})`);
  const appender = await connection.createAppender("loading");
  const types = columns.map(({ kind }) => module[TYPES[kind]]);
  const rowCount = columns[0]?.values.length ?? 0;
  for (let first = 0; first < rowCount; first += CHUNK_ROWS) {
    const count = Math.min(CHUNK_ROWS, rowCount - first);
    const chunk = module.DuckDBDataChunk.create(types, count);
    for (const [index, { values }] of columns.entries()) {
      const vector = chunk.getColumnVector(index);
      vector.items.set(values.subarray(first, first + count));
      vector.flush();
    }
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

/** How many threads a sample may use; set before it, outside the clock. */
export function useThreads({ connection }: Duckdb, threads: number): () => Promise<void> {
  return async () => void (await connection.run(`SET threads TO ${threads}`));
}

/** Numbers of a result, column by column. */
export async function numbersOf(
  result: DuckdbResult,
  columns: readonly (Uint8Array | Float64Array)[],
): Promise<void> {
  let row = 0;
  for (
    let chunk = await result.fetchChunk();
    chunk !== null && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    for (const [index, column] of columns.entries()) {
      const { items, itemCount } = chunk.getColumnVector(index);
      column.set(items.subarray(0, itemCount), row);
    }
    row += chunk.rowCount;
  }
}
