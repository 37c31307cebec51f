/** The program of one process: measures the case that the first argument names, and writes the samples as JSON. */
import { performance } from "node:perf_hooks";
import { BENCH_CASES } from "../cases/benchCases.ts";
import { measureCase } from "../measure/measureCase.ts";
import { type CaseRequest, WARM_UP_ROUNDS } from "./request.ts";

const collectGarbage = globalThis.gc;
if (collectGarbage === undefined) throw new Error("start with --expose-gc");
const { name, size, rounds } = JSON.parse(process.argv[2] ?? "{}") as CaseRequest;
const benchCase = BENCH_CASES.find((known) => known.name === name);
if (benchCase === undefined) throw new Error(`no such case: ${name}`);
const samples = measureCase(benchCase, size, {
  rounds,
  warmUpRounds: WARM_UP_ROUNDS,
  clockMs: () => performance.now(),
  collectGarbage: () => void collectGarbage(),
});
process.stdout.write(JSON.stringify(samples));
