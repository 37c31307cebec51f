import { describe, expect, test } from "vitest";
import { opportunitiesOf } from "../../../src/clv/purchases/opportunitiesOf.ts";
import { purchasesOf } from "../../../src/clv/purchases/purchasesOf.ts";
import { purchasesOfTable } from "../../../src/clv/purchases/purchasesOfTable.ts";
import { splitPurchases } from "../../../src/clv/purchases/splitPurchases.ts";
import type { Activity } from "../../../src/customers/activity.ts";
import { activityTableOfOrders } from "../../../src/customers/activityTableOfOrders.ts";
import { createActivityTable } from "../../../src/customers/createActivityTable.ts";
import { createCustomerTable } from "../../../src/customers/createCustomerTable.ts";
import { summarizeCustomers } from "../../../src/customers/summarizeCustomers.ts";
import { did, order } from "../../customers/support/activities.ts";
import { rowsOf, sharedFile } from "../support/sharedFile.ts";

const tableOf = (...activities: Activity[]) => createActivityTable(activities, { currency: "USD" });
const END = { observationEnd: "2026-03-12" }; // ten weeks after the first of January

describe("purchases of activities", () => {
  test("are days after the first, ages in weeks to the end of the observation, mean spend of repeats", () => {
    const activities = tableOf(
      order("2026-01-15", 2000),
      order("2026-01-01", 900),
      order("2026-01-15", 500),
      order("2026-02-05", 1000),
      order("2026-03-12", 100, { customerId: "bob" }),
      order("2026-03-13", 100, { customerId: "carl" }),
      did("interest", "2026-01-01", { customerId: "dan" }),
    );
    expect(purchasesOf(activities, END)).toEqual({
      customerCount: 2,
      ids: ["ann", "bob"],
      repeats: Float64Array.of(2, 0),
      lastAge: Float64Array.of(5, 0),
      age: Float64Array.of(10, 0),
      meanSpend: Float64Array.of(17.5, 0),
      currency: "USD",
      observationEndDay: 20_524,
      timeUnit: "week",
      daysPerUnit: 7,
    });
  });

  test("follow refunds, cancellations, repeats, conflicts and joined ids as the facts do", () => {
    const activities = tableOf(
      order("2026-01-01", 1000, { id: "o1" }),
      order("2026-01-08", 1000, { id: "o2" }),
      order("2026-01-08", 1000, { id: "o2" }),
      did("refund", "2026-01-09", { orderId: "o2", amountMinor: 400 }),
      order("2026-01-15", 1000, { id: "o3" }),
      did("cancellation", "2026-01-20", { orderId: "o3" }),
      order("2026-01-22", 1000, { id: "o4" }),
      order("2026-01-22", 1500, { id: "o4" }),
      order("2026-01-29", 1000, { id: "o5", customerId: "ann@example.org" }),
      did("refund", "2026-03-13", { orderId: "o5", amountMinor: 1000 }),
      did("alias", "2026-02-01", { otherId: "ann@example.org" }),
    );
    const { ids, repeats, lastAge, meanSpend } = purchasesOf(activities, END);
    expect([ids, [...repeats], [...lastAge], [...meanSpend]]).toEqual([["ann"], [2], [4], [8]]);
  });

  test("count free orders unless they are told not to", () => {
    const activities = tableOf(order("2026-01-01", 0), order("2026-01-08", 1000), order("2026-01-15", 0));
    expect(purchasesOf(activities, END)).toMatchObject({
      repeats: Float64Array.of(2),
      meanSpend: Float64Array.of(5),
    });
    const paid = purchasesOf(activities, { ...END, countFreeOrders: false });
    expect(paid).toMatchObject({ repeats: Float64Array.of(0), age: Float64Array.of(9) });
  });

  test("leave out who bought before the first day, whole", () => {
    const activities = tableOf(
      order("2026-01-07", 100),
      order("2026-01-09", 100),
      order("2026-01-08", 100, { customerId: "bob" }),
    );
    expect(purchasesOf(activities, { ...END, firstDay: "2026-01-08" }).ids).toEqual(["bob"]);
  });

  test("measure in any unit, by any calendar, and in currencies without minor units", () => {
    const activities = createActivityTable([order("2026-01-01", 100), order("2026-01-31", 70)], {
      currency: "VND",
    });
    const days = purchasesOf(activities, { ...END, timeUnit: "day" });
    expect(days).toMatchObject({ age: Float64Array.of(70), meanSpend: Float64Array.of(70), daysPerUnit: 1 });
    const calendar = { daysPerMonth: 30 };
    const months = purchasesOf(activities, { ...END, timeUnit: "month", calendar });
    expect(months).toMatchObject({ lastAge: Float64Array.of(1), timeUnit: "month", daysPerUnit: 30 });
  });

  test("of nobody are empty, and so are those of people who were forgotten", () => {
    const nobodys = activityTableOfOrders(
      { customers: [], days: new Int32Array(), amountsMinor: new Float64Array() },
      { currency: "USD" },
    );
    expect(purchasesOf(nobodys, END)).toMatchObject({
      customerCount: 0,
      ids: [],
      repeats: new Float64Array(),
    });
    const activities = tableOf(order("2026-01-01", 100));
    const forgotten = {
      ...activities,
      kinds: {
        ...activities.kinds,
        order: { ...activities.kinds.order, customers: Uint32Array.of(0xffff_ffff) },
      },
    };
    expect(purchasesOf(forgotten, END).customerCount).toBe(0);
  });

  test("are the same whatever the order of the rows, on days of either sign", () => {
    const days = Array.from({ length: 400 }, (_, index) => ((index * 7919) % 3000) - 1500);
    const people = ["ann", "bob", "carl", "dan", "eve"];
    const byPerson = (rows: readonly number[]) => {
      const { repeats, lastAge, age, meanSpend, ids } = purchasesOf(
        activityTableOfOrders(
          {
            customers: rows.map((row) => people[row % 5] as string),
            days: Int32Array.from(rows, (row) => days[row] as number),
            amountsMinor: Float64Array.from(rows),
          },
          { currency: "USD" },
        ),
        { observationEnd: "1980-01-01" },
      );
      return new Map(ids.map((id, row) => [id, [repeats[row], lastAge[row], age[row], meanSpend[row]]]));
    };
    const rows = days.map((_, row) => row);
    const inOrder = [...rows].sort((one, other) => (days[one] as number) - (days[other] as number));
    expect(byPerson(rows)).toEqual(byPerson(inOrder));
    const annsDays = days.filter((_, row) => row % 5 === 0);
    expect(byPerson(rows).get("ann")?.slice(0, 3)).toEqual([
      new Set(annsDays).size - 1,
      (Math.max(...annsDays) - Math.min(...annsDays)) / 7,
      (3652 - Math.min(...annsDays)) / 7,
    ]);
  });

  test.each<[object, (string | number)[]]>([
    [{ observationEnd: undefined }, ["observationEnd"]],
    [{ observationEnd: "2026-02-30" }, ["observationEnd"]],
    [{ firstDay: "January" }, ["firstDay"]],
    [{ timeUnit: "decade" }, ["unit"]],
    [{ asOf: "2026-01-01" }, ["asOf"]],
  ])("refuse %j", (wrong, path) => {
    expect(() => purchasesOf(tableOf(), { ...END, ...wrong } as never)).toThrow(
      expect.objectContaining({ code: "invalid_option", path }),
    );
  });

  test.each([undefined, null, [], {}])("refuse %j in place of an activity table", (value) => {
    expect(() => purchasesOf(value as never, END)).toThrow(
      expect.objectContaining({ code: "invalid_option", path: ["activities"] }),
    );
  });
});

describe("a history cut in two", () => {
  const SPLIT = { calibrationEnd: "2026-01-31", holdoutEnd: "2026-02-28" };

  test("is fitted to the first part and tried on the second", () => {
    const activities = tableOf(
      order("2026-01-03", 1000),
      order("2026-01-31", 500),
      order("2026-02-01", 100),
      order("2026-02-01", 150),
      order("2026-02-28", 50),
      order("2026-03-01", 900),
      order("2026-01-17", 700, { customerId: "bob" }),
      order("2026-02-05", 700, { customerId: "carl" }),
    );
    expect(splitPurchases(activities, SPLIT)).toEqual({
      calibration: purchasesOf(activities, { observationEnd: SPLIT.calibrationEnd }),
      holdout: { length: 4, purchases: Float64Array.of(2, 0), spend: Float64Array.of(3, 0) },
    });
  });

  test("does not know in the first part what came back later", () => {
    const activities = tableOf(
      order("2026-01-03", 1000, { id: "o1" }),
      order("2026-01-10", 1000, { id: "o2" }),
      order("2026-02-10", 1000, { id: "o3" }),
      did("cancellation", "2026-02-11", { orderId: "o2" }),
      did("refund", "2026-02-12", { orderId: "o3", amountMinor: 250 }),
    );
    const { calibration, holdout } = splitPurchases(activities, SPLIT);
    expect([...calibration.repeats]).toEqual([1]);
    expect(holdout).toMatchObject({ purchases: Float64Array.of(1), spend: Float64Array.of(7.5) });
  });

  test("speaks of the same people in both parts, as they are known at the end", () => {
    const activities = tableOf(
      order("2026-01-03", 1000),
      order("2026-02-10", 1000, { customerId: "ann@example.org" }),
      did("alias", "2026-02-20", { otherId: "ann@example.org" }),
    );
    const { calibration, holdout } = splitPurchases(activities, SPLIT);
    expect(calibration.ids).toEqual(["ann"]);
    expect([...holdout.purchases]).toEqual([1]);
  });

  test("leaves earlier cohorts out of both", () => {
    const activities = tableOf(
      order("2026-01-03", 1000),
      order("2026-02-10", 1000),
      order("2026-01-05", 1000, { customerId: "bob" }),
    );
    const { calibration, holdout } = splitPurchases(activities, { ...SPLIT, firstDay: "2026-01-04" });
    expect(calibration.ids).toEqual(["bob"]);
    expect([...holdout.purchases]).toEqual([0]);
  });

  test.each<[object, (string | number)[]]>([
    [{ calibrationEnd: "soon" }, ["calibrationEnd"]],
    [{ holdoutEnd: "later" }, ["holdoutEnd"]],
    [{ holdoutEnd: "2026-01-31" }, ["holdoutEnd"]],
    [{ observationEnd: "2026-01-31" }, ["observationEnd"]],
  ])("refuses %j", (wrong, path) => {
    expect(() => splitPurchases(tableOf(), { ...SPLIT, ...wrong })).toThrow(
      expect.objectContaining({ code: "invalid_option", path }),
    );
  });
});

describe("opportunities", () => {
  const YEARS = {
    periods: ["2020-01-01", "2021-01-01", "2022-01-01", "2023-01-01"],
    observationEnd: "2023-12-31",
  };

  test("are the periods after the first purchase, each bought in or not", () => {
    const activities = tableOf(
      order("2020-05-05", 1000),
      order("2020-12-31", 1000),
      order("2021-01-01", 1000),
      order("2021-06-01", 3000),
      order("2023-12-31", 2000),
      order("2024-01-01", 2000),
      order("2022-03-03", 100, { customerId: "bob" }),
      order("2023-03-03", 100, { customerId: "carl" }),
      order("2019-12-31", 100, { customerId: "dan" }),
      order("2021-12-31", 100, { customerId: "dan" }),
    );
    expect(opportunitiesOf(activities, YEARS)).toEqual({
      customerCount: 3,
      ids: ["ann", "bob", "carl"],
      repeats: Float64Array.of(2, 0, 0),
      lastAge: Float64Array.of(3, 0, 0),
      age: Float64Array.of(3, 1, 0),
      meanSpend: Float64Array.of(30, 0, 0),
      currency: "USD",
      observationEndDay: 19_722,
    });
  });

  test("may leave free orders out", () => {
    const activities = tableOf(order("2020-05-05", 1000), order("2021-01-01", 0));
    expect(opportunitiesOf(activities, { ...YEARS, countFreeOrders: false }).repeats).toEqual(
      Float64Array.of(0),
    );
  });

  test.each<[object, (string | number)[]]>([
    [{ periods: [] }, ["periods"]],
    [{ periods: "2020-01-01" }, ["periods"]],
    [{ periods: ["2020-01-01", "2021"] }, ["periods", 1]],
    [{ periods: ["2020-01-01", "2020-01-01"] }, ["periods", 1]],
    [{ observationEnd: "2022-12-31" }, ["observationEnd"]],
    [{ observationEnd: "never" }, ["observationEnd"]],
    [{ period: "year" }, ["period"]],
  ])("refuse %j", (wrong, path) => {
    expect(() => opportunitiesOf(tableOf(), { ...YEARS, ...wrong } as never)).toThrow(
      expect.objectContaining({ code: "invalid_option", path }),
    );
  });
});

describe("purchases of a customer table", () => {
  test("are those of its activities, but for what the first purchase brought", () => {
    const activities = tableOf(
      order("2026-01-01", 900),
      order("2026-01-15", 2100),
      did("interest", "2026-01-01", { customerId: "dan" }),
      order("2026-01-08", 500, { customerId: "bob" }),
    );
    const table = summarizeCustomers(activities, { asOf: END.observationEnd });
    const { meanSpend: _unknown, ...same } = purchasesOf(activities, END);
    expect(purchasesOfTable(table)).toEqual({
      ...same,
      rows: Uint32Array.of(0, 2),
      meanDaySpend: Float64Array.of(15, 5),
    });
    const calendar = { daysPerYear: 280 };
    expect(purchasesOfTable(table, { timeUnit: "year", calendar }).age).toEqual(Float64Array.of(0.25, 0.225));
  });

  const columns = {
    orderDays: Uint32Array.of(2),
    firstOrderDay: Int32Array.of(0),
    lastOrderDay: Int32Array.of(20),
  };
  const gathered = (wrong: object = {}) =>
    createCustomerTable({
      ids: ["ann"],
      asOf: "1970-01-29",
      currency: "USD",
      columns: { ...columns, ...wrong },
    });

  test("know no spend without revenue", () => {
    expect(purchasesOfTable(gathered()).meanDaySpend).toEqual(Float64Array.of(0));
  });

  test.each([
    { firstOrderDay: undefined },
    { lastOrderDay: undefined },
    { firstOrderDay: Int32Array.of(21) },
    { lastOrderDay: Int32Array.of(29) },
    { lastOrderDay: Int32Array.of(0) },
    { orderDays: Uint32Array.of(1) },
  ])("refuse days that cannot be: %j", (wrong) => {
    expect(() => purchasesOfTable(gathered(wrong))).toThrow(
      expect.objectContaining({ code: "invalid_column", path: ["columns", "lastOrderDay", 0] }),
    );
  });

  test("refuse options that they do not have", () => {
    expect(() => purchasesOfTable(gathered(), { firstDay: "1970-01-01" } as never)).toThrow(
      expect.objectContaining({ code: "invalid_option" }),
    );
  });
});

const CDNOW = `data/${"cd"}now`;
const sharedTransactions = sharedFile(`${CDNOW}_sample_transactions.csv`);
const sharedSummary = sharedFile(`${CDNOW}_summary_exact.csv`);

describe.skipIf(sharedTransactions === undefined || sharedSummary === undefined)(
  "the CDNOW sample (needs ../shared)",
  () => {
    const activities = createActivityTable(
      rowsOf(sharedTransactions ?? "").map(({ customer_id, date, amount }) =>
        order(date as string, Math.round(100 * Number(amount)), { customerId: customer_id as string }),
      ),
      { currency: "USD" },
    );
    const expected = rowsOf(sharedSummary ?? "");
    const column = (name: string) => Float64Array.from(expected, (row) => Number(row[name]));
    const { calibration, holdout } = splitPurchases(activities, {
      calibrationEnd: "1997-09-30",
      holdoutEnd: "1998-06-30",
    });

    test("2,357 customers: x, t_x and T to the last bit, spend to the ten decimals printed", () => {
      expect(calibration.customerCount).toBe(2357);
      expect(calibration.ids).toEqual(expected.map((row) => row.customer_id));
      expect(calibration.repeats).toEqual(column("x"));
      expect(calibration.lastAge).toEqual(column("t_x"));
      expect(calibration.age).toEqual(column("T"));
      const meanSpend = column("m_x");
      calibration.meanSpend.forEach((value, row) => {
        expect(Math.abs(value - (meanSpend[row] as number))).toBeLessThanOrEqual(5.1e-11);
      });
    });

    test("hold-out: purchases and spend over 39 weeks", () => {
      expect(holdout.length).toBe(39);
      expect(holdout.purchases).toEqual(column("x_star"));
      const spend = column("spend_star");
      holdout.spend.forEach((value, row) => {
        expect(Math.abs(value - (spend[row] as number))).toBeLessThanOrEqual(5.1e-11);
      });
    });

    test("from the table of customers the same ages", () => {
      const table = purchasesOfTable(summarizeCustomers(activities, { asOf: "1997-09-30" }));
      expect([table.repeats, table.lastAge, table.age]).toEqual([
        calibration.repeats,
        calibration.lastAge,
        calibration.age,
      ]);
    });
  },
);
