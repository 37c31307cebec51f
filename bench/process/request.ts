/** What the command asks a process of its own to measure. */
export interface CaseRequest {
  readonly name: string;
  readonly size: number;
  readonly rounds: number;
}

/** Rounds before those that count: the engine compiles the hot loops meanwhile. */
export const WARM_UP_ROUNDS = 2;
