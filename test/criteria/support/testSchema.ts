import type { ColumnKind, FactColumn, FactSchema } from "../../../src/units/column.ts";

const NAMES: Readonly<Record<ColumnKind, readonly string[]>> = {
  count: ["orders", "visits", "reviews"],
  money: ["revenue", "profit"],
  day: ["firstOrderAt", "lastOrderAt"],
  number: ["rhythm", "tenure"],
  score: ["nps", "csat"],
  flag: ["member", "vip"],
};

const FIELD_ENDINGS: Partial<Record<ColumnKind, string>> = { money: "Minor", day: "Day" };

/** A few facts of every kind, most under the names of customers' facts; criteria do not care. */
export const TEST_SCHEMA: FactSchema = new Map(
  (Object.keys(NAMES) as ColumnKind[]).flatMap((kind) =>
    NAMES[kind].map((name): [string, FactColumn] => [
      name,
      { kind, field: `${name}${FIELD_ENDINGS[kind] ?? ""}` },
    ]),
  ),
);
