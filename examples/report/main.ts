/** `npm run report -- [FILE] --as-of YYYY-MM-DD`: who stands where, from a file of orders or activities. */
import { runReport } from "./runReport.ts";

// A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await runReport({
  words: process.argv.slice(2),
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  environment: process.env,
});
