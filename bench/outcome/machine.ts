import { arch, cpus, loadavg, platform, totalmem } from "node:os";

/** On what the figures were measured. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly platform: string;
  readonly node: string;
  /** How many processes wanted a core in the minute before the first case: well below `cores` on a quiet machine. */
  readonly loadBefore: number;
}

/** The machine that runs this, as it is now. */
export function describeMachine(): Machine {
  const [cpu] = cpus();
  return {
    cpu: cpu?.model.trim() || "unknown",
    cores: cpus().length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    platform: `${platform()} ${arch()}`,
    node: process.version,
    loadBefore: Number(loadavg()[0]!.toFixed(2)),
  };
}
