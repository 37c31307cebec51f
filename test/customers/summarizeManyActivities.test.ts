import { fc } from "@fast-check/vitest";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Activity } from "../../src/customers/activity.ts";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import { summarizeCustomers } from "../../src/customers/summarizeCustomers.ts";
import { activityLists } from "./support/arbitraryActivities.ts";
import { optionsAt, USD } from "./support/factsOf.ts";

/** Many small crowds side by side; what bears an id, names an order or joins ids stays in its crowd. */
function manyActivities(crowdCount: number): Activity[] {
  return fc.sample(activityLists, { numRuns: crowdCount, seed: 7 }).flatMap((list, crowd) =>
    list.map((activity) => {
      const inCrowd = { ...activity } as Record<string, unknown>;
      for (const name of ["id", "customerId", "otherId", "orderId", "complaintId"]) {
        if (inCrowd[name] !== undefined) inCrowd[name] = `${crowd}-${inCrowd[name]}`;
      }
      return inCrowd as unknown as Activity;
    }),
  );
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("many activities", () => {
  it("are summarised the same with WebAssembly and without", () => {
    const activities = manyActivities(4_000);
    const summarize = () => {
      const table = createActivityTable(activities, USD);
      return { table, summary: summarizeCustomers(table, optionsAt(100)) };
    };
    const fast = summarize();
    expect(fast.table.kinds.order.count).toBeGreaterThan(5_000);
    expect(fast.summary.issues.length).toBeGreaterThan(500);
    vi.stubGlobal("WebAssembly", undefined);
    expect(fast).toEqual(summarize());
  });
});
