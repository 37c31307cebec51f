import { afterEach, describe, expect, test, vi } from "vitest";
import { createCustomerTable } from "../../src/customers/createCustomerTable.ts";
import { customerAt } from "../../src/customers/customerAt.ts";
import type { CustomerTable } from "../../src/customers/customerTable.ts";
import { BUILTIN_FACTS } from "../../src/customers/facts.ts";
import { residentTable } from "../../src/customers/residentTable.ts";
import { withFacts } from "../../src/customers/withFacts.ts";
import type { Column } from "../../src/units/column.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

function smallTable(): CustomerTable {
  return createCustomerTable({
    ids: ["ann", "bob", "eve"],
    asOf: "2026-06-30",
    currency: "USD",
    columns: {
      orders: Uint32Array.of(0, 7, 2 ** 32 - 1),
      revenueMinor: Float64Array.of(Number.NaN, 0, Number.MAX_SAFE_INTEGER),
      lastOrderDay: Int32Array.of(-1, 20_000, -(2 ** 31)),
      nps: Uint8Array.of(0, 10, 255),
    },
    ownFacts: {
      risk: { kind: "number", values: Float64Array.of(0.5, Number.NaN, -1) },
      vip: { kind: "flag", values: Uint8Array.of(1, 0, 255) },
    },
    birthdays: Uint16Array.of(0, 229, 1231),
  });
}

function buffersOf(table: CustomerTable): Set<ArrayBufferLike> {
  const columns = Object.values(table.columns as unknown as Record<string, Column>);
  const own = [...table.ownFacts.values()].map(({ values }) => values);
  return new Set([...columns, ...own].map(({ buffer }) => buffer));
}

describe("a resident table", () => {
  test("says what the table said, from one block of memory", () => {
    const table = smallTable();
    const resident = residentTable(table);
    expect(resident).toEqual(table);
    expect([0, 1, 2].map((row) => customerAt(resident, row))).toEqual(
      [0, 1, 2].map((row) => customerAt(table, row)),
    );
    expect(buffersOf(resident).size).toBe(1);
    expect(buffersOf(table).size).toBe(BUILTIN_FACTS.size + 2);
  });

  test("is a copy: writing into one changes nothing in the other", () => {
    const table = smallTable();
    const resident = residentTable(table);
    table.columns.orders[0] = 5;
    expect(resident.columns.orders[0]).toBe(0);
  });

  test("may have no rows, and may be made of a resident one that was given more facts", () => {
    const empty = createCustomerTable({ ids: [], asOf: "2026-06-30", currency: "USD" });
    expect(residentTable(empty)).toEqual(empty);
    const more = withFacts(residentTable(smallTable()), {
      late: { kind: "number", values: Float64Array.of(1, 2, 3) },
    });
    expect(buffersOf(more).size).toBe(2);
    const again = residentTable(more);
    expect(again).toEqual(more);
    expect(buffersOf(again).size).toBe(1);
  });

  test.each([
    ["no WebAssembly", undefined],
    [
      "a memory that is refused",
      {
        Memory: class {
          constructor() {
            throw new RangeError("could not allocate memory");
          }
        },
      },
    ],
  ])("is the table itself where the host has %s", (_, refusing) => {
    vi.stubGlobal("WebAssembly", refusing);
    const table = smallTable();
    expect(residentTable(table)).toBe(table);
  });
});
