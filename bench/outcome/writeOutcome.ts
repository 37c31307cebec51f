import { writeFileSync } from "node:fs";
import type { Outcome } from "./outcome.ts";
import { outcomeText } from "./outcomeText.ts";

/** Writes `results.md` and `results.json` into a folder. */
export function writeOutcome(outcome: Outcome, folder: URL): void {
  writeFileSync(new URL("results.md", folder), `# Results of the bench\n\n${outcomeText(outcome)}`);
  writeFileSync(new URL("results.json", folder), outcomeJson(outcome));
}

/** The lines of the outcome as JSON text: a list. */
export function outcomeJson({ results }: Outcome): string {
  return `${JSON.stringify(results, null, 2)}\n`;
}
