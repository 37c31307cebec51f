/** From rows to a report in a few lines. In your own code, import from "loyalty-ladder". */
import { composeReport, readActivities } from "../../src/index.ts";

const rows = [
  { kind: "order", id: "o1", customerId: "ann", at: "2026-03-02", amount: "49.00" },
  { kind: "order", id: "o2", customerId: "ann", at: "2026-05-11", amount: "35.50" },
  { kind: "referral", id: "r1", customerId: "ann", at: "2026-05-20", prompted: true },
  { kind: "order", id: "o3", customerId: "bob", at: "2026-06-01", amount: "120.00" },
  { kind: "interest", id: "i1", customerId: "eve", at: "2026-06-12", channel: "call" },
];

const { activities } = readActivities(rows, { currency: "USD" });
const report = composeReport(activities, {}, { asOf: "2026-06-30" });
for (const { label, count, revenue } of report.scales.ladder.census) {
  console.log(label.padEnd(10), count, revenue.padStart(8));
}
