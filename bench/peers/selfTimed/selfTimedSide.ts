import type { Side } from "../../measure/side.ts";
import type { ColumnFiles } from "./columnFiles.ts";
import type { SelfTimedProgram } from "./startProgram.ts";

/** A program with several forms of one policy. */
export interface PolicyProgram {
  /** Under which its answers lie in the folder. */
  readonly name: string;
  readonly program: SelfTimedProgram;
  readonly forms: readonly string[];
  readonly files: ColumnFiles;
  readonly rowCount: number;
  /** What made it, such as the version of the compiler. */
  readonly maker: string;
}

const TRIALS = 5;
const TRIAL_MS = 10;

/** The fastest of the forms of a program as a side: every form is tried a few times first. */
export async function selfTimedSide(made: PolicyProgram): Promise<Side<readonly Uint8Array[]>> {
  const { program, forms, files, rowCount } = made;
  const best = await fastestForm(program, forms.length);
  return {
    name: made.name,
    detail: `${made.maker}, ${forms[best]}`,
    unitsPerRun: rowCount,
    time: (runs) => program.time(best, runs),
    async outcome() {
      await program.write(best);
      return files.readAnswers(made.name);
    },
  };
}

/** The form with the least time in any trial; neighbours can only add to a time. */
async function fastestForm(program: SelfTimedProgram, formCount: number): Promise<number> {
  if (formCount === 1) return 0;
  const least = new Array<number>(formCount).fill(Number.POSITIVE_INFINITY);
  for (let trial = 0; trial < TRIALS; trial += 1) {
    for (let form = 0; form < formCount; form += 1) {
      const onceMs = await program.time(form, 1);
      const runs = Math.min(1_000, Math.max(1, Math.ceil(TRIAL_MS / onceMs)));
      least[form] = Math.min(least[form]!, (await program.time(form, runs)) / runs);
    }
  }
  return least.indexOf(Math.min(...least));
}
