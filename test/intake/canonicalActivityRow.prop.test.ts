import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { ActivityKind } from "../../src/customers/activity.ts";
import { CARRIED_NAMES, KIND_NAMES, namesOfKind } from "../../src/intake/columns/activityNames.ts";
import { canonicalActivityRow } from "../../src/intake/index.ts";

const kinds = Object.keys(CARRIED_NAMES) as ActivityKind[];
const usualNames = [...new Set(kinds.flatMap((kind) => Object.values(namesOfKind(kind)).flat()))];
const name = fc.oneof(
  { arbitrary: fc.constantFrom(...KIND_NAMES), weight: 3 },
  { arbitrary: fc.constantFrom(...usualNames, ...usualNames.map((one) => one.toUpperCase())), weight: 8 },
  { arbitrary: fc.constantFrom("name", "financial_status", "note", "__proto__", "orderId"), weight: 1 },
);
const value = fc.oneof(
  fc.constantFrom(...kinds, "sale", "return", "joined", "NPS", "web", "void"),
  fc.constantFrom(undefined, null, "", " ", true, false, "yes", "no", 7, 1_767_632_400, -0, 12n),
  fc.constantFrom({ id: "o1" }, [1], "o1", "2026-01-05"),
);
const row = fc
  .array(fc.tuple(name, value), { maxLength: 9 })
  .map((entries) => Object.fromEntries(entries) as Record<string, unknown>);

/** Two names that are one, though they say nothing, are seen to only where every value is looked at. */
const slowly = (one: object) => ({ ...one, "?x": null, "x?": null });

describe("rows", () => {
  test.prop([row], { numRuns: 5_000 })("are renamed by their names as by their values", (one) => {
    expect(canonicalActivityRow(one)).toStrictEqual(canonicalActivityRow(slowly(one)));
  });

  test.prop([fc.array(row, { minLength: 70, maxLength: 200 })], { numRuns: 5 })(
    "are renamed alike, however many others came in between",
    (rows) => {
      const first = rows.map((one) => canonicalActivityRow(one));
      expect(rows.map((one) => canonicalActivityRow(one))).toStrictEqual(first);
    },
  );
});
