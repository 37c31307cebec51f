import type { OpenInput } from "./openInput.ts";
import { UsageError } from "./usageError.ts";

/** A line longer than this is not a line of rows. */
const LINE_MAX_LENGTH = 16_000_000;

/** One row per line, in batches as the input comes. A line that is no JSON comes through as its text, so that it is refused and counted. @throws UsageError */
export async function* readJsonLines(input: OpenInput): AsyncGenerator<readonly unknown[]> {
  let rest = "";
  for await (const text of input.texts) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() as string;
    if (rest.length > LINE_MAX_LENGTH) {
      throw new UsageError(`${input.name} has a line of more than ${LINE_MAX_LENGTH} characters.`);
    }
    yield lines.filter(hasContent).map(rowOf);
  }
  yield [rest].filter(hasContent).map(rowOf);
}

function hasContent(line: string): boolean {
  return line.trim() !== "";
}

function rowOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line.trim();
  }
}

/** The elements of a JSON array in one batch; it has to fit into memory. @throws UsageError */
export async function* readJsonArray(input: OpenInput): AsyncGenerator<readonly unknown[]> {
  const texts: string[] = [];
  for await (const text of input.texts) texts.push(text);
  yield rowsOf(input.name, texts.join(""));
}

function rowsOf(name: string, text: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${name} is not JSON: ${(error as Error).message.replace(/\s+/g, " ")}.`);
  }
  if (!Array.isArray(value)) throw new UsageError(`${name} is JSON, but not an array of rows.`);
  return value;
}
