import { expect, test } from "vitest";
import type { Activity } from "../../../src/customers/activity.ts";
import { createActivityTable } from "../../../src/customers/createActivityTable.ts";
import { summarizeCustomers } from "../../../src/customers/summarizeCustomers.ts";
import { trackCustomers } from "../../../src/customers/trackCustomers.ts";
import { USD } from "../support/factsOf.ts";

const LAST_DAY = 730;

/** Numbers that look random and are always the same. */
function createRandom(): (below: number) => number {
  let state = 7;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Much of what a shop sends: mostly orders with new ids, some refunds, some repeats. */
function createStream(count: number): Activity[] {
  const random = createRandom();
  const stream: Activity[] = [];
  for (let number = 0; number < count; number += 1) {
    const day = random(LAST_DAY);
    const base = { customerId: `customer-${random(count / 4)}`, atMs: day, day };
    const [order, repeat] = [stream[random(number + 1)], random(20)];
    if (repeat === 0 && order !== undefined) stream.push(order);
    else if (repeat <= 2 && order?.kind === "order") {
      stream.push({
        kind: "refund",
        id: `r${number}`,
        ...base,
        orderId: order.id as string,
        amountMinor: random(200),
      });
    } else if (repeat <= 6) stream.push({ kind: "interest", id: `i${number}`, ...base });
    else
      stream.push({
        kind: "order",
        id: `o${number}`,
        ...base,
        amountMinor: random(200),
        costMinor: random(50),
      });
  }
  return stream;
}

test("a thousand customers, begun with a table and from nothing, are those of the batch", () => {
  const stream = createStream(4_000);
  const everything = createActivityTable(stream, USD);
  const asOf = "1972-01-01";
  const expected = { ...summarizeCustomers(everything, { asOf, issueLimit: 0 }), issueCount: 0 };
  for (const cut of [0, 1_500]) {
    const tracker = trackCustomers(createActivityTable(stream.slice(0, cut), USD), { asOf: "1971-06-30" });
    for (const [index, activity] of stream.slice(cut).entries()) {
      tracker.add(activity);
      if (index === 1_200) tracker.moveTo("1971-09-30");
    }
    tracker.moveTo(asOf);
    expect(tracker.table()).toEqual(expected);
    expect(tracker.activities()).toEqual(everything);
  }
});
