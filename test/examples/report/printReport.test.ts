import { describe, expect, test } from "vitest";
import { printReport } from "../../../examples/report/printReport.ts";
import type { Activity } from "../../../src/customers/activity.ts";
import { createActivityTable } from "../../../src/customers/createActivityTable.ts";
import { forgetCustomer } from "../../../src/customers/forgetCustomer.ts";
import { composeReport } from "../../../src/report/composeReport.ts";
import type { ReportOptions } from "../../../src/report/placeCustomers.ts";
import { did, order } from "../../customers/support/activities.ts";
import { AS_OF, smallShop } from "../../report/support/smallShop.ts";

const tableOf = (activities: readonly Activity[]) => createActivityTable(activities, { currency: "USD" });

function linesOf(activities: readonly Activity[], options: Partial<ReportOptions> = {}): string[] {
  const { locale = "en" } = options;
  const report = composeReport(tableOf(activities), {}, { asOf: AS_OF, ...options });
  return [...printReport(report, { locale, isStyled: false })];
}

/** The lines after a title, up to the next empty line. */
function blockOf(lines: readonly string[], title: string): string[] {
  const start = lines.indexOf(title) + 1;
  return lines.slice(start, lines.indexOf("", start));
}

describe("printReport", () => {
  test("shows the basis and the totals first", () => {
    expect(linesOf(smallShop()).slice(0, 11)).toEqual([
      "Loyalty report as of 2026-06-30",
      "window 365 days, USD, UTC",
      "",
      "                      lifetime  last 365 days",
      "Customers                    7",
      "Buyers                       4              3",
      "Orders                      12             10",
      "Revenue                 340.00         260.00",
      "Profit                  241.00         191.00",
      "Revenue per order        28.33",
      "Revenue per buyer        85.00",
    ]);
  });

  test("shows a scale with the highest step on top, and who is off it at the end", () => {
    expect(blockOf(linesOf(smallShop()), "Customer levels (levels)")).toEqual([
      "   Step             Customers  Share  Revenue  Profit",
      "6  Key account              1  14.3%   150.00  125.00  ████████████",
      "5  Frequency buyer          1  14.3%   100.00   60.00  ████████████",
      "4  Rebuy                    1  14.3%    80.00   50.00  ████████████",
      "3  First buy                1  14.3%    10.00    6.00  ████████████",
      "2  Prospect                 0   0.0%     0.00    0.00",
      "1  Suspect                  1  14.3%     0.00    0.00  ████████████",
      "   off the scale            2  28.6%     0.00    0.00  ████████████████████████",
      "Most crowded: Suspect; emptiest: Prospect",
      "Key account calibrated: revenue in the last 365 days of at least 150.00 USD, the top 20% of 3",
    ]);
  });

  test("speaks Vietnamese, with Vietnamese numbers", () => {
    const lines = linesOf(smallShop(), { locale: "vi" });
    expect(lines[0]).toBe("Báo cáo khách hàng trung thành đến hết ngày 2026-06-30");
    expect(blockOf(lines, "Nấc thang khách hàng trung thành (ladder)")[1]).toMatch(
      /^7 {2}Fan cuồng nhiệt +1 {2}14,3% +150,00 +125,00 {2}█+$/,
    );
    expect(lines).toContain(
      "Khách hàng trọng điểm: doanh thu trong 365 ngày gần nhất từ 150,00 USD trở lên, thuộc nhóm 20% cao nhất trong 3 người",
    );
  });

  test("has no column of profits where there are no costs, and a dash for the whole", () => {
    const lines = linesOf([order("2026-06-01", 123_456_789, { id: "o1" })]);
    expect(lines).toContain("Profit                           –              –");
    expect(blockOf(lines, "Ladder of loyalty (ladder)")[5]).toMatch(
      /^3 {2}Shopper +1 {2}100\.0% {2}1,234,567\.89 {2}█+$/,
    );
  });

  test("says a dash where some steps have a profit and others not", () => {
    const mixed = [
      order("2026-06-01", 100, { id: "o1" }),
      order("2026-06-01", 100, { id: "o2", customerId: "bob", costMinor: 20 }),
      order("2026-06-02", 100, { id: "o3", customerId: "bob", costMinor: 20 }),
    ];
    const [, , , , customer, shopper] = blockOf(linesOf(mixed), "Ladder of loyalty (ladder)");
    expect(customer).toMatch(/2\.00 {4}1\.60/);
    expect(shopper).toMatch(/1\.00 {7}–/);
  });

  test("says that a step is closed, and that there was nobody", () => {
    const lines = linesOf([]);
    expect(lines).toContain("Key account closed: there was nobody to calibrate it on");
    expect(lines).toContain("There were no activities up to this day.");
    expect(lines.join("\n")).not.toContain("Most crowded");
    expect(linesOf([], { locale: "vi" })).toContain("Khách hàng trọng điểm: không có ai để xác định ngưỡng");
  });

  test("ends with what was refused, what did not fit, and rows that may count twice", () => {
    const strays = Array.from({ length: 9 }, (_, index) =>
      did("refund", "2026-06-01", { id: `r${index}`, orderId: "nowhere", amountMinor: 1 }),
    );
    const lines = linesOf([...strays, did("interest", "2026-06-01")], { rejected: 1_200 });
    expect(lines.slice(lines.indexOf("Rows refused: 1,200"))).toEqual([
      "Rows refused: 1,200",
      "Issues: 9",
      ...[0, 1, 2, 3, 4].map((index) =>
        expect.stringContaining(`refund_of_unknown_order at refund.r${index}`),
      ),
      "  … and 4 more",
      "Some rows have no id: a row that came in twice was counted twice.",
    ]);
  });

  test("names what forgotten people left", () => {
    const without = forgetCustomer(tableOf(smallShop()), "eve", { mode: "remove" });
    const report = composeReport(without, {}, { asOf: AS_OF });
    const lines = [...printReport(report, { locale: "en", isStyled: false })];
    expect(lines).toContain("Of people who were forgotten: 2 orders, revenue 80.00");
  });

  test("has escape codes only when it may", () => {
    const report = composeReport(tableOf([]), {}, { asOf: AS_OF });
    const [plain, styled] = [false, true].map((isStyled) => [
      ...printReport(report, { locale: "en", isStyled }),
    ]);
    expect(plain?.join("\n")).not.toContain("\u001b");
    expect(styled?.[0]).toBe("\u001b[1mLoyalty report as of 2026-06-30\u001b[22m");
  });
});
