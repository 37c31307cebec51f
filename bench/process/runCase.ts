import { execFileSync } from "node:child_process";
import type { CaseRequest } from "./request.ts";

/** What one process may write; samples are a few kilobytes. */
const OUTPUT_BYTES_MAXIMUM = 16 * 1_024 * 1_024;

/**
 * Measures one case at one size in a process of its own, so that no case inherits the heap or the type feedback
 * of another. Throws what the process wrote to stderr when it fails: when the sides disagree, above all.
 */
export function runCase<Found>(bundlePath: string, request: CaseRequest): Found {
  const words = ["--expose-gc", "--max-old-space-size=6144", bundlePath, JSON.stringify(request)];
  const output = execFileSync(process.execPath, words, {
    encoding: "utf8",
    maxBuffer: OUTPUT_BYTES_MAXIMUM,
    stdio: ["ignore", "pipe", "pipe"],
    // One thread each, as ours has one; DuckDB can be told so within the process.
    env: { ...process.env, POLARS_MAX_THREADS: "1" },
  });
  return JSON.parse(output) as Found;
}
