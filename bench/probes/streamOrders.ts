import type { OrderBatch } from "../../src/customers/orders/orderBatch.ts";
import { summarizeOrders } from "../../src/customers/summarizeOrders.ts";
import { createRandom, type Random } from "../population/random.ts";
import { AS_OF, AS_OF_DAY, CURRENCY } from "../population/setting.ts";
import type { Probe } from "./probe.ts";

const CUSTOMERS = 1_000_000;
const BATCH_ORDERS = 1_000_000;

/** Batch after batch in one run: memory must follow the million customers, not the orders. */
export const streamOrders: Probe = {
  name: "stream of orders, 1,000,000 customers",
  sizes: [10_000_000, 100_000_000],
  quickSize: 10_000_000,
  async measure(size, { clockMs, peakBytes, collectGarbage }) {
    let makingMs = 0;
    const random = createRandom(7);
    function* batches(): Generator<OrderBatch> {
      for (let first = 0; first < size; first += BATCH_ORDERS) {
        const startMs = clockMs();
        const batch = createBatch(Math.min(BATCH_ORDERS, size - first), random);
        makingMs += clockMs() - startMs;
        yield batch;
      }
    }
    const startMs = clockMs();
    const { table, orderCount } = summarizeOrders(batches(), { currency: CURRENCY, asOf: AS_OF });
    const elapsedMs = clockMs() - startMs - makingMs;
    if (orderCount !== size) throw new Error(`${orderCount} of ${size} orders were taken`);
    const counted = table.columns.orders.reduce((sum, orders) => sum + orders, 0);
    if (counted !== size) throw new Error(`${counted} of ${size} orders were counted`);
    collectGarbage();
    return [
      { name: "time", figure: (elapsedMs * 1e6) / size, unit: "ns per order" },
      { name: "most memory ever", figure: peakBytes() / 1e6, unit: "MB" },
      { name: "the same by customer", figure: peakBytes() / CUSTOMERS, unit: "bytes per customer" },
      { name: "the same by order", figure: peakBytes() / size, unit: "bytes per order" },
    ];
  },
};

function createBatch(count: number, random: Random): OrderBatch {
  const customers = new Uint32Array(count);
  const days = new Int32Array(count);
  const amountsMinor = new Float64Array(count);
  for (let row = 0; row < count; row += 1) {
    customers[row] = random.below(CUSTOMERS);
    days[row] = AS_OF_DAY - random.below(1_000);
    amountsMinor[row] = 500 + random.below(20_000);
  }
  return { customers, days, amountsMinor };
}
