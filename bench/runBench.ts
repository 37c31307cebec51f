import type { BenchCase } from "./measure/benchCase.ts";
import { judge } from "./measure/judge.ts";
import type { CaseSamples } from "./measure/measureCase.ts";
import { describeMachine } from "./outcome/machine.ts";
import { type Outcome, resultOf } from "./outcome/outcome.ts";
import { outcomeText } from "./outcome/outcomeText.ts";
import { outcomeJson, writeOutcome } from "./outcome/writeOutcome.ts";
import { type BenchPlan, planBench } from "./planBench.ts";
import { bundleCases } from "./process/bundleCases.ts";
import { runCase } from "./process/runCase.ts";
import { type BenchArguments, readArguments } from "./readArguments.ts";

/** The whole command; gives the exit code: 2 for words that are not known. */
export async function runBench(words: readonly string[], cases: readonly BenchCase[]): Promise<number> {
  let choice: BenchArguments;
  try {
    choice = readArguments(words);
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
  const plan = planBench(cases, choice);
  if (plan.contests.length === 0) {
    console.error(`no case has "${choice.only}" in its name`);
    return 2;
  }
  const outcome = await measureAll(plan);
  console.log((choice.json ? outcomeJson(outcome) : outcomeText(outcome)).trimEnd());
  const isWhole = !choice.quick && choice.only === undefined;
  if (isWhole) writeOutcome(outcome, new URL("./", import.meta.url));
  return 0;
}

async function measureAll({ processes, rounds, contests }: BenchPlan): Promise<Outcome> {
  const date = new Date().toISOString();
  const machine = describeMachine();
  const parts: CaseSamples[][] = contests.map(() => []);
  const bundle = await bundleCases();
  try {
    for (let pass = 1; pass <= processes; pass += 1) {
      for (const [index, { benchCase, size }] of contests.entries()) {
        const { name } = benchCase;
        console.error(
          `pass ${pass}, ${index + 1} of ${contests.length}: ${name}, ${size.toLocaleString("en")}`,
        );
        parts[index]!.push(runCase(bundle.path, { name, size, rounds }));
      }
    }
  } finally {
    bundle.remove();
  }
  const results = contests.map(({ benchCase, size }, index) =>
    resultOf(judge(benchCase, size, parts[index]!)),
  );
  return { date, machine, processes, rounds: processes * rounds, results };
}
