import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MissingSide } from "../../measure/contest.ts";
import type { Side } from "../../measure/side.ts";
import type { NumpyForm } from "../../policy/numpyOfPolicy.ts";
import type { PolicyInput } from "../policyInput.ts";
import { selfTimedSide } from "../selfTimed/selfTimedSide.ts";
import { startProgram } from "../selfTimed/startProgram.ts";
import { numpyProgram } from "./numpyProgram.ts";

/** The policy with numpy, in a Python of its own. */
export async function numpySide(
  name: string,
  form: NumpyForm,
  { policy, rowCount, files: filesOf, atClose }: PolicyInput,
): Promise<Side<readonly Uint8Array[]> | MissingSide> {
  const python = pythonWithNumpy();
  if (python === undefined) return { name, why: `no python3 that can "import numpy"` };
  const files = filesOf();
  const path = join(files.folder, `rank-with-${name}.py`);
  writeFileSync(path, numpyProgram(policy, form));
  const program = await startProgram(python.command, [path, files.folder, String(rowCount), name]);
  atClose(program.close);
  return selfTimedSide({ name, program, forms: [form.name], files, rowCount, maker: python.version });
}

/** The first Python that has numpy: what the PATH means by `python3`, or the system's own. */
function pythonWithNumpy(): { readonly command: string; readonly version: string } | undefined {
  for (const command of ["python3", "/usr/bin/python3"]) {
    const words = ["-c", "import numpy; print(numpy.__version__)"];
    const { status, stdout } = spawnSync(command, words, { encoding: "utf8" });
    if (status === 0) return { command, version: `numpy ${stdout.trim()}` };
  }
  return undefined;
}
