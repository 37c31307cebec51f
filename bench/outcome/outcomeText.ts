import { markdownTable } from "./markdownTable.ts";
import { type Outcome, type Result, reachesGoal } from "./outcome.ts";

const TITLES = ["what", "size", "ours, ns", "peer, ns", "ratio", "goal", "per, against"];

/** The outcome for readers: where and when, how to read it, and the table. */
export function outcomeText({ date, machine, processes, rounds, results }: Outcome): string {
  const { cpu, cores, memoryGigabytes, platform, node, loadBefore } = machine;
  return [
    `Measured ${date.slice(0, 10)} on ${cpu}, ${cores} cores, ${memoryGigabytes} GB, ${platform}, Node ${node};`,
    `${rounds} rounds in ${processes} processes, load before the start ${loadBefore}.`,
    "",
    "Medians, in brackets the middle half of the rounds. Ratio: how many times as fast as the peer in the same",
    "round. Goal: the least ratio, or without a peer the most nanoseconds.",
    "",
    ...markdownTable(TITLES, results.map(rowOf)),
    "",
  ].join("\n");
}

function rowOf(result: Result): readonly string[] {
  const { name, size, unit, ours, oursRange, peerName, peer, peerRange, ratio, ratioRange } = result;
  return [
    name,
    size.toLocaleString("en"),
    withRange(ours, oursRange),
    withRange(peer, peerRange),
    withRange(ratio, ratioRange),
    goalText(result),
    peerName === null ? unit : `${unit}, ${peerName}`,
  ];
}

function withRange(median: number | null, range: Result["peerRange"]): string {
  if (median === null || range === null) return "";
  return `${figure(median)} (${figure(range.low)}–${figure(range.high)})`;
}

function goalText(result: Result): string {
  if (result.goal === null) return "";
  const bound = result.ratio === null ? "≤" : "≥";
  return `${bound} ${figure(result.goal)} ${reachesGoal(result) ? "met" : "missed"}`;
}

function figure(value: number): string {
  return value.toLocaleString("en", { maximumSignificantDigits: 3 });
}
