/** The program of one process: measures what the first argument asks for, and writes what it found as JSON. */
import { performance } from "node:perf_hooks";
import { BENCH_CASES } from "../cases/benchCases.ts";
import { measureCase } from "../measure/measureCase.ts";
import { PROBES } from "../probes/probes.ts";
import type { CaseRequest } from "./request.ts";

const collectGarbage = globalThis.gc;
if (collectGarbage === undefined) throw new Error("start with --expose-gc");
const tools = { clockMs: () => performance.now(), collectGarbage: () => void collectGarbage() };

const request = JSON.parse(process.argv[2] ?? "{}") as CaseRequest;
const found = JSON.stringify(await measured(request));
process.stdout.write(found, () => process.exit()); // an engine of a peer may keep threads that nobody waits for

async function measured(asked: CaseRequest): Promise<unknown> {
  if (asked.kind === "probe") {
    return named(PROBES, asked.name).measure(asked.size, {
      ...tools,
      usedBytes: () => process.memoryUsage().heapUsed + process.memoryUsage().external,
      peakBytes: () => process.resourceUsage().maxRSS * 1_024,
    });
  }
  const { name, size, rounds, sampleMs, warmUpMs, sides } = asked;
  const wanted = (side: string) => sides.includes(side);
  const measuring = { rounds, sampleMs, warmUpMs, ...tools };
  return measureCase(named(BENCH_CASES, name), size, wanted, measuring);
}

function named<Named extends { readonly name: string }>(list: readonly Named[], name: string): Named {
  const found = list.find((known) => known.name === name);
  if (found === undefined) throw new Error(`no such case: ${name}`);
  return found;
}
