import type { MissingSide } from "../../measure/contest.ts";
import { createLaterSide, type Side } from "../../measure/side.ts";
import { sqlOfPolicy } from "../../policy/sqlOfPolicy.ts";
import { namedColumns, type PolicyInput } from "../policyInput.ts";
import { type Duckdb, type DuckdbResult, numbersOf, startDuckdb, useThreads } from "./duckdb.ts";

/** An engine that holds the columns of a policy as the table `customers`. */
export async function loadDuckdb(input: PolicyInput): Promise<Duckdb | { readonly why: string }> {
  const duckdb = await startDuckdb();
  if ("why" in duckdb) return duckdb;
  input.atClose(() => duckdb.connection.closeSync());
  await duckdb.load("customers", namedColumns(input));
  return duckdb;
}

/** The policy as `CASE WHEN`; the engine holds the whole result, as columns of bytes, when the clock stops. */
export function duckdbPolicySide(
  duckdb: Duckdb | { readonly why: string },
  threads: number,
  { policy, rowCount }: PolicyInput,
): Side<readonly Uint8Array[]> | MissingSide {
  const name = "DuckDB";
  if ("why" in duckdb) return { name, why: duckdb.why };
  const sql = `SELECT ${sqlOfPolicy(policy)} FROM customers`;
  return createLaterSide<DuckdbResult, readonly Uint8Array[]>({
    name,
    detail: duckdb.version,
    unitsPerRun: rowCount,
    before: useThreads(duckdb, threads),
    work: () => duckdb.connection.run(sql),
    async outcomeOf(result) {
      const answers = policy.rankings.map(() => new Uint8Array(rowCount));
      await numbersOf(result, answers);
      return answers;
    },
  });
}
