import { execFileSync } from "node:child_process";
import type { CaseSamples } from "../measure/measureCase.ts";
import type { CaseRequest } from "./request.ts";

/**
 * Measures one case at one size in a process of its own, so that no case inherits the heap or the type feedback
 * of another. Throws what the process wrote to stderr when it fails: when the sides disagree, above all.
 */
export function runCase(bundlePath: string, request: CaseRequest): CaseSamples {
  const words = ["--expose-gc", bundlePath, JSON.stringify(request)];
  const output = execFileSync(process.execPath, words, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  return JSON.parse(output) as CaseSamples;
}
