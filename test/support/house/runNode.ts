import { execFile } from "node:child_process";
import { ROOT } from "./checkout.ts";

export interface Outcome {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs Node with the given words and waits for its end; nothing is thrown for a failure of the program. */
export function runNode(
  words: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> {
  const { cwd = ROOT, env = {} } = options;
  const settings = { cwd, env: { ...process.env, NO_COLOR: "1", ...env }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, words, settings, (error, output, errors) => {
      const exitCode = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      resolve({ exitCode, output, errors });
    });
    child.stdin?.end();
  });
}
