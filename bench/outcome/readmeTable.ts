import { markdownTable } from "./markdownTable.ts";
import type { Result } from "./outcome.ts";
import { figureText, goalText, reachedText } from "./resultText.ts";

const TITLES = ["what", "size", "ours", "against", "times as fast", "at least", "reached"];

/** The results that have a goal as a table in Markdown, for the README. Ends without a line break. */
export function readmeTable(results: readonly Result[]): string {
  return markdownTable(TITLES, results.filter(({ goal }) => goal !== null).map(rowOf)).join("\n");
}

function rowOf(result: Result): readonly string[] {
  const { name, size, ours, unit, peer, peerName, ratio } = result;
  return [
    name,
    size.toLocaleString("en"),
    `${figureText(ours)} ${unit}`,
    peer === null ? "" : `${peerName}: ${figureText(peer)}`,
    ratio === null ? "" : figureText(ratio),
    goalText(result),
    reachedText(result),
  ];
}
