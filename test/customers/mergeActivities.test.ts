import { describe, expect, it } from "vitest";
import { eachActivity } from "../../src/customers/activityAt.ts";
import { createActivityTable } from "../../src/customers/createActivityTable.ts";
import { mergeActivities } from "../../src/customers/mergeActivities.ts";
import { did, order } from "./support/activities.ts";

const USD = { currency: "USD" };

describe("mergeActivities", () => {
  it("keeps a repeated id once, both contents of a conflicting one, and every row without an id", () => {
    const one = order("2026-01-01", 1, { id: "o1" });
    const other = order("2026-01-01", 2, { id: "o1" });
    const nameless = order("2026-01-01", 3);
    const merged = mergeActivities(
      createActivityTable([one, nameless], USD),
      createActivityTable([one, other, nameless], USD),
    );
    expect([...eachActivity(merged)]).toEqual([one, nameless, other, nameless]);
    expect(merged.mayDoubleCount).toBe(true);
  });

  it("brings every kind and field through, under its own dictionary of customers", () => {
    const first = [did("alias", "2026-01-01", { customerId: "bob", otherId: "ann" })];
    const second = [
      did("alias", "2026-01-01", { customerId: "carl", otherId: "dan" }),
      did("referral", "2026-01-01", { prompted: false, referredId: "eve" }),
      did("profile", "2026-01-01", { birthday: "02-29", contactable: true, facts: { vip: true } }),
    ];
    const merged = mergeActivities(createActivityTable(first, USD), createActivityTable(second, USD));
    expect([...eachActivity(merged)]).toHaveLength(4);
    expect([...eachActivity(merged)]).toEqual(expect.arrayContaining([...first, ...second]));
    expect(merged.customerIds).toEqual(
      ["bob", "ann", "carl", "dan"].sort(
        (a, b) => merged.customerIds.indexOf(a) - merged.customerIds.indexOf(b),
      ),
    );
    expect(new Set(merged.customerIds).size).toBe(merged.customerIds.length);
  });

  it("refuses parts of another currency or zone", () => {
    const part = createActivityTable([], USD);
    const codeOf = (other: typeof part) => {
      try {
        return String(mergeActivities(part, other).rowCount);
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(codeOf(createActivityTable([], { currency: "EUR" }))).toBe("currency_mismatch");
    expect(codeOf(createActivityTable([], { ...USD, timeZone: "Asia/Tokyo" }))).toBe("time_zone_mismatch");
    expect(codeOf(part)).toBe("0");
  });
});
