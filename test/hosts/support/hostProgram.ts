import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "../../support/house/checkout.ts";

export interface HostProgramOptions {
  readonly format: "esm" | "cjs";
  /** Runs before the library is loaded. */
  readonly prelude?: string;
  /** What is done with the answer, a text. @defaultValue it is printed */
  readonly report?: string;
}

/** A program in one file that tells what its host makes of the table, as JSON; only the language is needed. */
export async function hostProgram({
  format,
  prelude = "",
  report = "console.log",
}: HostProgramOptions): Promise<string> {
  const contents = `
    import { hostAnswer } from "./hostAnswer.ts";
    const report = ${report};
    let answer;
    try { answer = JSON.stringify(hostAnswer()); } catch (error) { answer = String(error?.stack ?? error); }
    report(answer);
  `;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: join(ROOT, "test/hosts/support"), loader: "ts" },
    banner: { js: prelude },
    bundle: true,
    write: false,
    format,
    target: "es2022",
    platform: "browser",
    logLevel: "error",
  });
  return outputFiles[0]?.text as string;
}
