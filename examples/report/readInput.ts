import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import {
  type ActivityReading,
  findColumns,
  type OrderColumns,
  type ReadOptions,
  readActivities,
  readOrders,
} from "../../src/intake/index.ts";
import type { ReportArguments } from "./arguments.ts";
import { asActivities } from "./asActivities.ts";
import { isKindName, isRow, type NamedColumns, type Row, withParsedCells } from "./asActivity.ts";
import { issueText } from "./issueText.ts";
import { type OpenInput, openInput } from "./openInput.ts";
import { type ProgressOutput, withProgress } from "./progress.ts";
import { readCsv } from "./readCsv.ts";
import { readJsonArray, readJsonLines } from "./readJson.ts";
import { UsageError } from "./usageError.ts";

const SAMPLE_FILE = fileURLToPath(new URL("../sample/car-care-shop.jsonl", import.meta.url));

/** How many refused rows are shown. */
const REFUSED_SHOWN = 5;

/**
 * Reads the file, standard input or the sample into activities. Rows that are refused are counted, and the
 * first of them are listed on `errors`, which is also told when there is nothing to report. @throws UsageError, LoyaltyError
 */
export async function readInput(
  asked: ReportArguments,
  standardInput: Readable,
  errors: ProgressOutput,
): Promise<ActivityReading> {
  const { currency, timeZone, amounts } = asked;
  const options = { currency, timeZone, amounts, onInvalid: "collect", issueLimit: REFUSED_SHOWN } as const;
  readActivities([], options); // refuses a currency or a zone before anything is opened
  const input = await openInput(asked.file ?? SAMPLE_FILE, asked.format, standardInput);
  try {
    const reading = await readRows(input, asked, options, errors);
    listRefused(reading, errors);
    if (reading.rowCount === 0) errors.write(`${input.name} has no rows: this is a report of nothing.\n`);
    return reading;
  } finally {
    input.close();
  }
}

async function readRows(
  input: OpenInput,
  asked: ReportArguments,
  options: ReadOptions,
  errors: ProgressOutput,
): Promise<ActivityReading> {
  if (input.format === "csv") return readTable(input, asked, options, errors);
  const batches = withProgress(input.format === "json" ? readJsonArray(input) : readJsonLines(input), errors);
  const missing = new Set(Object.values(asked.columns));
  const rows = missing.size === 0 ? batches : eachRow(batches, (row) => strikeOff(missing, row));
  const reading = await readActivities(asActivities(rows, asked.columns, input.name), options);
  if (reading.rowCount > 0 && missing.size > 0) {
    throw new UsageError(`${input.name} has no row with ${listOf([...missing])}.`);
  }
  return reading;
}

function strikeOff(missing: Set<string>, row: Row): Row {
  for (const column of missing) if (Object.hasOwn(row, column)) missing.delete(column);
  return row;
}

/** A CSV: orders under its own names, or activities where a column says what kind each of them is. */
async function readTable(
  input: OpenInput,
  { delimiter, columns }: ReportArguments,
  options: ReadOptions,
  errors: ProgressOutput,
): Promise<ActivityReading> {
  const table: { header?: readonly string[]; orderColumns?: OrderColumns } = {};
  const csv = readCsv(input, delimiter, (header) => {
    table.header = header;
    assertColumns(header, columns, input.name);
    const { kind, ...given } = columns;
    if (kind !== undefined || header.some(isKindName)) {
      // Not every kind has an amount, so any column will do for it here; all have the other two.
      findColumns(header, { amount: header[0] as string, ...given });
      return header;
    }
    const found = findColumns(header, given);
    table.orderColumns = found;
    return [...new Set([...Object.values(found), ...header.filter((name) => name === "lines")])];
  });
  const batches = withProgress(csv, errors);
  const seen = await readUntil(() => table.header !== undefined, batches);
  if (table.header === undefined) return readOrders([], options); // not even a line of names
  const rows = startingWith(seen, batches);
  if (table.orderColumns !== undefined) return readOrders(rows, { ...options, columns: table.orderColumns });
  return readActivities(asActivities(eachRow(rows, withParsedCells), columns, input.name), options);
}

type Batches = AsyncGenerator<readonly unknown[], void, undefined>;

/** The batches up to the one after which something holds, or all of them. */
async function readUntil(holds: () => boolean, batches: Batches): Promise<(readonly unknown[])[]> {
  const seen: (readonly unknown[])[] = [];
  while (!holds()) {
    const next = await batches.next();
    if (next.done === true) break;
    seen.push(next.value);
  }
  return seen;
}

async function* startingWith(seen: readonly (readonly unknown[])[], rest: Batches): Batches {
  yield* seen;
  yield* rest;
}

/** What is no object goes on as it is, to be refused and counted. */
async function* eachRow(batches: Batches, prepare: (row: Row) => Row): Batches {
  for await (const batch of batches) yield batch.map((row) => (isRow(row) ? prepare(row) : row));
}

function assertColumns(header: readonly string[], columns: NamedColumns, name: string): void {
  const missing = Object.values(columns).filter((column) => !header.includes(column));
  if (missing.length === 0) return;
  throw new UsageError(`${name} has no column ${listOf(missing)}; it has ${listOf(header)}.`);
}

function listOf(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(", ");
}

function listRefused({ issues, rejectedCount, rowCount }: ActivityReading, errors: ProgressOutput): void {
  if (rejectedCount === 0) return;
  const lines = issues.map((issue) => `  row ${(issue.row ?? 0) + 1}: ${issueText(issue)}`);
  errors.write([`Refused ${rejectedCount} of ${rowCount} rows:`, ...lines, ""].join("\n"));
}
