import { createCustomerTable } from "../../../src/customers/createCustomerTable.ts";
import type { CustomerTable, FactColumns } from "../../../src/customers/customerTable.ts";
import { BUILTIN_FACTS } from "../../../src/customers/facts.ts";
import { type Column, type ColumnKind, createColumn } from "../../../src/units/column.ts";

/** Whole numbers from 0 up to `end`, the same on every host. */
type Below = (end: number) => number;

/** Xorshift with 32 bits of state: whole numbers only, so no engine rounds it differently. */
function createBelow(seed: number): Below {
  let state = Math.imul(seed, 0x9e37_79b1) | 1; // never 0, where the sequence would stand still
  return (end) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % end;
  };
}

const AS_OF_DAY = 20_635; // 2026-07-01

/** A value that a fact may have; undefined where nothing is known. */
function someValue(kind: ColumnKind, below: Below): number | undefined {
  if (kind === "count") return below(50) === 0 ? 4_294_967_295 - below(3) : below(3) * below(3);
  if (below(4) === 0) return undefined;
  switch (kind) {
    case "money":
      return below(120_000) - 5_000;
    case "day":
      return AS_OF_DAY - below(900);
    case "number":
      return below(4_000) / 8;
    case "score":
      return below(11);
    default:
      return below(2);
  }
}

function someColumn(kind: ColumnKind, rowCount: number, below: Below): Column {
  const column: Column = createColumn(kind, rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    const value = someValue(kind, below);
    if (value !== undefined) column[row] = value;
  }
  return column;
}

/** A table in which every fact, two of a user's own among them, varies and is missing somewhere. */
export function seededTable(rowCount: number, seed: number): CustomerTable {
  const below = createBelow(seed);
  const facts = Array.from(BUILTIN_FACTS.values(), ({ kind, field }) => [
    field,
    someColumn(kind, rowCount, below),
  ]);
  return createCustomerTable({
    ids: Array.from({ length: rowCount }, (_, row) => `customer ${row}`),
    asOf: "2026-07-01",
    currency: "USD",
    columns: Object.fromEntries(facts) as FactColumns,
    ownFacts: {
      tenureYears: { kind: "number", values: someColumn("number", rowCount, below) as Float64Array },
      vip: { kind: "flag", values: someColumn("flag", rowCount, below) as Uint8Array },
    },
  });
}
