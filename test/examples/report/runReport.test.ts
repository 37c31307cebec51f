import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { LoyaltyReport } from "../../../src/report/loyaltyReport.ts";
import { runHere } from "./support/runCommand.ts";

const folder = mkdtempSync(join(tmpdir(), "loyalty-ladder-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const AS_OF = ["--as-of", "2026-06-30"];

async function reportOf(words: readonly string[], input?: string): Promise<LoyaltyReport> {
  const { exitCode, output, errors } = await runHere([...words, "--json"], input);
  expect(exitCode, errors).toBe(0);
  return JSON.parse(output) as LoyaltyReport;
}

const ORDERS = [
  "customer_id,date,amount,order_id",
  "ann,2026-06-01,10.00,o1",
  "ann,2026-06-02,2.50,o2",
  "bob,2026-06-03,7.25,o3",
].join("\n");

/** Ann with two orders, bob with one, in the ladder of whatever was read. */
function expectAnnAndBob(report: LoyaltyReport): void {
  expect(report).toMatchObject({ customerCount: 2, orderCount: 3, revenue: "19.75", rejected: 0 });
  const { census } = report.scales.ladder;
  expect(census.filter(({ count }) => count > 0).map(({ step, revenue }) => [step, revenue])).toEqual([
    ["shopper", "7.25"],
    ["customer", "12.50"],
  ]);
}

describe("files of orders", () => {
  test("a CSV by the usual names", async () => {
    const report = await reportOf([fileOf("orders.csv", ORDERS), ...AS_OF]);
    expectAnnAndBob(report);
    expect(report).toMatchObject({ asOf: "2026-06-30", currency: "USD", timeZone: "UTC", windowDays: 365 });
  });

  test("a CSV on standard input, with a byte order mark, CRLF, quotes and another separator", async () => {
    const text = `\uFEFF${ORDERS.replaceAll("ann", '"a;""nn"').replaceAll(",", ";").replaceAll("\n", "\r\n")}\r\n`;
    expectAnnAndBob(await reportOf(["-", ...AS_OF], text));
  });

  test("a CSV under unusual names, in minor units, with costs", async () => {
    const text = [
      "Kunde,Tag,Betrag,Beleg,Einkauf,Währung,Stück,date",
      "ann,2026-06-01,1000,o1,400,usd,1,1990-01-01",
      "ann,2026-06-02,250,o2,100,USD,,1990-01-01",
      "bob,2026-06-03,725,o3,0,,2,1990-01-01",
      "bob,2026-06-03,725,o3,0,,2,1990-01-01",
    ].join("\n");
    const names = "--customer-column Kunde --date-column Tag --amount-column Betrag --id-column Beleg";
    const more = "--cost-column Einkauf --currency-column Währung --units-column Stück --amounts minor";
    const words = [fileOf("bestellungen.csv", text), ...AS_OF, ...names.split(" "), ...more.split(" ")];
    const report = await reportOf(words);
    expectAnnAndBob(report);
    expect(report.profit).toBe("14.75");
  });

  const objects = [
    { customerId: "ann", order_date: "2026-06-01", total: "10.00", order_id: 1 },
    { customerId: "ann", order_date: "2026-06-02", total: 2.5, order_id: 2 },
    { customerId: "bob", order_date: "2026-06-03", total: 7.25, order_id: 3, cost: 1 },
  ];

  test("JSON lines and a JSON array, also where a column `type` says something else", async () => {
    const typed = objects.map((row) => ({ type: "online", ...row }));
    for (const rows of [objects, typed]) {
      const lines = rows.map((row) => JSON.stringify(row)).join("\n");
      expectAnnAndBob(await reportOf([fileOf("orders.jsonl", lines), ...AS_OF]));
      expectAnnAndBob(await reportOf(["-", ...AS_OF], JSON.stringify(rows, null, 2)));
    }
  });

  test("JSON under unusual names, each row with those it has", async () => {
    const rows = objects.map(({ customerId, total, ...row }) => ({
      ...row,
      ...(row.order_id === 1 ? { einkauf: 2 } : {}),
      wer: customerId,
      wieviel: total,
    }));
    const names = ["--customer-column", "wer", "--amount-column", "wieviel", "--cost-column", "einkauf"];
    expectAnnAndBob(await reportOf(["-", ...AS_OF, ...names], JSON.stringify(rows)));
  });

  test.each(["", "\n", "customer_id,date,amount\n", "type,customer_id,date\n", "[]"])(
    "no rows in %j give a report of zeros, and a line that says so",
    async (text) => {
      const { exitCode, output, errors } = await runHere(["-", ...AS_OF, "--json"], text);
      expect(exitCode).toBe(0);
      expect(JSON.parse(output)).toMatchObject({ customerCount: 0, revenue: "0.00" });
      expect(errors).toBe("standard input has no rows: this is a report of nothing.\n");
    },
  );
});

describe("files of activities", () => {
  const rows = [
    { kind: "order", id: "o1", customerId: "ann", at: "2026-06-01", amount: "10.00" },
    { kind: "order", id: "o2", customerId: "ann", at: "2026-06-02", amount: "4.50" },
    { kind: "refund", id: "r1", at: "2026-06-03", orderId: "o2", amount: 2 },
    { kind: "order", id: "o3", customerId: "bob", at: "2026-06-03", amount: 7.25 },
    { kind: "profile", id: "p1", customerId: "bob", at: "2026-06-03", facts: { cars: 2, vip: true } },
  ];

  test("JSON lines of every kind", async () => {
    const lines = rows.map((row) => JSON.stringify(row)).join("\n");
    const facts = ["--fact", "cars:number", "--fact", "vip:flag"];
    const report = await reportOf(["-", ...AS_OF, ...facts], lines);
    expectAnnAndBob(report);
    expect(report.issues.count).toBe(0);
  });

  test.each(["kind", "Event Type"])("a CSV that says the kind under %s", async (name) => {
    const text = [
      `${name},ID,customer_id,at,amount,order_id,facts,lines`,
      `order,o1,ann,2026-06-01,10.00,,,"[{""service"":""wash""}]"`,
      "Order,o2,ann,2026-06-02,4.50,,,",
      "refund,r1,,2026-06-03,2,o2,,",
      "order,o3,bob,2026-06-03,7.25,,,",
      `profile,p1,bob,2026-06-03,,,"{""cars"":2}",`,
    ].join("\n");
    const report = await reportOf(["-", ...AS_OF, "--fact", "cars:number"], text);
    expectAnnAndBob(report);
    expect(report.issues.count).toBe(0);
  });

  test("a CSV of orders whose column `type` is no kind", async () => {
    const text = ORDERS.replaceAll(/$/gm, ",online").replace("online", "type");
    expectAnnAndBob(await reportOf(["-", ...AS_OF], text));
  });

  test("a CSV of orders whose column `type` is no kind, however long", async () => {
    const rows = Array.from({ length: 60_000 }, (_, row) => `web,c${row % 7},2026-06-01,1`);
    const text = (...more: string[]) => ["type,customer_id,date,amount", ...rows, ...more].join("\n");
    expect(await reportOf(["-", ...AS_OF], text())).toMatchObject({ orderCount: 60_000, rejected: 0 });
    // so late that the orders before it were counted already: better no report than a wrong one
    const { exitCode, output, errors } = await runHere(
      ["-", ...AS_OF, "--json"],
      text("refund,c1,2026-06-01,1"),
    );
    expect([exitCode, output]).toEqual([2, ""]);
    expect(errors).toMatch(/^standard input has the kind "refund" where .* Say --kind-column NAME/m);
    const strict = await runHere(
      ["-", ...AS_OF, "--json", "--kind-column", "type"],
      text("sale,c1,2026-06-01,1"),
    );
    expect(JSON.parse(strict.output)).toMatchObject({ orderCount: 1, rejected: 60_000 });
  });

  const sales = [
    "sale,ann,2026-06-01,10.00,o1",
    "Purchase,ann,2026-06-02,4.50,o2",
    "sale,bob,2026-06-03,7.25,o3",
  ];
  const back = "return,,2026-06-04,2.00,o2";
  const exchange = "exchange,ann,2026-06-05,99,o9";
  const pos = "web,eve,2026-06-05,99,o8";

  test.each([
    ["refunds after sales", [...sales, back]],
    ["refunds before sales", [back, ...sales]],
    ["refunds in between", [sales[0], back, sales[1], sales[2]]],
  ])("a CSV of transactions whose `type` says sale and return: %s", async (_, rows) => {
    const text = ["type,customer_id,date,amount,order_id", ...rows].join("\n");
    expectAnnAndBob(await reportOf(["-", ...AS_OF], text));
  });

  test.each([
    ["at the end", [...sales, back, exchange, pos]],
    ["at the beginning", [exchange, pos, ...sales, back]],
    ["in between", [sales[0], exchange, sales[1], back, pos, sales[2]]],
  ])("words that are no kinds are refused where others are, %s, in CSV and JSON", async (_, rows) => {
    const names = ["type", "customer_id", "date", "amount", "order_id"];
    const csv = [names.join(","), ...rows].join("\n");
    const objects = rows.map((row) =>
      Object.fromEntries((row as string).split(",").map((cell, index) => [names[index], cell])),
    );
    const jsonLines = objects.map((row) => JSON.stringify(row)).join("\n");
    for (const text of [csv, jsonLines]) {
      const { exitCode, output, errors } = await runHere(["-", ...AS_OF, "--json"], text);
      expect(exitCode).toBe(0);
      expect(JSON.parse(output)).toMatchObject({ orderCount: 3, revenue: "19.75", rejected: 2 });
      const row = rows.indexOf(exchange) + 1;
      expect(errors).toContain(`row ${row}: unknown_kind at kind: `);
      expect(errors).toMatch(/received "exchange"\n/);
    }
  });

  test("a return in JSON lines is no sale", async () => {
    const row = { type: "return", customer_id: "ann", date: "2026-06-01", amount: 5 };
    const { exitCode, output } = await runHere(["-", ...AS_OF, "--json"], JSON.stringify(row));
    expect(exitCode).toBe(1);
    expect(JSON.parse(output)).toMatchObject({ orderCount: 0, rejected: 1 });
  });

  test("a column of kinds under an unusual name is always strict", async () => {
    const text = ["Vorgang,customer_id,date,amount,order_id", ...sales, exchange, back].join("\n");
    const { output } = await runHere(["-", ...AS_OF, "--json", "--kind-column", "Vorgang"], text);
    expect(JSON.parse(output)).toMatchObject({ orderCount: 3, revenue: "19.75", rejected: 1 });
    const objects = [{ Vorgang: "sale", type: "return", customer_id: "ann", date: "2026-06-01", amount: 5 }];
    const words = ["-", ...AS_OF, "--kind-column", "Vorgang"];
    expect(await reportOf(words, JSON.stringify(objects))).toMatchObject({ orderCount: 1 });
  });
});

describe("rows that cannot be read", () => {
  const text = [
    ORDERS,
    "cid,2026-02-30,1,o4",
    "dan,2026-06-01,1,234.50,o5",
    "eve,2026-06-01,-3,o6",
    ",2026-06-01,3,o7",
  ].join("\n");

  test("are counted in the report, and the first are listed on the error output", async () => {
    const { exitCode, output, errors } = await runHere(["-", ...AS_OF, "--json"], text);
    expect(exitCode).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ customerCount: 2, orderCount: 3, rejected: 4 });
    expect(errors.split("\n")).toEqual([
      "Refused 4 of 7 rows:",
      expect.stringMatching(/^ {2}row 4: invalid_instant at date: .*"2026-02-30"$/),
      expect.stringMatching(/^ {2}row 5: invalid_row: .*"dan,2026-06-01,1,234\.50,o5"$/),
      expect.stringMatching(/^ {2}row 6: negative_amount at amount: /),
      expect.stringMatching(/^ {2}row 7: empty_id at customer_id: /),
      "",
    ]);
  });

  test("lines that are no JSON are refused one by one", async () => {
    const lines = ['{"kind":"order",', '{"kind":"dance","customerId":"a","at":"2026-06-01"}', "7"].join("\n");
    const { output, errors } = await runHere(["-", ...AS_OF, "--json", "--format", "jsonl"], lines);
    expect(JSON.parse(output)).toMatchObject({ customerCount: 0, rejected: 3 });
    expect(errors).toContain("row 2: unknown_kind at kind");
  });

  test("are refused also where they are all that the beginning has", async () => {
    const good = { kind: "interest", customerId: "eve", at: "2026-06-01" };
    const lines = `${"nonsense\n".repeat(3_000)}${JSON.stringify(good)}`;
    const report = await reportOf(["-", ...AS_OF, "--format", "jsonl"], lines);
    expect(report).toMatchObject({ customerCount: 1, rejected: 3_000 });
  });

  test("are all there is: exit code 1, after the report", async () => {
    const { exitCode, output, errors } = await runHere(["-", ...AS_OF], "customer_id,date,amount\nann,x,1\n");
    expect(exitCode).toBe(1);
    expect(output).toContain("Rows refused: 1");
    expect(errors).toContain("Refused 1 of 1 rows:\n");
    expect(errors).toMatch(/\nEvery row was refused: this is a report of nothing\.\n$/);
  });

  test("are listed a few and counted all, however many", async () => {
    const { output, errors } = await runHere(
      ["-", ...AS_OF],
      `customer_id,date,amount\n${"x,y,z\n".repeat(20_000)}`,
    );
    expect(output).toContain("Rows refused: 20,000");
    expect(errors.split("\n")).toHaveLength(8);
  });
});

describe("the printed report", () => {
  test("is bold on a terminal, unless colours are not wanted, and in the asked language", async () => {
    const words = ["-", ...AS_OF, "--locale", "vi"];
    const bold = "\u001b[1mBáo cáo khách hàng trung thành đến hết ngày 2026-06-30\u001b[22m\n";
    expect((await runHere(words, ORDERS, { isTTY: true })).output.startsWith(bold)).toBe(true);
    const environment = { NO_COLOR: "1" };
    const { output } = await runHere(words, ORDERS, { isTTY: true, environment });
    expect(output).not.toContain("\u001b");
    expect(output.startsWith("Báo cáo")).toBe(true);
  });
});

describe("lists of customers", () => {
  const orders = fileOf("people.csv", `${ORDERS}\n"x, ""y""",2026-06-05,1,o9\n" pad",2026-06-05,2,o10`);

  test("are CSV, by value, properly quoted", async () => {
    const out = join(folder, "customers.csv");
    const { exitCode, output } = await runHere([orders, ...AS_OF, "--customers", out]);
    expect(exitCode).toBe(0);
    expect(output).toContain("Ladder of loyalty (ladder)");
    expect(readFileSync(out, "utf8").split("\n")).toEqual([
      "id,ladder,levels,loyaltyLevels,lifecycle,activityStatus,value",
      "ann,customer,rebuy,potential,retention,lapsed,12.50", // 28 days after gaps of 1, which count as 7
      "bob,shopper,first-buy,uncommitted,development,new,7.25",
      '" pad",shopper,first-buy,uncommitted,development,new,2.00',
      '"x, ""y""",shopper,first-buy,uncommitted,development,new,1.00',
      "",
    ]);
  });

  test("are JSON lines where the name says so, with null off a scale", async () => {
    const out = join(folder, "customers.jsonl");
    const row = { kind: "interest", id: "i", customerId: "eve", at: "2026-06-01" };
    await runHere(["-", ...AS_OF, "--customers", out], JSON.stringify(row));
    expect(JSON.parse(readFileSync(out, "utf8"))).toEqual({
      id: "eve",
      ladder: "prospect",
      levels: null,
      loyaltyLevels: "uncommitted",
      lifecycle: "acquisition",
      activityStatus: null,
      value: "0.00",
    });
  });

  test("are written whole when they are long, to a file and to standard output", async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => `customer-${index},2026-06-01,1`).join("\n");
    const out = join(folder, "many.csv");
    const many = fileOf("many-orders.csv", `customer_id,date,amount\n${rows}`);
    await runHere([many, ...AS_OF, "--customers", out]);
    const { output } = await runHere([many, ...AS_OF, "--customers", "-"]);
    expect(readFileSync(out, "utf8")).toBe(output);
    const lines = output.split("\n");
    expect(lines).toHaveLength(5_002);
    expect(new Set(lines).size).toBe(5_002);
  });

  test("that cannot be written are an error", async () => {
    const out = join(folder, "nowhere", "customers.csv");
    expect(await runHere([orders, ...AS_OF, "--customers", out])).toMatchObject({
      exitCode: 2,
      errors: `Cannot write ${out}: ENOENT.\n`,
    });
    expect(existsSync(out)).toBe(false);
  });
});

describe("mistakes of the caller", () => {
  test.each([
    [["orders.csv"], /^A FILE needs --as-of/],
    [["--unknown"], /^Unknown option '--unknown'/],
    [["nowhere.csv", ...AS_OF], /^Cannot read nowhere\.csv: there is no such file\.$/],
    [["-", ...AS_OF, "--time-zone", "Mars/Olympus"], /^invalid_time_zone at timeZone: .*"Mars\/Olympus"/],
    [["-", ...AS_OF, "--currency", "XXQ"], /^unknown_currency at currency: .*"XXQ"/],
    [["-", ...AS_OF, "--window-days", "100001"], /^invalid_option at windowDays: /],
    [["-", ...AS_OF, "--fact", "orders:number"], /^reserved_fact at ownFacts\.orders: /],
    [["-", ...AS_OF, "--date-column", "when"], /^standard input has no column "when"; it has "customer_id"/],
    [["-", ...AS_OF, "--format", "json"], /^standard input is not JSON: /],
  ])("%j end in one line and exit code 2", async (words, message) => {
    const { exitCode, output, errors } = await runHere(words, ORDERS);
    expect(exitCode).toBe(2);
    expect(output).toBe("");
    expect(errors).toMatch(/^[^\n]+\n$/);
    expect(errors.trimEnd()).toMatch(message);
  });

  test("columns that are not found are named, all of them", async () => {
    const { exitCode, errors } = await runHere(["-", ...AS_OF], "a,b\n1,2\n");
    expect(exitCode).toBe(2);
    expect(errors).toMatch(/^column_not_found at customerId: .*a, b.* And 2 more\. /);
    expect(errors).toContain(
      "(column_not_found at at, column_not_found at amount) Name them with --customer-column",
    );
  });

  test.each([
    "customer_id,day,amount\n",
    "customer_id,day,amount",
    "kind,customer_id,day\n",
    "kind,wer,date\norder,a,1",
  ])("a column that has to be there and is not, in %j", async (text) => {
    const { exitCode, output, errors } = await runHere(["-", ...AS_OF], text);
    expect([exitCode, output]).toEqual([2, ""]);
    expect(errors).toMatch(/^column_not_found at (?:at|customerId): .* Name them with --customer-column/);
  });

  test("a named column is missed also where there are no rows", async () => {
    const words = ["-", ...AS_OF, "--customer-column", "nope"];
    const { exitCode, errors } = await runHere(words, "customer_id,date,amount\n");
    expect(exitCode).toBe(2);
    expect(errors).toBe('standard input has no column "nope"; it has "customer_id", "date", "amount".\n');
  });

  test("a property that no row of a JSON file has is no column", async () => {
    const row = { customer_id: "ann", date: "2026-06-01", amount: 1 };
    const words = ["-", ...AS_OF, "--customer-column", "nope", "--amount-column", "amount"];
    expect(await runHere(words, JSON.stringify(row))).toEqual({
      exitCode: 2,
      output: "",
      errors: 'standard input has no row with "nope".\n',
    });
  });

  test("--help says how, and reads nothing", async () => {
    const { exitCode, output } = await runHere(["nowhere.csv", "--help"]);
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^Usage: npm run report -- \[FILE\] --as-of YYYY-MM-DD/);
  });
});
