/** A plain figure that is no contest: how much memory something takes, how long a long run takes. */
export interface Probe {
  readonly name: string;
  readonly sizes: readonly number[];
  /** The one size of a quick run. */
  readonly quickSize: number;
  /** Measures at a size, alone in a process. */
  measure(size: number, tools: ProbeTools): Promise<readonly ProbeFigure[]>;
}

/** One figure of a probe. */
export interface ProbeFigure {
  /** What it is, after the name of the probe. */
  readonly name: string;
  readonly figure: number;
  readonly unit: string;
}

/** What a probe reads; arguments, so that a test can play them. */
export interface ProbeTools {
  readonly clockMs: () => number;
  readonly collectGarbage: () => void;
  /** What is in use now: the heap, and the buffers outside it. */
  readonly usedBytes: () => number;
  /** The most memory that this process ever had, as the system counts it. */
  readonly peakBytes: () => number;
}
