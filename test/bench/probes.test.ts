import { expect, test } from "vitest";
import { PROBES } from "../../bench/probes/probes.ts";

test.each(PROBES.map((probe) => [probe.name, probe] as const))(
  "%s: figures from what was looked at",
  async (_, probe) => {
    const log: string[] = [];
    let nowMs = 0;
    let usedBytes = 0;
    const figures = await probe.measure(2_000, {
      clockMs: () => {
        nowMs += 3;
        return nowMs;
      },
      collectGarbage: () => void log.push("gc"),
      usedBytes: () => {
        usedBytes += 1e6;
        return usedBytes;
      },
      peakBytes: () => 4e6,
    });
    expect(figures.length).toBeGreaterThan(0);
    expect(log.length).toBeGreaterThan(0);
    for (const { name, figure, unit } of figures) {
      expect(name).not.toBe("");
      expect(unit).toMatch(/^(?:ns per order|MB|bytes per (?:customer|order|activity))$/);
      expect(figure).toBeGreaterThan(0);
      expect(figure).toBeLessThan(1e7);
    }
  },
);
