import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import {
  type ActivityReading,
  findColumns,
  type ReadOptions,
  readActivities,
  readOrders,
} from "../../src/intake/index.ts";
import type { ReportArguments } from "./arguments.ts";
import { asActivity, type NamedColumns, type Row, statesKind, withParsedCells } from "./asActivity.ts";
import { issueText } from "./issueText.ts";
import { type OpenInput, openInput } from "./openInput.ts";
import { type ProgressOutput, withProgress } from "./progress.ts";
import { readCsv } from "./readCsv.ts";
import { readJsonArray, readJsonLines } from "./readJson.ts";
import { UsageError } from "./usageError.ts";

const SAMPLE_FILE = fileURLToPath(new URL("../sample/car-care-shop.jsonl", import.meta.url));

/** How many refused rows are shown. */
const REFUSED_SHOWN = 5;

/** Rows without any object among them are looked at this far; then they are read as they come. */
const PEEKED_ROWS = 1_000;

/**
 * Reads the file, standard input or the sample into activities. Rows that are refused are counted, and the
 * first of them are listed on `errors`. @throws UsageError, LoyaltyError
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
    return reading;
  } finally {
    input.close();
  }
}

async function readRows(
  input: OpenInput,
  { delimiter, columns }: ReportArguments,
  options: ReadOptions,
  errors: ProgressOutput,
): Promise<ActivityReading> {
  const isCsv = input.format === "csv";
  const { first, batches } = await peek(withProgress(batchesOf(input, delimiter), errors));
  if (isCsv && first !== undefined) assertColumns(Object.keys(first), columns, input.name);
  if (isCsv && first !== undefined && !statesKind(first)) {
    const found = findColumns(Object.keys(first), columns);
    return readOrders(oneByOne(batches), { ...options, columns: found });
  }
  const prepare = (row: Row): Row => asActivity(isCsv ? withParsedCells(row) : row, columns);
  return readActivities(oneByOne(batches, prepare), options);
}

type Batches = AsyncGenerator<readonly unknown[], void, undefined>;

function batchesOf(input: OpenInput, delimiter: string | undefined): Batches {
  if (input.format === "csv") return readCsv(input, delimiter);
  return input.format === "json" ? readJsonArray(input) : readJsonLines(input);
}

/** The first row that is an object, if there is one near the beginning, and all batches from the beginning. */
async function peek(batches: Batches): Promise<{ first: Row | undefined; batches: Batches }> {
  const seen: (readonly unknown[])[] = [];
  let first: Row | undefined;
  let count = 0;
  while (first === undefined && count < PEEKED_ROWS) {
    const next = await batches.next();
    if (next.done === true) break;
    seen.push(next.value);
    count += next.value.length;
    first = next.value.find(isRow);
  }
  return { first, batches: fromTheBeginning(seen, batches) };
}

async function* fromTheBeginning(seen: readonly (readonly unknown[])[], rest: Batches): Batches {
  yield* seen;
  yield* rest;
}

/** Row by row; what is no object goes on as it is, to be refused and counted. */
async function* oneByOne(batches: Batches, prepare?: (row: Row) => Row): AsyncGenerator<unknown> {
  for await (const batch of batches) {
    for (const row of batch) yield prepare !== undefined && isRow(row) ? prepare(row) : row;
  }
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function assertColumns(header: readonly string[], columns: NamedColumns, name: string): void {
  const missing = Object.values(columns).filter((column) => !header.includes(column));
  if (missing.length > 0) {
    const list = (names: readonly string[]): string => names.map((one) => JSON.stringify(one)).join(", ");
    throw new UsageError(`${name} has no column ${list(missing)}; it has ${list(header)}.`);
  }
}

function listRefused({ issues, rejectedCount, rowCount }: ActivityReading, errors: ProgressOutput): void {
  if (rejectedCount === 0) return;
  const lines = issues.map((issue) => `  row ${(issue.row ?? 0) + 1}: ${issueText(issue)}`);
  errors.write([`Refused ${rejectedCount} of ${rowCount} rows:`, ...lines, ""].join("\n"));
}
