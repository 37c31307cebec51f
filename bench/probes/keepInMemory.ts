import { activityTableOfOrders } from "../../src/customers/activityTableOfOrders.ts";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import { summarizeOrders } from "../../src/customers/summarizeOrders.ts";
import { trackCustomers } from "../../src/customers/trackCustomers.ts";
import { createSteps } from "../population/createHistories.ts";
import { createOrderColumns, idsOfCodes } from "../population/createOrderColumns.ts";
import { orderIdOf } from "../population/createOrders.ts";
import { AS_OF, CURRENCY } from "../population/setting.ts";
import type { Probe, ProbeFigure, ProbeTools } from "./probe.ts";

const SIZES = [1_000_000] as const;

/** A table of all facts, with the ids of customers. */
export const keepFacts: Probe = {
  name: "memory of a table of facts",
  sizes: SIZES,
  quickSize: 100_000,
  async measure(size, tools) {
    const { codes, days, amountsMinor } = createOrderColumns(size * 10, 2);
    const customers = idsOfCodes(codes);
    const kept = keptBytes(tools, () =>
      summarizeOrders({ customers, days, amountsMinor }, { currency: CURRENCY, asOf: AS_OF }),
    );
    return [per("customer", kept.bytes, kept.value.table.rowCount)];
  },
};

/** A table of activities: orders with ids of their own, which are texts. */
export const keepActivities: Probe = {
  name: "memory of a table of activities",
  sizes: SIZES,
  quickSize: 100_000,
  async measure(size, tools) {
    const { codes, days, amountsMinor } = createOrderColumns(size, 2);
    const kept = keptBytes(tools, () => {
      const customers = idsOfCodes(codes);
      const ids = Array.from(days, (_, row) => orderIdOf(row));
      return activityTableOfOrders({ customers, days, amountsMinor, ids }, { currency: CURRENCY });
    });
    return [per("order", kept.bytes, kept.value.rowCount)];
  },
};

/** A tracker of everybody, five and a half activities each, without the table that it was made of. */
export const keepTracker: Probe = {
  name: "memory of a tracker",
  sizes: SIZES,
  quickSize: 100_000,
  async measure(size, tools) {
    const kept = keptBytes(tools, () => {
      const activities = createActivityTable(createSteps(size, 4), { currency: CURRENCY });
      return trackCustomers(activities, { asOf: AS_OF });
    });
    return [per("customer", kept.bytes, size), per("activity", kept.bytes, kept.value.activities().rowCount)];
  },
};

/** How much more is in use while something is kept, after the garbage is gone. */
function keptBytes<Value>(
  { collectGarbage, usedBytes }: ProbeTools,
  make: () => Value,
): { readonly value: Value; readonly bytes: number } {
  collectGarbage();
  const before = usedBytes();
  const value = make();
  collectGarbage();
  return { value, bytes: usedBytes() - before };
}

function per(what: string, bytes: number, count: number): ProbeFigure {
  return { name: `by ${what}`, figure: bytes / count, unit: `bytes per ${what}` };
}
