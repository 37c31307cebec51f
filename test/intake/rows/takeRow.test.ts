import { describe, expect, test } from "vitest";
import { createReadingContext } from "../../../src/intake/rows/readingContext.ts";
import { createRowReader } from "../../../src/intake/rows/rowReader.ts";
import { ORDER_ROW_FIELDS } from "../../../src/intake/rows/takeOrder.ts";
import { createRowTaker, type RowSource } from "../../../src/intake/rows/takeRow.ts";

const context = createReadingContext({ currency: "USD" });
const renamed = {
  kind: "order",
  columns: { id: "no", customerId: "who", at: "when", lines: "goods" },
} as const;

describe("orders", () => {
  test.each<[string, RowSource]>([
    ["by the usual names", {}],
    ["by names of their own", renamed],
  ])("have what they inherit left out, each property of it: %s", (_, source) => {
    const take = createRowTaker(context, source, () => undefined);
    for (const inherited of ORDER_ROW_FIELDS) {
      const columns: Readonly<Record<string, string>> = source.columns ?? {};
      const said = ORDER_ROW_FIELDS.map((field) => [columns[field] ?? field, field]);
      const own = said.filter(([, field]) => field !== inherited);
      const row = Object.assign(Object.create(Object.fromEntries(said)), { kind: "order" });
      Object.assign(row, Object.fromEntries(own));
      const expected = Object.fromEntries(ORDER_ROW_FIELDS.map((field) => [field, field]));
      expect(take(row)).toEqual({ ...expected, kind: "order", [inherited]: undefined });
      expect(take({ ...Object.fromEntries(said), kind: "order" })).toEqual({ ...expected, kind: "order" });
    }
  });

  test.each([...ORDER_ROW_FIELDS])(
    "are not taken for holding what somebody taught all objects: %s",
    (field) => {
      const row = { kind: "order", id: "o1", customerId: "ann", at: "1970-01-01", amount: 5 };
      const { [field as keyof typeof row]: _, ...own } = row;
      const take = createRowTaker(context, {}, () => undefined);
      const expected = take(own);
      const everywhere = Object.prototype as Record<string, unknown>;
      everywhere[field] = "taught";
      try {
        expect(take(own)).toEqual(expected);
        expect(take(own)).toMatchObject(own);
      } finally {
        delete everywhere[field];
      }
    },
  );

  test("are taken at their word where they pass for plain objects", () => {
    const row = { kind: "order", customerId: "ann", at: "1970-01-01", amount: 5 };
    const liar = new Proxy(row, {
      get: (target, name) => (name === "cost" ? 2 : target[name as keyof typeof row]),
    });
    expect(createRowTaker(context, {}, () => undefined)(liar)).toMatchObject({ ...row, cost: 2 });
  });

  test("may throw where they hold nothing", () => {
    const row = { kind: "order", customerId: "ann", at: "1970-01-01", amount: 5 };
    const strict = new Proxy(row, {
      get(target, name) {
        if (!Object.hasOwn(target, name)) throw new TypeError("no such property");
        return target[name as keyof typeof target];
      },
    });
    const { kind, ...stated } = row;
    expect(createRowReader(context).read(strict, 0)).toEqual(createRowReader(context).read(row, 0));
    expect(createRowTaker(context, {}, () => undefined)(strict)).toMatchObject({
      kind,
      ...stated,
      cost: undefined,
    });
  });
});
