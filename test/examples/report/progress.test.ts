import { PassThrough } from "node:stream";
import { afterEach, describe, expect, test, vi } from "vitest";
import { withProgress } from "../../../examples/report/progress.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** What was said while batches of 600,000 rows came, one after each of the given numbers of milliseconds. */
async function saidOver(waitsMs: readonly number[], isTTY: boolean): Promise<string> {
  let nowMs = 0;
  vi.spyOn(performance, "now").mockImplementation(() => nowMs);
  const batch = Array.from({ length: 600_000 }, (_, index) => index);
  const output = Object.assign(new PassThrough(), { isTTY });
  const pieces: string[] = [];
  output.on("data", (piece: Buffer) => pieces.push(piece.toString()));
  async function* batches() {
    for (const waitMs of waitsMs) {
      nowMs += waitMs;
      yield batch;
    }
  }
  let count = 0;
  for await (const passed of withProgress(batches(), output)) count += passed.length;
  expect(count).toBe(waitsMs.length * batch.length);
  return pieces.join("");
}

describe("withProgress", () => {
  test("is silent when it is quick", async () => {
    expect(await saidOver([100, 500, 1_000], true)).toBe("");
    expect(await saidOver([], false)).toBe("");
  });

  test("rewrites its line on a terminal, a few times a second", async () => {
    expect(await saidOver([2_100, 100, 200], true)).toBe(
      "\r600,000 rows read\r1,800,000 rows read\r1,800,000 rows read in all\n",
    );
  });

  test("writes a line every five seconds into a log", async () => {
    expect(await saidOver([2_100, 1_000, 4_500], false)).toBe(
      "600,000 rows read\n1,800,000 rows read\n1,800,000 rows read in all\n",
    );
  });
});
