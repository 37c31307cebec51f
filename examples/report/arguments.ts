import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { LAST_DAY_ISO } from "../sample/calendar.ts";
import { UsageError } from "./usageError.ts";

/** How a file says what its rows are. */
export type InputFormat = "csv" | "jsonl" | "json";

/** What the command was asked for. */
export interface ReportArguments {
  /** A path, `-` for standard input, or undefined for the shipped sample. */
  readonly file: string | undefined;
  readonly format: InputFormat | undefined;
  readonly delimiter: string | undefined;
  readonly asOf: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly windowDays: number;
  readonly minimumGapDays: number | undefined;
  readonly countFreeOrders: boolean;
  readonly amounts: "major" | "minor";
  /** Columns by the field they hold, where the usual names do not fit. */
  readonly columns: Readonly<Partial<Record<ColumnField, string>>>;
  readonly ownFacts: Readonly<Record<string, "number" | "flag">>;
  readonly locale: string;
  readonly json: boolean;
  /** Where to write one line per customer. */
  readonly customers: string | undefined;
}

/** The fields whose columns can be named: those of an order, and what kind of activity it is. */
export const COLUMN_FLAGS = {
  "kind-column": "kind",
  "customer-column": "customerId",
  "date-column": "at",
  "amount-column": "amount",
  "id-column": "id",
  "cost-column": "cost",
  "currency-column": "currency",
  "units-column": "units",
} as const;

type ColumnFlag = keyof typeof COLUMN_FLAGS;
export type ColumnField = (typeof COLUMN_FLAGS)[ColumnFlag];

const TEXT = { type: "string" } as const;
const SWITCH = { type: "boolean" } as const;

const OPTIONS = {
  "as-of": TEXT,
  currency: TEXT,
  "time-zone": TEXT,
  "window-days": TEXT,
  "minimum-gap-days": TEXT,
  "exclude-free-orders": SWITCH,
  amounts: TEXT,
  format: TEXT,
  delimiter: TEXT,
  "kind-column": TEXT,
  "customer-column": TEXT,
  "date-column": TEXT,
  "amount-column": TEXT,
  "id-column": TEXT,
  "cost-column": TEXT,
  "currency-column": TEXT,
  "units-column": TEXT,
  fact: { type: "string", multiple: true },
  locale: TEXT,
  json: SWITCH,
  customers: TEXT,
  help: { type: "boolean", short: "h" },
} as const;

export const HELP = `Usage: npm run report -- [FILE] --as-of YYYY-MM-DD [options]

Reads orders, or activities of every kind, and says who stands where on five scales.
FILE is CSV, JSON lines or a JSON array; - is standard input. Without FILE: the shipped sample.

  --as-of YYYY-MM-DD      the last day that counts; required with a FILE
  --currency CODE         ISO 4217, of amounts that do not state theirs (USD)
  --time-zone ZONE        IANA name; where days begin (UTC)
  --window-days N         length of the trailing window (365)
  --minimum-gap-days N    the floor under a customer's own rhythm (7)
  --exclude-free-orders   orders of 0 do not count
  --amounts major|minor   how amounts are written: 12.34 or 1234 (major)
  --fact NAME:KIND        a fact of your own, number or flag; may be given again
  --format csv|jsonl|json when the file's name and first character do not tell
  --delimiter CHAR        of a CSV, when its first line does not tell; tab for a tab
  --customer-column NAME  and --date-column, --amount-column, --id-column, --cost-column,
                          --currency-column, --units-column: columns of orders under unusual names
  --kind-column NAME      what kind of activity each row is; every word there has to be a kind
  --locale en|vi          the language of the tables (en); messages and issues stay in English
  --json                  the report as JSON, and nothing else, on standard output
  --customers OUT         also writes a line per customer: id, every step, value (.csv or .jsonl; - is
                          standard output in place of the report)
  -h, --help              this text

Rows say what they are under "kind", or "type", "event", "activity", "transaction_type": order (sale,
purchase), refund (return, chargeback), cancellation (cancelled, void), membership (joined, left),
survey (nps, csat, ces, intent), social (mention), interest, referral, testimonial, review, complaint,
resolution, market, profile, alias. Rows that say nothing, but an amount, are orders.
A word under "kind" that is none of these is refused. Under the other names, all rows with such words
are refused where any row of the file has a kind there (the first within 50,000 rows, or it is an
error); where none has, as in a column of "web" and "pos", they are orders.

Text is UTF-8. A file without rows gives a report of zeros, and a line that says so.
Exit codes: 0; 1 after the report when every row was refused; 2 when something has to be mended first.`;

/** The sample is a shop in Vietnam. */
const SAMPLE = { asOf: LAST_DAY_ISO, currency: "VND", timeZone: "Asia/Ho_Chi_Minh" } as const;
const SAMPLE_FACTS = { cars: "number", garage: "flag" } as const;

/** What the words of the command line ask for, or `"help"`. @throws UsageError */
export function parseReportArguments(words: readonly string[]): ReportArguments | "help" {
  const { values, positionals } = parsed(words);
  if (values.help === true) return "help";
  if (positionals.length > 1) throw new UsageError(`One FILE at a time; got ${positionals.join(", ")}.`);
  const file = positionals[0];
  if (file !== undefined && values["as-of"] === undefined) {
    throw new UsageError("A FILE needs --as-of YYYY-MM-DD, the last day that counts.");
  }
  if (file === undefined && (values.currency ?? SAMPLE.currency) !== SAMPLE.currency) {
    throw new UsageError(`The shipped sample is in ${SAMPLE.currency}; --currency is for a FILE of yours.`);
  }
  if (values.customers === "-" && values.json === true) {
    throw new UsageError("--customers - takes the place of the report; leave out --json.");
  }
  if (file !== undefined && file !== "-" && values.customers !== undefined) {
    if (resolve(file) === resolve(values.customers))
      throw new UsageError("--customers would overwrite the FILE.");
  }
  const usual = file === undefined ? SAMPLE : { asOf: "", currency: "USD", timeZone: "UTC" };
  return {
    file,
    format:
      values.format === undefined ? undefined : choice("format", values.format, ["csv", "jsonl", "json"]),
    delimiter: values.delimiter === undefined ? undefined : delimiterOf(values.delimiter),
    asOf: day("as-of", values["as-of"] ?? usual.asOf),
    currency: values.currency ?? usual.currency,
    timeZone: values["time-zone"] ?? usual.timeZone,
    windowDays: positiveInteger("window-days", values["window-days"] ?? "365"),
    minimumGapDays:
      values["minimum-gap-days"] === undefined
        ? undefined
        : positiveNumber("minimum-gap-days", values["minimum-gap-days"]),
    countFreeOrders: values["exclude-free-orders"] !== true,
    amounts: choice("amounts", values.amounts ?? "major", ["major", "minor"]),
    columns: columnsOf(values),
    ownFacts: { ...(file === undefined ? SAMPLE_FACTS : {}), ...factsOf(values.fact ?? []) },
    locale: choice("locale", values.locale ?? "en", ["en", "vi"]),
    json: values.json === true,
    customers: values.customers,
  };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    // Node words it well; only its first sentence is about the mistake.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message.split(/\.(?:\s|$)/, 1)[0]}. See --help.`);
  }
}

function choice<const T extends string>(flag: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined)
    throw new UsageError(`--${flag} is one of ${allowed.join(", ")}; got ${quoted(value)}.`);
  return found;
}

function day(flag: string, value: string): string {
  const atMs = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  // Date.parse takes 31 February for 3 March.
  const exists = !Number.isNaN(atMs) && new Date(atMs).toISOString().slice(0, 10) === value;
  if (!exists) throw new UsageError(`--${flag} is a day of the calendar, YYYY-MM-DD; got ${quoted(value)}.`);
  return value;
}

function positiveInteger(flag: string, value: string): number {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : 0;
  if (number === 0) throw new UsageError(`--${flag} is a whole number from 1; got ${quoted(value)}.`);
  return number;
}

function positiveNumber(flag: string, value: string): number {
  const number = /^\d{1,6}(?:\.\d{1,6})?$/.test(value) ? Number(value) : 0;
  if (number === 0) throw new UsageError(`--${flag} is a number above 0; got ${quoted(value)}.`);
  return number;
}

function delimiterOf(value: string): string {
  const delimiter = value === "tab" || value === "\\t" ? "\t" : value;
  if (delimiter.length !== 1 || delimiter === '"') {
    throw new UsageError(`--delimiter is one character, or tab; got ${quoted(value)}.`);
  }
  return delimiter;
}

function columnsOf(values: Partial<Record<ColumnFlag, string>>): Partial<Record<ColumnField, string>> {
  const columns: Partial<Record<ColumnField, string>> = {};
  for (const [flag, field] of Object.entries(COLUMN_FLAGS) as [ColumnFlag, ColumnField][]) {
    const name = values[flag];
    if (name !== undefined) columns[field] = name;
  }
  return columns;
}

function factsOf(words: readonly string[]): Record<string, "number" | "flag"> {
  const facts = words.map((word) => {
    const [, name, kind] = /^(.+):(number|flag)$/.exec(word) ?? [];
    if (name === undefined) {
      throw new UsageError(`--fact is NAME:number or NAME:flag; got ${quoted(word)}.`);
    }
    return [name, kind as "number" | "flag"] as const;
  });
  return Object.fromEntries(facts);
}

function quoted(value: string): string {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value);
}
