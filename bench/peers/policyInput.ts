import type { ColumnLookup } from "../../src/criteria/rankPlan.ts";
import { columnName, type Policy } from "../policy/policy.ts";
import type { LoadedColumn } from "./duckdb/duckdb.ts";
import { type ColumnFiles, writeColumnFiles } from "./selfTimed/columnFiles.ts";

/** What every peer that ranks rows is given. */
export interface PolicyInput {
  readonly policy: Policy;
  readonly columnOf: ColumnLookup;
  readonly rowCount: number;
  /** The columns as files, written when the first peer asks for them. */
  files(): ColumnFiles;
  /** What is to be ended with the contest. */
  atClose(end: () => void): void;
}

/** Puts the input of peers together; `close` ends all that they started. */
export function createPolicyInput(
  policy: Policy,
  columnOf: ColumnLookup,
  rowCount: number,
): PolicyInput & { close(): void } {
  const ends: (() => void)[] = [];
  let files: ColumnFiles | undefined;
  return {
    policy,
    columnOf,
    rowCount,
    files() {
      files ??= writeColumnFiles(policy, columnOf);
      return files;
    },
    atClose: (end) => void ends.push(end),
    close() {
      for (const end of ends) end();
      files?.remove();
    },
  };
}

/** The columns under the names that the texts of a policy use. */
export function namedColumns({ policy, columnOf }: PolicyInput): readonly LoadedColumn[] {
  return policy.columns.map((fact) => ({
    name: columnName(fact),
    kind: fact.kind,
    values: columnOf(fact.field),
  }));
}
