import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../support/house/checkout.ts";
import { runNode } from "../support/house/runNode.ts";

/** West of Greenwich, east of it, across the date line, with clocks that change by an hour and by half of one. */
const HOST_ZONES = ["UTC", "America/New_York", "Asia/Ho_Chi_Minh", "Pacific/Apia", "Australia/Lord_Howe"];

const run = (zone: string, words: readonly string[]) => runNode(words, { env: { TZ: zone } });

describe("one scenario under five host zones", () => {
  const folder = mkdtempSync(join(tmpdir(), "loyalty-ladder-zones-"));
  let outputs: string[] = [];

  beforeAll(async () => {
    const program = join(folder, "scenario.mjs");
    const entry = join(ROOT, "test/house/timeZoneScenario.ts");
    await build({ entryPoints: [entry], outfile: program, bundle: true, format: "esm", platform: "node" });
    const outcomes = await Promise.all(HOST_ZONES.map((zone) => run(zone, [program])));
    expect(outcomes.map(({ exitCode, errors }) => ({ exitCode, errors }))).toEqual(
      HOST_ZONES.map(() => ({ exitCode: 0, errors: "" })),
    );
    outputs = outcomes.map(({ output }) => output);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(HOST_ZONES)("gives under %s, byte for byte, what it gives under UTC", (zone) => {
    expect(outputs[HOST_ZONES.indexOf(zone)]).toBe(outputs[0]);
  });

  test("puts every instant on the day that the shop's own clocks showed", () => {
    const shops = JSON.parse(outputs[0] as string);
    const dayIn = (shop: string, id: string) => shops[shop].days[id][0];
    const ids = Object.keys(shops.newYork.days);
    expect(ids.map((id) => [id, dayIn("newYork", id), dayIn("saigon", id)])).toEqual([
      ["day", "2026-03-08", "2026-03-08"],
      ["last-ms-utc", "2026-03-07", "2026-03-08"],
      ["first-ms-utc", "2026-03-07", "2026-03-08"],
      ["before-midnight-new-york", "2026-03-07", "2026-03-08"],
      ["midnight-new-york", "2026-03-08", "2026-03-08"],
      ["midnight-saigon", "2026-03-07", "2026-03-08"],
      ["before-midnight-saigon", "2026-03-07", "2026-03-07"],
      ["in-the-gap", "2026-03-08", "2026-03-08"],
      ["after-the-gap", "2026-03-09", "2026-03-09"],
      ["in-the-overlap", "2026-11-01", "2026-11-01"],
      ["date", "2026-10-31", "2026-11-01"],
      ["epoch-ms", "2026-11-01", "2026-11-02"],
      ["far-east", "2026-11-01", "2026-11-02"],
      ["far-west", "2026-11-02", "2026-11-02"],
      ["refund", "2026-11-03", "2026-11-03"],
      ["joined", "2026-11-01", "2026-11-02"],
      ["open", "2026-10-31", "2026-10-31"],
      ["leap", "2026-03-08", "2026-03-08"],
    ]);
  });
});

test("the host zone does reach the processes, so that the comparison can fail", async () => {
  const hours = HOST_ZONES.map((zone) => run(zone, ["-p", "new Date(Date.UTC(2026, 0, 1)).getHours()"]));
  const printed = (await Promise.all(hours)).map(({ output }) => output.trim());
  expect(printed).toEqual(["0", "19", "7", "13", "11"]);
});
