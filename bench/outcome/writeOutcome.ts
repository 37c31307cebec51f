import { writeFileSync } from "node:fs";
import type { Outcome } from "./outcome.ts";
import { outcomeText } from "./outcomeText.ts";

/** Writes `results.md` and `results.json` into a folder. */
export function writeOutcome(outcome: Outcome, folder: URL): void {
  writeFileSync(new URL("results.md", folder), `# Results of the bench\n\n${outcomeText(outcome)}`);
  writeFileSync(new URL("results.json", folder), outcomeJson(outcome));
}

/** The outcome as JSON text. */
export function outcomeJson(outcome: Outcome): string {
  return `${JSON.stringify(outcome, null, 2)}\n`;
}
