import { markdownTable } from "./markdownTable.ts";
import type { Outcome, Result } from "./outcome.ts";
import { figureText, goalText, reachedText } from "./resultText.ts";

const GOAL_TITLES = ["what", "size", "ratio", "at least", "aim", "reached", "against"];
const TITLES = ["what", "size", "ours", "peer", "ratio", "unit", "against"];

/** The outcome for readers: where and when, how to read it, the goals, and everything that was measured. */
export function outcomeText({ date, machine, rounds, minutes, results, missing }: Outcome): string {
  const { cpu, cores, memoryGigabytes, platform, node, loadBefore } = machine;
  return [
    `Measured ${date.slice(0, 10)} on ${cpu}, ${cores} cores, ${memoryGigabytes} GB, ${platform}, Node ${node};`,
    `at least ${rounds} rounds, in ${minutes} min, load before the start ${loadBefore}.`,
    "",
    "Medians, in brackets the middle half of the rounds. Ratio: how many times as fast as the peer in the same",
    "round. Goals are the project's own: the least ratio, or without a peer the most of the unit.",
    "",
    ...(missing.length === 0 ? [] : ["Not measured:", ...missing.map((line) => `- ${line}`), ""]),
    ...goalLines(results),
    ...scalingLines(results),
    "## Everything",
    "",
    ...markdownTable(TITLES, results.map(rowOf)),
    "",
  ].join("\n");
}

function goalLines(results: readonly Result[]): readonly string[] {
  const rows = results.filter(({ goal }) => goal !== null).map(goalRowOf);
  return rows.length === 0 ? [] : ["## Goals", "", ...markdownTable(GOAL_TITLES, rows), ""];
}

function goalRowOf(result: Result): readonly string[] {
  const { name, size, ours, unit, peerName, ratio, ratioRange, aim } = result;
  return [
    name,
    size.toLocaleString("en"),
    ratio === null ? `${figureText(ours)} ${unit}` : withRange(ratio, ratioRange),
    goalText(result),
    aim === null ? "" : figureText(aim),
    reachedText(result),
    peerName ?? "",
  ];
}

/** Ours alone by size, for what was measured at several; nothing where nothing was. */
function scalingLines(results: readonly Result[]): readonly string[] {
  const inTime = results.filter(({ unit }) => unit.startsWith("ns "));
  const sizes = [...new Set(inTime.map(({ size }) => size))].sort((a, b) => a - b);
  const rows: string[][] = [];
  for (const name of new Set(inTime.map((result) => result.name))) {
    const own = inTime.filter((result) => result.name === name);
    const cells = sizes.map((size) => own.find((result) => result.size === size)?.ours);
    if (cells.filter((cell) => cell !== undefined).length < 2) continue;
    rows.push([name, ...cells.map((cell) => (cell === undefined ? "" : figureText(cell))), own[0]!.unit]);
  }
  if (rows.length === 0) return [];
  const used = sizes.map((_, index) => rows.some((row) => row[index + 1] !== ""));
  const keep = (row: readonly string[]) => row.filter((_, index) => used[index - 1] ?? true);
  const titles = keep(["what", ...sizes.map((size) => size.toLocaleString("en")), "unit"]);
  const lead = ["## Scaling", "", "Ours in nanoseconds, by size.", ""];
  return [...lead, ...markdownTable(titles, rows.map(keep)), ""];
}

function rowOf(result: Result): readonly string[] {
  const { name, size, unit, ours, oursRange, peerName, peerDetail, peer, peerRange, ratio, ratioRange } =
    result;
  return [
    name,
    size.toLocaleString("en"),
    withRange(ours, oursRange),
    withRange(peer, peerRange),
    withRange(ratio, ratioRange),
    unit,
    peerDetail === null ? (peerName ?? "") : `${peerName} (${peerDetail})`,
  ];
}

function withRange(median: number | null, range: Result["peerRange"]): string {
  if (median === null || range === null) return "";
  if (range.low === median && range.high === median) return figureText(median);
  return `${figureText(median)} (${figureText(range.low)}–${figureText(range.high)})`;
}
