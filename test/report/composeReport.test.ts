import { describe, expect, test } from "vitest";
import type { Activity } from "../../src/customers/activity.ts";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import { forgetCustomer } from "../../src/customers/forgetCustomer.ts";
import { builtinScales } from "../../src/report/builtinScales.ts";
import { composeReport } from "../../src/report/composeReport.ts";
import type { ReportedScale } from "../../src/report/loyaltyReport.ts";
import type { ReportOptions } from "../../src/report/placeCustomers.ts";
import { totalsOf } from "../../src/report/totalsOf.ts";
import { ladderOfLoyalty } from "../../src/scales/builtin/ladderOfLoyalty.ts";
import { defineScale } from "../../src/scales/defineScale.ts";
import { did, order } from "../customers/support/activities.ts";
import { tableOf } from "../scales/support/facts.ts";
import { AS_OF, smallShop } from "./support/smallShop.ts";

function reportOn(activities: readonly Activity[], options: Partial<ReportOptions> = {}, currency = "USD") {
  const table = createActivityTable(activities, { currency, timeZone: "UTC" });
  return composeReport(table, {}, { asOf: AS_OF, ...options });
}

/** Step → count, revenue, profit of the steps where somebody stands; off under "off". */
function standing({ census, offCount, offRevenue, offProfit }: ReportedScale) {
  const steps = census.filter(({ count }) => count > 0);
  return {
    ...Object.fromEntries(steps.map(({ step, count, revenue, profit }) => [step, [count, revenue, profit]])),
    off: [offCount, offRevenue, offProfit],
  };
}

describe("the small shop, added up by hand", () => {
  const report = reportOn(smallShop());

  test("states its basis", () => {
    expect(report).toMatchObject({
      format: "loyalty-ladder/report@1",
      asOf: "2026-06-30",
      windowDays: 365,
      timeZone: "UTC",
      currency: "USD",
      rejected: 0,
      mayDoubleCount: false,
      nameless: null,
    });
  });

  test("counts who was seen up to the day, and what they bought", () => {
    expect(report).toMatchObject({
      customerCount: 7, // gus came later
      buyerCount: 4,
      orderCount: 12,
      revenue: "340.00", // 10 + 4 × 25 + (40 + 60 − 20) + 5 × 30
      profit: "241.00", // 6 + 4 × 15 + 50 + 5 × 25
      averageOrderValue: "28.33",
      revenuePerCustomer: "48.57",
      revenuePerBuyer: "85.00",
      recent: { buyerCount: 3, orderCount: 10, revenue: "260.00", profit: "191.00" },
    });
  });

  test("lists what did not fit together", () => {
    expect(report.issues.count).toBe(1);
    expect(report.issues.listed[0]?.code).toBe("refund_of_unknown_order");
  });

  test("counts every scale", () => {
    expect(standing(report.scales.ladder)).toEqual({
      suspect: [1, "0.00", "0.00"],
      prospect: [1, "0.00", "0.00"],
      shopper: [1, "10.00", "6.00"],
      customer: [1, "80.00", "50.00"],
      member: [1, "100.00", "60.00"],
      "raving-fan": [1, "150.00", "125.00"],
      off: [1, "0.00", "0.00"],
    });
    expect(standing(report.scales.levels)).toEqual({
      suspect: [1, "0.00", "0.00"],
      "first-buy": [1, "10.00", "6.00"],
      rebuy: [1, "80.00", "50.00"],
      "frequency-buyer": [1, "100.00", "60.00"],
      "key-account": [1, "150.00", "125.00"],
      off: [2, "0.00", "0.00"],
    });
    expect(standing(report.scales.loyaltyLevels)).toEqual({
      uncommitted: [3, "90.00", "56.00"],
      loyal: [1, "100.00", "60.00"],
      "very-loyal": [1, "150.00", "125.00"],
      off: [2, "0.00", "0.00"],
    });
    expect(standing(report.scales.lifecycle)).toEqual({
      reach: [1, "0.00", "0.00"],
      acquisition: [1, "0.00", "0.00"],
      development: [1, "10.00", "6.00"],
      retention: [2, "180.00", "110.00"],
      advocacy: [1, "150.00", "125.00"],
      off: [1, "0.00", "0.00"],
    });
    expect(standing(report.scales.activityStatus)).toEqual({
      lapsed: [1, "80.00", "50.00"], // 400 days after the last order, with a gap of 100
      active: [2, "250.00", "185.00"],
      new: [1, "10.00", "6.00"],
      off: [3, "0.00", "0.00"],
    });
  });

  test("names the crowded and the empty steps, and counts shares of all customers", () => {
    const { ladder, loyaltyLevels } = report.scales;
    expect([ladder.mostCrowded, ladder.emptiest]).toEqual(["suspect", "advocate"]);
    expect([loyaltyLevels.mostCrowded, loyaltyLevels.emptiest]).toEqual(["uncommitted", "potential"]);
    expect(loyaltyLevels.census[0]?.share).toBe(3 / 7);
    expect(loyaltyLevels.offShare).toBe(2 / 7);
    expect(ladder.census.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test("states what calibration decided", () => {
    const key = { step: "key-account", fact: "recentRevenue", top: 0.2, amongCount: 3, threshold: "150.00" };
    const loyal = { step: "very-loyal", fact: "recentProfit", top: 0.2, amongCount: 3, threshold: "125.00" };
    expect(report.scales.levels.calibration).toEqual([key]);
    expect(report.scales.loyaltyLevels.calibration).toEqual([loyal]);
    expect(report.scales.ladder.calibration).toEqual([]);
  });

  test("has the keys of the scales in their order, and survives JSON", () => {
    const scales = ["ladder", "levels", "loyaltyLevels", "lifecycle", "activityStatus"];
    expect(Object.keys(report.scales)).toEqual(scales);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  test("has its keys in a fixed order", () => {
    expect(Object.keys(report)).toEqual([
      "format",
      "asOf",
      "windowDays",
      "timeZone",
      "currency",
      "customerCount",
      "buyerCount",
      "orderCount",
      "revenue",
      "profit",
      "averageOrderValue",
      "revenuePerCustomer",
      "revenuePerBuyer",
      "recent",
      "rejected",
      "issues",
      "mayDoubleCount",
      "nameless",
      "scales",
    ]);
  });
});

describe("money", () => {
  const one = [order("2026-06-01", 1_001, { id: "o1", costMinor: 1 }), order("2026-06-02", 0, { id: "o2" })];

  test.each([
    ["VND", "1001", "500"], // half to even
    ["USD", "10.01", "5.00"],
    ["KWD", "1.001", "0.500"],
  ])("is written with the decimals of %s", (currency, revenue, averageOrderValue) => {
    expect(reportOn(one, {}, currency)).toMatchObject({ revenue, averageOrderValue });
  });

  test("has no profit where an order has no cost, in the whole, on the step and within the window", () => {
    const report = reportOn([...one, order("2026-06-02", 5, { id: "o3", customerId: "bob", costMinor: 1 })]);
    expect(report.profit).toBeNull();
    expect(report.recent.profit).toBeNull();
    expect(report.scales.ladder.census[3]).toMatchObject({ revenue: "10.01", profit: null });
    expect(report.scales.ladder.census[2]).toMatchObject({ revenue: "0.05", profit: "0.04" });
  });

  test("may be lost", () => {
    expect(reportOn([order("2026-06-01", 100, { id: "o1", costMinor: 250 })]).profit).toBe("-1.50");
  });

  test("that is too much to be exact is refused", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const rich = ["ann", "bob"].map((customerId) =>
      order("2026-06-01", most, { id: customerId, customerId }),
    );
    const refused = (path: readonly string[]) => expect.objectContaining({ code: "unsafe_total", path });
    expect(() => reportOn(rich)).toThrow(refused(["revenue"]));
    const paidBack = ["ann", "bob"].map((customerId) =>
      order("2026-06-01", 0, { id: customerId, customerId, costMinor: most }),
    );
    expect(() => reportOn(paidBack)).toThrow(refused(["profit"]));
    const table = tableOf([
      { recentRevenueMinor: most, revenueMinor: 0 },
      { recentRevenueMinor: 1, revenueMinor: 0 },
    ]);
    expect(() => totalsOf(table, "recent")).toThrow(refused(["recent", "revenue"]));
  });
});

describe("options", () => {
  test("no activities give zeros, nulls and closed steps", () => {
    const report = reportOn([]);
    expect(report).toMatchObject({
      customerCount: 0,
      buyerCount: 0,
      orderCount: 0,
      revenue: "0.00",
      profit: "0.00",
      averageOrderValue: null,
      revenuePerCustomer: null,
      revenuePerBuyer: null,
      issues: { count: 0, listed: [] },
    });
    expect(report.scales.ladder).toMatchObject({
      offCount: 0,
      offShare: 0,
      mostCrowded: null,
      emptiest: null,
    });
    expect(report.scales.levels.calibration[0]).toMatchObject({ amongCount: 0, threshold: null });
  });

  test("the window and the choice of free orders reach the summary", () => {
    const report = reportOn(smallShop(), { windowDays: 30, countFreeOrders: false });
    expect(report.windowDays).toBe(30);
    expect(report.recent).toMatchObject({ buyerCount: 3, orderCount: 3, revenue: "65.00" });
    const free = [order("2026-06-02", 0, { id: "o2" })];
    expect(reportOn(free).orderCount).toBe(1);
    expect(reportOn(free, { countFreeOrders: false }).orderCount).toBe(0);
  });

  test("rejected rows are stated, and must be a count", () => {
    expect(reportOn([], { rejected: 12 }).rejected).toBe(12);
    for (const rejected of [-1, 0.5, Number.NaN]) {
      expect(() => reportOn([], { rejected })).toThrow(
        expect.objectContaining({ code: "invalid_option", path: ["rejected"] }),
      );
    }
  });

  test("issues are capped and all counted", () => {
    const strays = Array.from({ length: 5 }, (_, index) =>
      did("refund", "2026-06-01", { id: `r${index}`, orderId: "nowhere", amountMinor: 1 }),
    );
    const { issues } = reportOn(strays, { issueLimit: 2 });
    expect(issues.count).toBe(5);
    expect(issues.listed).toHaveLength(2);
  });

  test("labels are in the asked locale, else English", () => {
    const vi = reportOn(smallShop(), { locale: "vi" }).scales.ladder;
    expect(vi.label).toBe("Nấc thang khách hàng trung thành");
    expect(vi.census[6]?.label).toBe("Fan cuồng nhiệt");
    expect(reportOn(smallShop(), { locale: "fr" }).scales.ladder.census[6]?.label).toBe("Raving fan");
  });

  test("rows without an id are said to be countable twice", () => {
    expect(reportOn([order("2026-06-01", 1)]).mayDoubleCount).toBe(true);
  });

  test("people who were forgotten stay in the books, apart", () => {
    const activities = createActivityTable(smallShop(), { currency: "USD", timeZone: "UTC" });
    const without = forgetCustomer(activities, "eve", { mode: "remove" });
    const report = composeReport(without, {}, { asOf: AS_OF });
    expect(report.nameless).toEqual({ orderCount: 2, revenue: "80.00", profit: "50.00" });
    expect(report).toMatchObject({ customerCount: 6, orderCount: 10, revenue: "260.00" });
    const costless = createActivityTable([order("2026-06-01", 100, { id: "o1" })], { currency: "USD" });
    const nobody = composeReport(forgetCustomer(costless, "ann", { mode: "remove" }), {}, { asOf: AS_OF });
    expect(nobody.nameless).toEqual({ orderCount: 1, revenue: "1.00", profit: null });
  });
});

describe("what is misspelt", () => {
  const table = createActivityTable(smallShop(), { currency: "USD", timeZone: "UTC" });
  const OPTIONS = { asOf: AS_OF };
  const compose = (definitions: unknown, options: unknown = OPTIONS) =>
    composeReport(table, definitions as undefined, options as ReportOptions);
  const ladder = ladderOfLoyalty();

  test.each<[string, unknown, string]>([
    ["scale for scales", { scale: { ladder } }, "definitions.scale"],
    ["a list of scales", [ladder], "definitions"],
    ["a list of scales inside", { scales: [ladder] }, "definitions.scales"],
    ["null", null, "definitions"],
    ["null inside", { scales: null }, "definitions.scales"],
    ["a text", "ladder", "definitions"],
  ])("definitions do not silently become the built-in ones: %s", (_, definitions, path) => {
    expect(() => compose(definitions)).toThrow(
      expect.objectContaining({ code: "invalid_option", path: path.split(".") }),
    );
  });

  test.each<[unknown]>([[undefined], [{}], [{ scales: undefined }]])(
    "the built-in ones are meant by %j",
    (definitions) => {
      expect(Object.keys(compose(definitions).scales)).toEqual(Object.keys(builtinScales()));
    },
  );

  test.each<[string, unknown, string[]]>([
    ["a name that is not known", { ...OPTIONS, windowsDays: 30 }, ["windowsDays"]],
    ["an option of histories only", { ...OPTIONS, customerId: "ann" }, ["customerId"]],
    ["no options", undefined, []],
    ["a day alone", AS_OF, []],
  ])("options are refused: %s", (_, options, path) => {
    // a default would stand for undefined
    const call = () => composeReport(table, {}, options as ReportOptions);
    expect(call).toThrow(expect.objectContaining({ code: "invalid_option", path }));
  });

  test("an option that is undefined is as good as left out", () => {
    const odd = { ...OPTIONS, windowsDays: undefined, locale: undefined };
    expect(compose({}, odd)).toEqual(compose({}));
  });

  test("what is wrong in scales is found in all of them at once, each with its place", () => {
    const broken = { name: "broken", steps: [{ id: "a", when: { fact: "order", is: 1 } }] };
    const call = () => compose({ scales: { ladder, first: broken, second: null } });
    expect(call).toThrow(
      expect.objectContaining({
        code: "unknown_fact",
        issues: [
          expect.objectContaining({ path: ["definitions", "scales", "first", "steps", 0, "when", "fact"] }),
          expect.objectContaining({ code: "invalid_definition", path: ["definitions", "scales", "second"] }),
        ],
      }),
    );
  });
});

describe("scales of one's own", () => {
  const fleet = defineScale({
    name: "fleet",
    version: "7",
    ownFacts: { cars: "number" },
    labels: { en: "Fleet", vi: "Đội xe" },
    steps: [
      { id: "one", when: { fact: "cars", atLeast: 1 } },
      { id: "many", when: { fact: "cars", atLeast: { top: 0.5, among: { fact: "cars", atLeast: 1 } } } },
    ],
  });
  const owners = createActivityTable(
    [1, 2, 3, 4].map((cars) =>
      did("profile", "2026-06-01", { id: `p${cars}`, customerId: `c${cars}`, facts: { cars } }),
    ),
    { currency: "USD", timeZone: "UTC" },
  );

  test("stand in place of the built-in ones, with the own facts that they declare", () => {
    const report = composeReport(owners, { scales: { fleet } }, { asOf: AS_OF });
    expect(Object.keys(report.scales)).toEqual(["fleet"]);
    expect(report.issues.count).toBe(0);
    expect(report.scales.fleet).toMatchObject({
      name: "fleet",
      version: "7",
      label: "Fleet",
      climb: "highest",
    });
    expect(report.scales.fleet.census).toMatchObject([
      { step: "one", label: "one", count: 2, share: 0.5 },
      { step: "many", label: "many", count: 2, share: 0.5 },
    ]);
    expect(report.scales.fleet.calibration).toEqual([
      { step: "many", fact: "cars", top: 0.5, amongCount: 4, threshold: 3 },
    ]);
  });

  test("stand beside the built-in ones", () => {
    const report = composeReport(owners, { scales: { ...builtinScales(), fleet } }, { asOf: AS_OF });
    expect(Object.keys(report.scales)).toHaveLength(6);
    expect(report.scales.fleet.census[1]?.count).toBe(2);
    expect(report.scales.ladder.offCount).toBe(4);
  });

  test("may have odd keys, or be none", () => {
    const scales = Object.fromEntries([["__proto__", ladderOfLoyalty({ climb: "stepwise" })]]);
    const report = composeReport(owners, { scales }, { asOf: AS_OF });
    expect(Object.entries(report.scales)).toMatchObject([["__proto__", { climb: "stepwise" }]]);
    expect(composeReport(owners, { scales: {} }, { asOf: AS_OF }).scales).toEqual({});
    expect(Object.keys(composeReport(owners, undefined, { asOf: AS_OF }).scales)).toHaveLength(5);
  });

  test("that need another window or currency are refused", () => {
    const other = (more: object) =>
      composeReport(
        owners,
        {
          scales: { other: defineScale({ name: "other", steps: [{ id: "a", when: { all: [] } }], ...more }) },
        },
        { asOf: AS_OF },
      );
    expect(() => other({ windowDays: 90 })).toThrow(expect.objectContaining({ code: "window_mismatch" }));
    expect(() => other({ currency: "EUR" })).toThrow(expect.objectContaining({ code: "currency_mismatch" }));
  });
});
