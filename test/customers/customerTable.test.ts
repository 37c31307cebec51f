import { describe, expect, it } from "vitest";
import { type CustomerTableInput, createCustomerTable } from "../../src/customers/createCustomerTable.ts";
import { customerAt } from "../../src/customers/customerAt.ts";
import { customersWithBirthday } from "../../src/customers/customersWithBirthday.ts";
import { BUILTIN_FACTS, factSchemaOf, recentTwinOf } from "../../src/customers/facts.ts";
import { withFacts } from "../../src/customers/withFacts.ts";

const BASE = { ids: ["ann", "bob"], asOf: "2026-06-30", currency: "USD" };

function problem(work: () => unknown): string {
  try {
    work();
    return "accepted";
  } catch (error) {
    const { code, path } = error as { code: string; path: readonly (string | number)[] };
    return `${code} ${path.join("/")}`;
  }
}

const creating = (more: Partial<CustomerTableInput> | Record<string, unknown>) =>
  problem(() => createCustomerTable({ ...BASE, ...more } as CustomerTableInput));

describe("createCustomerTable", () => {
  it("takes columns as they are and leaves the rest zero or missing", () => {
    const orders = Uint32Array.of(1, 2);
    const table = createCustomerTable({
      ...BASE,
      columns: { orders, revenueMinor: Float64Array.of(5, Number.NaN) },
    });
    expect(table.columns.orders).toBe(orders);
    expect(customerAt(table, 0)).toMatchObject({ orders: 1, interests: 0, revenueMinor: 5 });
    expect(customerAt(table, 1)).not.toHaveProperty("revenueMinor");
    expect(customerAt(table, 1)).not.toHaveProperty("member");
  });

  it("shows users' own facts beside the built-in ones", () => {
    const table = createCustomerTable({
      ...BASE,
      ownFacts: {
        vip: { kind: "flag", values: Uint8Array.of(1, 255) },
        score: { kind: "number", values: Float64Array.of(0.5, Number.NaN) },
      },
    });
    expect(customerAt(table, 0)).toMatchObject({ vip: true, score: 0.5 });
    expect(customerAt(table, 1)).not.toHaveProperty("vip");
    expect(customerAt(table, 1)).not.toHaveProperty("score");
  });

  it("refuses columns that do not fit, and says which row", () => {
    expect(creating({ columns: { orders: Uint32Array.of(1) } })).toBe("invalid_column columns/orders");
    expect(creating({ columns: { orders: Float64Array.of(1, 2) } })).toBe("invalid_column columns/orders");
    expect(creating({ columns: { orders: [1, 2] } })).toBe("invalid_column columns/orders");
    expect(creating({ columns: { revenue: Float64Array.of(1, 2) } })).toBe("invalid_column columns/revenue");
    for (const amount of [0.5, 2 ** 53, -0, Number.POSITIVE_INFINITY]) {
      expect(creating({ columns: { revenueMinor: Float64Array.of(1, amount) } })).toBe(
        "invalid_column columns/revenueMinor/1",
      );
    }
    expect(creating({ columns: { rhythm: Float64Array.of(1, Number.POSITIVE_INFINITY) } })).toBe(
      "invalid_column columns/rhythm/1",
    );
    expect(creating({ columns: { nps: Uint8Array.of(10, 11) } })).toBe("invalid_column columns/nps/1");
    expect(creating({ columns: { nps: Uint8Array.of(10, 255) } })).toBe("accepted");
    expect(creating({ columns: { member: Uint8Array.of(2, 1) } })).toBe("invalid_column columns/member/0");
    expect(
      creating({ columns: { member: Uint8Array.of(1, 255), firstOrderDay: Int32Array.of(-1, 0) } }),
    ).toBe("accepted");
    expect(creating({ birthdays: Uint16Array.of(1) })).toBe("invalid_column birthdays");
  });

  it("refuses bad ids, options and facts of one's own", () => {
    expect(creating({ ids: ["ann", "ann"] })).toBe("duplicate_customer ids/1");
    expect(creating({ ids: ["ann", ""] })).toBe("empty_id ids/1");
    expect(creating({ asOf: "yesterday" })).toBe("invalid_option asOf");
    expect(creating({ minimumGapDays: -1 })).toBe("invalid_option minimumGapDays");
    expect(creating({ currency: "BTC" })).toBe("unknown_currency currency");
    expect(creating({ timeZone: "Mars" })).toBe("invalid_time_zone timeZone");
    expect(creating({ ownFacts: { orders: { kind: "number", values: Float64Array.of(1, 2) } } })).toBe(
      "reserved_fact ownFacts/orders",
    );
    expect(creating({ ownFacts: { x: { kind: "number", values: Float64Array.of(1) } } })).toBe(
      "invalid_column ownFacts/x",
    );
  });

  it("makes a table without rows", () => {
    expect(createCustomerTable({ ...BASE, ids: [] }).rowCount).toBe(0);
  });
});

describe("customerAt", () => {
  it("refuses a row that is not there", () => {
    const table = createCustomerTable(BASE);
    for (const row of [-1, 2, 0.5, Number.NaN])
      expect(problem(() => customerAt(table, row))).toBe("unknown_customer ");
  });
});

describe("withFacts", () => {
  it("adds and replaces facts of one's own without touching the table", () => {
    const table = createCustomerTable(BASE);
    const one = withFacts(table, { risk: { kind: "number", values: Float64Array.of(0.1, 0.2) } });
    const two = withFacts(one, { risk: { kind: "flag", values: Uint8Array.of(0, 1) } });
    expect(table.ownFacts.size).toBe(0);
    expect(customerAt(one, 1)).toMatchObject({ risk: 0.2 });
    expect(customerAt(two, 1)).toMatchObject({ risk: true });
  });

  it("checks name and column", () => {
    const table = createCustomerTable(BASE);
    const values = Float64Array.of(1, 2);
    expect(problem(() => withFacts(table, { rhythm: { kind: "number", values } }))).toBe(
      "reserved_fact ownFacts/rhythm",
    );
    expect(problem(() => withFacts(table, { x: { kind: "number", values: values.subarray(1) } }))).toBe(
      "invalid_column x",
    );
  });
});

describe("customersWithBirthday", () => {
  const table = createCustomerTable({
    ...BASE,
    ids: ["leap", "eve", "no", "may", "none"],
    birthdays: Uint16Array.of(229, 1231, 1231, 505, 0),
    columns: { contactable: Uint8Array.of(255, 1, 0, 1, 1) },
  });

  it("finds birthdays across a year's end, by day, without those who said no", () => {
    const found = customersWithBirthday(table, { from: "2026-12-01", to: "2027-03-01" });
    expect(found).toEqual([
      { id: "eve", row: 1, on: "2026-12-31" },
      { id: "leap", row: 0, on: "2027-02-28" },
    ]);
  });

  it("takes everybody when asked, ties by id, leap days where there are some", () => {
    const found = customersWithBirthday(table, {
      from: "2027-12-31",
      to: "2028-12-30",
      includeUncontactable: true,
    });
    expect(found.map(({ id, on }) => `${id} ${on}`)).toEqual([
      "eve 2027-12-31",
      "no 2027-12-31",
      "leap 2028-02-29",
      "may 2028-05-05",
    ]);
  });

  it("refuses days that are none, backward spans and spans above a year", () => {
    expect(problem(() => customersWithBirthday(table, { from: "x", to: "2026-01-01" }))).toBe(
      "invalid_option from",
    );
    expect(problem(() => customersWithBirthday(table, { from: "2026-01-02", to: "2026-01-01" }))).toBe(
      "invalid_option to",
    );
    expect(problem(() => customersWithBirthday(table, { from: "2026-01-01", to: "2027-01-02" }))).toBe(
      "invalid_option to",
    );
  });
});

describe("the registry of facts", () => {
  it("gives every count a twin and every field a unit", () => {
    for (const [name, { kind, field }] of BUILTIN_FACTS) {
      if (kind === "count" && !name.startsWith("recent"))
        expect(BUILTIN_FACTS.has(recentTwinOf(name) as never)).toBe(true);
      if (kind === "money") expect(field).toBe(`${name}Minor`);
      if (kind === "day") expect(field).toMatch(/Day$/);
    }
  });

  it("adds facts of one's own to the schema", () => {
    expect(factSchemaOf({ vip: "flag" }).get("vip")).toEqual({ kind: "flag", field: "vip" });
    expect(factSchemaOf().size).toBe(BUILTIN_FACTS.size);
  });
});
