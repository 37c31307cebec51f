import { describe, expect, test } from "vitest";
import { parseReportArguments } from "../../../examples/report/arguments.ts";

const ofFile = (...words: string[]) =>
  parseReportArguments(["orders.csv", "--as-of", "2026-06-30", ...words]);

describe("parseReportArguments", () => {
  test("asks for the shipped sample when there is no FILE", () => {
    expect(parseReportArguments([])).toMatchObject({
      file: undefined,
      asOf: "2026-06-30",
      currency: "VND",
      timeZone: "Asia/Ho_Chi_Minh",
      windowDays: 365,
      ownFacts: { cars: "number", garage: "flag" },
    });
    expect(parseReportArguments(["--as-of", "2025-12-31"])).toMatchObject({ asOf: "2025-12-31" });
  });

  test("has usual answers for a FILE", () => {
    expect(ofFile()).toEqual({
      file: "orders.csv",
      format: undefined,
      delimiter: undefined,
      asOf: "2026-06-30",
      currency: "USD",
      timeZone: "UTC",
      windowDays: 365,
      minimumGapDays: undefined,
      countFreeOrders: true,
      amounts: "major",
      columns: {},
      ownFacts: {},
      locale: "en",
      json: false,
      customers: undefined,
    });
  });

  test("takes every flag", () => {
    const words = [
      "--currency EUR --time-zone Europe/Paris --window-days 90 --minimum-gap-days 1.5 --exclude-free-orders",
      "--amounts minor --format jsonl --delimiter tab --customer-column who --date-column when",
      "--amount-column paid --id-column no --cost-column cost --currency-column cur --units-column n",
      "--fact cars:number --fact vip:flag --locale vi --json --customers out.csv",
    ];
    expect(ofFile(...words.join(" ").split(" "))).toMatchObject({
      currency: "EUR",
      timeZone: "Europe/Paris",
      windowDays: 90,
      minimumGapDays: 1.5,
      countFreeOrders: false,
      amounts: "minor",
      format: "jsonl",
      delimiter: "\t",
      columns: {
        customerId: "who",
        at: "when",
        amount: "paid",
        id: "no",
        cost: "cost",
        currency: "cur",
        units: "n",
      },
      ownFacts: { cars: "number", vip: "flag" },
      locale: "vi",
      json: true,
      customers: "out.csv",
    });
  });

  test("reads standard input as -, and asks for help before anything else", () => {
    expect(parseReportArguments(["-", "--as-of=2026-06-30"])).toMatchObject({ file: "-" });
    expect(parseReportArguments(["orders.csv", "--help"])).toBe("help");
    expect(parseReportArguments(["-h"])).toBe("help");
  });

  test.each([
    [["orders.csv"], "A FILE needs --as-of YYYY-MM-DD, the last day that counts."],
    [["a.csv", "b.csv", "--as-of", "2026-06-30"], "One FILE at a time; got a.csv, b.csv."],
    [["--as-of", "2026-02-30"], '--as-of is a day of the calendar, YYYY-MM-DD; got "2026-02-30".'],
    [["--as-of", "30.06.2026"], '--as-of is a day of the calendar, YYYY-MM-DD; got "30.06.2026".'],
    [["--window-days", "0"], '--window-days is a whole number from 1; got "0".'],
    [["--window-days", "1e3"], '--window-days is a whole number from 1; got "1e3".'],
    [["--minimum-gap-days", "-1"], "Option '--minimum-gap-days' argument is ambiguous. See --help."],
    [["--minimum-gap-days", "0.0"], '--minimum-gap-days is a number above 0; got "0.0".'],
    [["--currency", "USD"], "The shipped sample is in VND; --currency is for a FILE of yours."],
    [["--amounts", "cents"], '--amounts is one of major, minor; got "cents".'],
    [["--format", "xlsx"], '--format is one of csv, jsonl, json; got "xlsx".'],
    [["--locale", "fr"], '--locale is one of en, vi; got "fr".'],
    [["--delimiter", "::"], '--delimiter is one character, or tab; got "::".'],
    [["--delimiter", '"'], '--delimiter is one character, or tab; got "\\"".'],
    [["--fact", "cars"], '--fact is NAME:number or NAME:flag; got "cars".'],
    [["--fact", "cars:text"], '--fact is NAME:number or NAME:flag; got "cars:text".'],
    [["--customers", "-", "--json"], "--customers - takes the place of the report; leave out --json."],
    [["a.csv", "--as-of", "2026-06-30", "--customers", "./a.csv"], "--customers would overwrite the FILE."],
    [["--unknown"], "Unknown option '--unknown'. See --help."],
    [["--as-of"], "Option '--as-of <value>' argument missing. See --help."],
    [["--json=yes"], "Option '--json' does not take an argument. See --help."],
    [["--as-of", "x".repeat(90)], new RegExp(`got "${"x".repeat(59)}…"`)],
  ])("refuses %j in one sentence", (words, message) => {
    expect(() => parseReportArguments(words)).toThrow(
      expect.objectContaining({
        name: "UsageError",
        message: typeof message === "string" ? message : expect.stringMatching(message),
      }),
    );
  });
});
