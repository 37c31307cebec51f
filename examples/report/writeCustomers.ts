import { createWriteStream } from "node:fs";
import type { Writable } from "node:stream";
import { composeCustomerRows, type PlacedCustomers } from "../../src/report/index.ts";
import { UsageError } from "./usageError.ts";

/** Text is written in pieces of about this many characters. */
const PIECE_LENGTH = 65_536;

/**
 * Writes one line per customer, the most valuable first: JSON lines where the name ends in `.jsonl` or
 * `.ndjson`, else CSV. One row is made at a time; a slow disk or pipe is waited for. @throws UsageError
 */
export async function writeCustomers(
  placed: PlacedCustomers,
  out: string,
  standardOutput: Writable,
): Promise<void> {
  const lines = /\.(?:jsonl|ndjson)$/i.test(out) ? jsonLines(placed) : csvLines(placed);
  if (out === "-") return writeLines(lines, standardOutput);
  const file = createWriteStream(out);
  let failure: NodeJS.ErrnoException | undefined;
  file.on("error", (error: NodeJS.ErrnoException) => {
    failure = error;
  });
  await writeLines(lines, file);
  file.end();
  if (!file.closed) await new Promise<void>((resolve) => file.once("close", resolve));
  if (failure !== undefined) throw new UsageError(`Cannot write ${out}: ${failure.code ?? failure.message}.`);
}

/** Writes lines in pieces, waiting whenever the stream has enough; stops where the stream has ended. */
export async function writeLines(lines: Iterable<string>, stream: Writable): Promise<void> {
  let piece = "";
  for (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < PIECE_LENGTH) continue;
    if (stream.destroyed) return;
    if (!stream.write(piece)) await drained(stream);
    piece = "";
  }
  if (!stream.destroyed) stream.write(piece);
}

function drained(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      stream.off("drain", settle).off("close", settle);
      resolve();
    };
    stream.on("drain", settle).on("close", settle);
  });
}

function* csvLines(placed: PlacedCustomers): Generator<string> {
  yield csvLine(["id", ...Object.keys(placed.placements), "value"]);
  for (const row of composeCustomerRows(placed)) {
    yield csvLine([row.id, ...Object.values(row.steps), row.value]);
  }
}

function csvLine(fields: readonly (string | null)[]): string {
  return fields.map((field) => csvField(field ?? "")).join(",");
}

/** RFC 4180; a field that a spreadsheet would trim is quoted too. */
function csvField(field: string): string {
  return /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

function* jsonLines(placed: PlacedCustomers): Generator<string> {
  for (const { id, steps, value } of composeCustomerRows(placed)) {
    yield JSON.stringify({ id, ...steps, value });
  }
}
