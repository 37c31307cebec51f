import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fc, test as propertyTest } from "@fast-check/vitest";
import { afterAll, describe, expect, test } from "vitest";
import type { InputFormat } from "../../../examples/report/arguments.ts";
import { openInput } from "../../../examples/report/openInput.ts";
import { readCsv } from "../../../examples/report/readCsv.ts";
import { readJsonArray, readJsonLines } from "../../../examples/report/readJson.ts";

const folder = mkdtempSync(join(tmpdir(), "loyalty-ladder-input-"));
afterAll(() => rmSync(folder, { recursive: true }));

function piped(text: string, pieceBytes = 7): Readable {
  const bytes = Buffer.from(text);
  const pieces: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    pieces.push(bytes.subarray(start, start + pieceBytes));
  }
  return Readable.from(pieces);
}

const opened = (text: string, format?: InputFormat) => openInput("-", format, piped(text));

async function all(rows: AsyncIterable<unknown>): Promise<unknown[]> {
  const list: unknown[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

async function rowsOf(batches: AsyncIterable<readonly unknown[]>): Promise<unknown[]> {
  return (await all(batches)).flat() as unknown[];
}

const csv = async (text: string, delimiter?: string) => rowsOf(readCsv(await opened(text, "csv"), delimiter));

const usageError = (message: string | RegExp) =>
  expect.objectContaining({
    name: "UsageError",
    message: typeof message === "string" ? message : expect.stringMatching(message),
  });

describe("openInput", () => {
  test.each([
    ["", "csv"],
    ["customer_id,date\n", "csv"],
    ["\uFEFFcustomer_id,date\n", "csv"],
    [`\n \r\n {"kind":"order"}\n`, "jsonl"],
    [` \n[{"kind":"order"}]`, "json"],
    [`\uFEFF{"a":1}`, "jsonl"],
  ])("finds the format of %j by its first character", async (text, format) => {
    expect((await opened(text)).format).toBe(format);
  });

  test.each([
    ["a.csv", `{"a":1}`, "csv"],
    ["a.TSV", "a\tb", "csv"],
    ["a.jsonl", "nonsense", "jsonl"],
    ["a.ndjson", `{"a":1}`, "jsonl"],
    ["a.json", `{"a":1}`, "jsonl"],
    ["a.json", `[{"a":1}]`, "json"],
    ["a.txt", "a;b", "csv"],
    ["nothing", `[1]`, "json"],
  ])("finds the format of %s holding %s", async (name, text, format) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    expect((await openInput(file, undefined, piped(""))).format).toBe(format);
  });

  test("believes the caller before all else", async () => {
    expect((await opened("a,b", "json")).format).toBe("json");
  });

  test("gives the whole text again, without its byte order mark, letters never cut", async () => {
    const text = `\n\nkhách,ngày\n${"Nấc thang ".repeat(50)}`;
    const input = await openInput("-", undefined, piped(`\uFEFF${text}`, 1));
    expect(input.firstLine).toBe("khách,ngày");
    expect((await all(input.texts)).join("")).toBe(text);
  });

  test.each([
    ["there is no such file", join(folder, "nowhere.csv")],
    ["it is a directory", folder],
  ])("says that %s", async (reason, file) => {
    await expect(openInput(file, undefined, piped(""))).rejects.toThrow(
      usageError(`Cannot read ${file}: ${reason}.`),
    );
  });

  test("refuses UTF-16", async () => {
    const stream = Readable.from([Buffer.from("\uFEFFa,b", "utf16le")]);
    await expect(openInput("-", undefined, stream)).rejects.toThrow(
      usageError("standard input is in UTF-16; save it as UTF-8."),
    );
  });

  test.each([
    ["in the first piece", ["a,b\n1,M\xfcller\n"]],
    ["later", ["a,b\n1,x\n", "2,M\xfcller\n"]],
    ["in a letter that the end cuts off", ["a,b\n1,x\n", "2,\xc3"]],
  ])("refuses what is not UTF-8, %s", async (_, pieces) => {
    const stream = Readable.from(pieces.map((piece) => Buffer.from(piece, "latin1")));
    const text = openInput("-", undefined, stream).then((input) => all(input.texts));
    await expect(text).rejects.toThrow(usageError("standard input is not UTF-8; save it as UTF-8."));
  });

  test("says why a stream broke off", async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from("a,b\n1,2\n");
        throw Object.assign(new Error("read failed"), { code: "EIO" });
      })(),
    );
    const input = await openInput("-", undefined, broken);
    await expect(all(input.texts)).rejects.toThrow(usageError("Cannot read standard input: EIO."));
  });
});

describe("readCsv", () => {
  test("takes quotes, quoted separators and line ends, CRLF, a byte order mark and empty lines", async () => {
    const text = '\uFEFFid,note,amount\r\n1,"a, ""b""",5\r\n\r\n2,"two\r\nlines",6\r\n3,5" pipe,7';
    expect(await csv(text)).toEqual([
      { id: "1", note: 'a, "b"', amount: "5" },
      { id: "2", note: "two\r\nlines", amount: "6" },
      { id: "3", note: '5" pipe', amount: "7" },
    ]);
  });

  test.each([";", "\t", "|", ","])("finds the separator %j", async (separator) => {
    const text = `"a,b",c,d\n1,2,3\n`.replaceAll(/,(?![^"]*"[,;|\t])/g, separator);
    expect(await csv(text)).toEqual([{ "a,b": "1", c: "2", d: "3" }]);
  });

  test("takes the separator that it is told", async () => {
    expect(await csv("a:b,c\n1:2,3\n", ":")).toEqual([{ a: "1", "b,c": "2,3" }]);
  });

  test("leaves out fields that a line lacks, and refuses to cut a line that has too many", async () => {
    expect(await csv("id,amount,note\n1,5\n2,1,234.50,x\n3,7,y\n")).toEqual([
      { id: "1", amount: "5", note: undefined },
      "2,1,234.50,x",
      { id: "3", amount: "7", note: "y" },
    ]);
  });

  test("names columns without a name by their place, and trims names", async () => {
    expect(await csv(" id ,,amount\n1,x,5\n")).toEqual([{ id: "1", "column 2": "x", amount: "5" }]);
  });

  test("tells the names also where no rows follow", async () => {
    const told: unknown[] = [];
    const input = await opened("id,amount", "csv");
    const choose = (names: readonly string[]) => {
      told.push(names);
      return names;
    };
    expect(await rowsOf(readCsv(input, undefined, choose))).toEqual([]);
    expect(told).toEqual([["id", "amount"]]);
  });

  test("gives the columns that were chosen, and still refuses a line that has too many fields", async () => {
    const input = await opened("id,note,amount\n1,x,5\n2,y\n3,z,6,7\n", "csv");
    expect(await rowsOf(readCsv(input, undefined, () => ["amount", "id"]))).toEqual([
      { amount: "5", id: "1" },
      { amount: undefined, id: "2" },
      "3,z,6,7",
    ]);
  });

  test("gives nothing for nothing, and nothing for a header alone", async () => {
    expect(await csv("")).toEqual([]);
    expect(await csv("\n\n")).toEqual([]);
    expect(await csv("id,amount")).toEqual([]);
  });

  test("takes a header like __proto__ for what it is", async () => {
    const [row] = await csv("__proto__,id\n1,2\n");
    expect(Object.entries(row as object)).toEqual([
      ["__proto__", "1"],
      ["id", "2"],
    ]);
  });

  test("refuses two columns of one name", async () => {
    await expect(csv("id, id \n1,2\n")).rejects.toThrow(
      usageError('standard input has two columns named "id".'),
    );
  });

  test("refuses a quote that is never closed, however long the file", async () => {
    await expect(csv('id,amount\n1,"5\n2,6\n')).rejects.toThrow(
      usageError(/^standard input is not readable as CSV: Quote Not Closed.*[^.]\.$/),
    );
    await expect(csv(`id,amount\n1,"5\n${"2,6\n".repeat(300_000)}`)).rejects.toThrow(
      usageError(/^standard input is not readable as CSV: Max Record Size.*[^.]\.$/),
    );
  });

  const field = fc.string({ unit: fc.constantFrom(...'ab ,;"\n\ré|\t'), maxLength: 6 });
  const quoted = (one: string) => `"${one.replaceAll('"', '""')}"`;

  propertyTest.prop([fc.array(fc.tuple(field, field), { maxLength: 8 }), fc.integer({ min: 1, max: 40 })])(
    "what was quoted comes back, however the file is cut into pieces",
    async (records, pieceBytes) => {
      const text = ["id,note", ...records.map((record) => record.map(quoted).join(","))].join("\r\n");
      const input = await openInput("-", "csv", piped(text, pieceBytes));
      expect(await rowsOf(readCsv(input))).toEqual(records.map(([id, note]) => ({ id, note })));
    },
  );
});

describe("readJsonLines", () => {
  test("gives a row per line, and a line that is no JSON as its text", async () => {
    const text = `{"a":1}\r\n\n  {"a":"é"}\n{"a":\n[1]\n"x"`;
    expect(await rowsOf(readJsonLines(await opened(text, "jsonl")))).toEqual([
      { a: 1 },
      { a: "é" },
      '{"a":',
      [1],
      "x",
    ]);
  });

  test("gives nothing for nothing", async () => {
    expect(await rowsOf(readJsonLines(await opened("\n\n", "jsonl")))).toEqual([]);
  });

  test("refuses a line that never ends", async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(1_000_000, "x");
      })(),
    );
    const input = await openInput("-", "jsonl", endless);
    await expect(rowsOf(readJsonLines(input))).rejects.toThrow(
      usageError("standard input has a line of more than 16000000 characters."),
    );
  });
});

describe("readJsonArray", () => {
  test("gives the elements", async () => {
    expect(await rowsOf(readJsonArray(await opened(`[{"a":1},2]`, "json")))).toEqual([{ a: 1 }, 2]);
  });

  test.each([
    [`[{"a":1},`, /^standard input is not JSON: .*[^.]\.$/],
    [`{"a":1}`, "standard input is JSON, but not an array of rows."],
  ])("refuses %s", async (text, message) => {
    await expect(opened(text, "json").then((input) => rowsOf(readJsonArray(input)))).rejects.toThrow(
      usageError(message),
    );
  });
});
