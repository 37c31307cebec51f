import { createReadStream, statSync } from "node:fs";
import type { Readable } from "node:stream";
import type { InputFormat } from "./arguments.ts";
import { UsageError } from "./usageError.ts";

/** An input whose beginning was looked at; `texts` starts from the first character again. */
export interface OpenInput {
  readonly name: string;
  readonly format: InputFormat;
  /** The decoded text, in pieces of about 64 kB, without a byte order mark. */
  readonly texts: AsyncIterable<string>;
  /** The text up to the end of the first line, at most one piece of the stream long. */
  readonly firstLine: string;
  /** Lets go of the file or stream, read to the end or not. */
  readonly close: () => void;
}

/** Opens a file or standard input (`-`) and finds out its format. @throws UsageError */
export async function openInput(
  file: string,
  format: InputFormat | undefined,
  standardInput: Readable,
): Promise<OpenInput> {
  const name = file === "-" ? "standard input" : file;
  const stream = file === "-" ? standardInput : fileStream(file);
  const pieces = decoded(name, stream)[Symbol.asyncIterator]();
  let beginning = "";
  let isDone = false;
  // Read on until there is something to judge by: blank pieces at the start are no beginning.
  while (
    !isDone &&
    (beginning.trim() === "" || !/[\r\n]/.test(beginning.trimStart())) &&
    beginning.length < 65_536
  ) {
    const piece = await pieces.next();
    if (piece.done === true) isDone = true;
    else beginning += piece.value;
  }
  return {
    name,
    format: format ?? formatOf(file, beginning),
    firstLine: beginning.trimStart().split(/\r\n|\r|\n/, 1)[0] as string,
    texts: startingWith(beginning, pieces),
    close: () => stream.destroy(),
  };
}

function fileStream(file: string): Readable {
  try {
    if (statSync(file).isDirectory()) throw new UsageError(`Cannot read ${file}: it is a directory.`);
  } catch (error) {
    throw readingError(file, error);
  }
  return createReadStream(file);
}

function readingError(name: string, error: unknown): Error {
  if (error instanceof UsageError) return error;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return error as Error;
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") {
    return new UsageError(`${name} is not UTF-8; save it as UTF-8.`);
  }
  const reasons: Record<string, string> = { ENOENT: "there is no such file", EACCES: "permission denied" };
  return new UsageError(`Cannot read ${name}: ${reasons[code] ?? code}.`);
}

async function* decoded(name: string, stream: Readable): AsyncGenerator<string> {
  // Fatal: letters that became the sign for "unknown" would make one customer of Müller and Möller.
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isFirst = true;
  try {
    for await (const chunk of stream) {
      const bytes = chunk as Buffer;
      if (isFirst) refuseUtf16(name, bytes);
      isFirst = false;
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    throw readingError(name, error);
  }
}

function refuseUtf16(name: string, bytes: Buffer): void {
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe" || mark === "feff") throw new UsageError(`${name} is in UTF-16; save it as UTF-8.`);
}

async function* startingWith(beginning: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield beginning;
  for (let piece = await rest.next(); piece.done !== true; piece = await rest.next()) yield piece.value;
}

function formatOf(file: string, beginning: string): InputFormat {
  const first = beginning.trimStart().charAt(0);
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase();
  if (ending === "csv" || ending === "tsv") return "csv";
  if (first === "[") return "json";
  if (ending === "jsonl" || ending === "ndjson" || first === "{") return "jsonl";
  return "csv";
}
