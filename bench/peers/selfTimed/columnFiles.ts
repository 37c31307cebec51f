import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ColumnLookup } from "../../../src/criteria/rankPlan.ts";
import type { Policy } from "../../policy/policy.ts";

/** A folder in which programs in other languages find the columns of a policy, and leave their answers. */
export interface ColumnFiles {
  readonly folder: string;
  /** The answers to all rankings, as they were written last by the program of this name. */
  readAnswers(program: string): readonly Uint8Array[];
  remove(): void;
}

/** Writes each column as its bytes stand in memory, to `<field>.bin`. */
export function writeColumnFiles(policy: Policy, columnOf: ColumnLookup): ColumnFiles {
  const folder = mkdtempSync(join(tmpdir(), "loyalty-ladder-bench-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  for (const { field } of policy.columns) writeFileSync(join(folder, `${field}.bin`), columnOf(field));
  return {
    folder,
    readAnswers: (program) =>
      policy.rankings.map((_, ranking) => readFileSync(join(folder, `${program}-${ranking}.out`))),
    remove,
  };
}
