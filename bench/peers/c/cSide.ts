import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MissingSide } from "../../measure/contest.ts";
import type { Side } from "../../measure/side.ts";
import type { PolicyInput } from "../policyInput.ts";
import { selfTimedSide } from "../selfTimed/selfTimedSide.ts";
import { startProgram } from "../selfTimed/startProgram.ts";
import { cProgram } from "./cProgram.ts";

const FLAGS = ["-std=c11", "-O3", "-march=native"];

/**
 * The policy in C, compiled on the spot for this processor; of several ways to write it, the one that this
 * compiler makes the most of. Runs on the same columns, and writes over its own answers again and again.
 */
export async function cSide(
  compiler: "gcc" | "clang",
  { policy, rowCount, files: filesOf, atClose }: PolicyInput,
): Promise<Side<readonly Uint8Array[]> | MissingSide> {
  const maker = compilerVersion(compiler);
  if (maker === undefined) return { name: compiler, why: `no ${compiler} on the PATH` };
  const files = filesOf();
  const { source, forms } = cProgram(policy);
  const sourcePath = join(files.folder, `${compiler}.c`);
  const programPath = join(files.folder, `${compiler}.program`);
  writeFileSync(sourcePath, source);
  const { status, stderr } = spawnSync(compiler, [...FLAGS, sourcePath, "-o", programPath, "-lm"], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${compiler} refuses the source: ${stderr}`);
  const program = await startProgram(programPath, [files.folder, String(rowCount), compiler]);
  atClose(program.close);
  return selfTimedSide({ name: compiler, program, forms, files, rowCount, maker });
}

/** `gcc 12.2.0`; undefined where there is none. */
function compilerVersion(compiler: string): string | undefined {
  const { status, stdout } = spawnSync(compiler, ["--version"], { encoding: "utf8" });
  if (status !== 0) return undefined;
  return `${compiler} ${stdout.match(/\d+\.\d+\.\d+/)?.[0] ?? ""} ${FLAGS.slice(1).join(" ")}`;
}
