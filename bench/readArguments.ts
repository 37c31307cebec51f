import { parseArgs } from "node:util";

/** What the command was asked for. */
export interface BenchArguments {
  /** Only the smaller sizes, fewer rounds; nothing is written. */
  readonly quick: boolean;
  /** JSON instead of the tables. */
  readonly json: boolean;
  /** Only what has this text in its name; nothing is written. */
  readonly only: string | undefined;
  /** Installs the peers first where they are missing. */
  readonly install: boolean;
}

/** Reads the words after the command. Throws on words that are not known. */
export function readArguments(words: readonly string[]): BenchArguments {
  const { values } = parseArgs({
    args: [...words],
    options: {
      quick: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      only: { type: "string" },
      "no-install": { type: "boolean", default: false },
    },
  });
  return { quick: values.quick, json: values.json, only: values.only, install: !values["no-install"] };
}
