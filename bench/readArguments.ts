import { parseArgs } from "node:util";

/** What the command was asked for. */
export interface BenchArguments {
  /** Only the two smaller sizes, fewer rounds; nothing is written. */
  readonly quick: boolean;
  /** JSON instead of the table. */
  readonly json: boolean;
  /** Only cases whose name has this text; nothing is written. */
  readonly only: string | undefined;
}

/** Reads the words after the command. Throws on words that are not known. */
export function readArguments(words: readonly string[]): BenchArguments {
  const { values } = parseArgs({
    args: [...words],
    options: {
      quick: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      only: { type: "string" },
    },
  });
  return { quick: values.quick, json: values.json, only: values.only };
}
