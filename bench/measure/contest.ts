import type { Side } from "./side.ts";

/** A side that cannot take part here, and why. */
export interface MissingSide {
  readonly name: string;
  readonly why: string;
}

/** Several ways to do one job over the same input, in one process. */
export interface Contest<Outcome = unknown> {
  /** The first is ours, and the one that the others must agree with. */
  readonly sides: readonly Side<Outcome>[];
  readonly missing: readonly MissingSide[];
  /** Where two outcomes differ, as a sentence; undefined where they say the same. */
  difference(ours: Outcome, other: Outcome): string | undefined;
  /** What is wrong with the last outcome of ours, where no other side could tell; undefined where all is well. */
  check?(): string | undefined;
  /** Ends what was started for the contest. */
  close(): void | Promise<void>;
}

/** Whether a side was asked for. */
export type Wanted = (sideName: string) => boolean;

/** How a side comes to be: at once, later, or not at all on this machine. */
export type MakeSide<Outcome> = () => Side<Outcome> | MissingSide | Promise<Side<Outcome> | MissingSide>;

/** Sets up the sides that are wanted, by their names. */
export async function createContest<Outcome>(
  makers: Readonly<Record<string, MakeSide<Outcome>>>,
  wanted: Wanted,
  rest: Pick<Contest<Outcome>, "difference"> & Partial<Pick<Contest<Outcome>, "close" | "check">>,
): Promise<Contest<Outcome>> {
  const sides: Side<Outcome>[] = [];
  const missing: MissingSide[] = [];
  for (const [name, make] of Object.entries(makers)) {
    if (!wanted(name)) continue;
    const made = await make();
    if ("why" in made) missing.push({ ...made, name });
    else sides.push({ ...made, name });
  }
  return { sides, missing, close: () => undefined, ...rest };
}
