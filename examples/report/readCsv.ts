import { type Parser, parse } from "csv-parse";
import type { OpenInput } from "./openInput.ts";
import { UsageError } from "./usageError.ts";

/** A record longer than this is a quote that nobody closed. */
const RECORD_MAX_LENGTH = 1_000_000;

/** Is told the names of all columns and answers which of them rows shall have. */
export type ChooseColumns = (names: readonly string[]) => readonly string[];

/**
 * One object per record, by the names of the first line, in batches as the input comes; `choose` is told the
 * names before the first batch, also where no records follow. A record with more fields than names comes
 * through as its text, so that it is refused and counted: an unquoted `1,234.50` must not become 1. The parser
 * works piece by piece, and memory does not grow with the file. @throws UsageError
 */
export async function* readCsv(
  input: OpenInput,
  delimiter: string = delimiterOf(input.firstLine),
  choose: ChooseColumns = (names) => names,
): AsyncGenerator<readonly unknown[], void, undefined> {
  const parser = parse({
    delimiter,
    relax_quotes: true, // a stray quote inside a field is a character
    relax_column_count: true, // counted here
    skip_empty_lines: true,
    max_record_size: RECORD_MAX_LENGTH,
  });
  let failure: Error | undefined;
  parser.on("error", (error: Error) => {
    failure = error;
  });
  let makeRow: RowMaker | undefined;
  const rowsSoFar = (): unknown[] => {
    const rows: unknown[] = [];
    for (let record = read(parser); record !== null; record = read(parser)) {
      if (makeRow !== undefined) rows.push(makeRow(record));
      else {
        const names = uniqueNames(input.name, record);
        makeRow = createRowMaker(names, choose(names), delimiter);
      }
    }
    return rows;
  };
  // The parser parses while it is written to, so the rows of a piece are there at once; an async iteration
  // over its records, or its `on_record`, would take longer than parsing them.
  for await (const text of input.texts) {
    parser.write(text);
    yield rowsSoFar();
    if (failure !== undefined) throw csvError(input.name, failure);
  }
  await new Promise<void>((resolve) => {
    parser.once("readable", resolve).once("end", resolve).once("error", resolve);
    parser.end();
  });
  yield rowsSoFar();
  if (failure !== undefined) throw csvError(input.name, failure);
}

function read(parser: Parser): readonly string[] | null {
  return parser.read() as readonly string[] | null;
}

type RowMaker = (record: readonly string[]) => unknown;

/**
 * Every row is a copy of an empty one, filled in: all rows have one shape, with every name, also where a line
 * leaves fields out at its end. To make each from a list of entries took 5 times as long.
 */
function createRowMaker(names: readonly string[], chosen: readonly string[], delimiter: string): RowMaker {
  // fromEntries makes even `__proto__` a plain property.
  const empty = Object.fromEntries(chosen.map((name) => [name, undefined as string | undefined]));
  const places = chosen.map((name) => names.indexOf(name));
  return (record) => {
    if (record.length > names.length) return record.join(delimiter);
    const row = { ...empty };
    for (let index = 0; index < chosen.length; index += 1) {
      row[chosen[index] as string] = record[places[index] as number];
    }
    return row;
  };
}

function csvError(name: string, error: Error): UsageError {
  return new UsageError(`${name} is not readable as CSV: ${error.message}.`);
}

/** Two columns of one name would silently become one. */
function uniqueNames(name: string, header: readonly string[]): string[] {
  const names = header.map((one) => one.trim());
  const twice = names.find((one, index) => one !== "" && names.indexOf(one) !== index);
  if (twice !== undefined) throw new UsageError(`${name} has two columns named ${JSON.stringify(twice)}.`);
  return names.map((one, index) => (one === "" ? `column ${index + 1}` : one));
}

/** The separator that stands most often in the first line, outside of quotes; a comma when there is none. */
function delimiterOf(firstLine: string): string {
  const bare = firstLine.replace(/"(?:[^"]|"")*"/g, "");
  const counts = [",", ";", "\t", "|"].map((one) => [one, bare.split(one).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
