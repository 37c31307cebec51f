import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A program in another language that holds the same columns and looks at its own clock. */
export interface SelfTimedProgram {
  /** Runs a form `runs` times; gives the milliseconds that the program measured. */
  time(form: number, runs: number): Promise<number>;
  /** Runs a form once more and writes what it gives to the files that it was started with. */
  write(form: number): Promise<void>;
  /** Ends it. */
  close(): void;
}

/**
 * Starts a program that answers each line on its standard input with one line: `run <form> <runs>` with
 * nanoseconds, `write <form>` with `written`. It ends when its input does. Throws what it says on stderr.
 */
export async function startProgram(command: string, words: readonly string[]): Promise<SelfTimedProgram> {
  const child = spawn(command, words, { stdio: ["pipe", "pipe", "pipe"] });
  const ask = conversation(child);
  await ask("hello");
  return {
    time: async (form, runs) => Number(await ask(`run ${form} ${runs}`)) / 1e6,
    write: async (form) => void (await ask(`write ${form}`)),
    close: () => void child.kill(),
  };
}

/** Asks one question after the other. */
function conversation(child: ChildProcess): (question: string) => Promise<string> {
  let complaint = "";
  child.stderr?.on("data", (data) => {
    complaint += data;
  });
  const failure = new Promise<never>((_, reject) => {
    child.on("error", reject);
    child.on("close", (code) => reject(new Error(complaint.trim() || `the program ended with code ${code}`)));
  });
  failure.catch(() => undefined); // an end that nobody waits for is the usual one
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return async (question) => {
    child.stdin?.write(`${question}\n`);
    const answer = await Promise.race([lines.next(), failure]);
    if (answer.done) return failure;
    return answer.value;
  };
}
