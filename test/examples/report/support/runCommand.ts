import { spawn } from "node:child_process";
import { PassThrough, Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { runReport } from "../../../../examples/report/runReport.ts";

/** What a command left behind. */
export interface CommandResult {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

function collected(stream: PassThrough): () => string {
  const pieces: Buffer[] = [];
  stream.on("data", (piece: Buffer) => pieces.push(piece));
  return () => Buffer.concat(pieces).toString();
}

/** Runs the report in this process, with `input` on its standard input, as if on a terminal if told so. */
export async function runHere(
  words: readonly string[],
  input = "",
  { isTTY = false, environment = {} }: { isTTY?: boolean; environment?: Record<string, string> } = {},
): Promise<CommandResult> {
  const [output, errors] = [Object.assign(new PassThrough(), { isTTY }), new PassThrough()];
  const [outputText, errorText] = [collected(output), collected(errors)];
  const exitCode = await runReport({
    words,
    input: Readable.from(input === "" ? [] : [Buffer.from(input)]),
    output,
    errors,
    environment,
  });
  return { exitCode, output: outputText(), errors: errorText() };
}

const MAIN = fileURLToPath(new URL("../../../../examples/report/main.ts", import.meta.url));
const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));

/** How a command is treated by those at the other ends of its pipes. */
export interface Treatment {
  readonly input?: string;
  /** Its input does not end. */
  readonly keepOpen?: boolean;
  /** Its output is closed after that many characters. */
  readonly head?: number;
}

/** Runs the report as `npm run report` does. */
export function runCommand(
  words: readonly string[],
  { input = "", keepOpen = false, head }: Treatment = {},
): Promise<CommandResult> {
  const child = spawn(process.execPath, ["--import", "tsx", MAIN, ...words], { cwd: ROOT });
  let [output, errors] = ["", ""];
  child.stdout.on("data", (piece: Buffer) => {
    output += piece.toString();
    if (head !== undefined && output.length >= head) child.stdout.destroy();
  });
  child.stderr.on("data", (piece: Buffer) => {
    errors += piece.toString();
  });
  child.stdin.on("error", () => {}); // a command that stops early does not read to the end
  if (keepOpen) child.stdin.write(input);
  else child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, output, errors }));
  });
}
