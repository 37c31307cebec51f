import { fc } from "@fast-check/vitest";
import type { Activity } from "../../src/customers/activity.ts";
import { zoneOf } from "../../src/units/timeZone.ts";

/** The zone of generated activities. */
export const ZONE = "America/New_York";

export const READING = { currency: "USD", timeZone: ZONE } as const;

const id = fc.oneof(
  fc.string({ minLength: 1 }).filter((text) => text.trim() !== ""),
  fc.constantFrom("__proto__", "constructor", "toString", "a\nb", "\ud800", "0"),
);
const minor = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }),
  fc.integer({ min: 0, max: 999_999_999_999_999 }),
);
const text = fc.string({ minLength: 1 });
const flag = fc.boolean();
const measure = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const count = fc.nat();
const factName = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,20}$/).map((name) => `own_${name}`);
const factValue = fc.oneof(
  flag,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
const line = fc
  .dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { noNullPrototype: true })
  .map((value) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>);
const birthday = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2020-12-31"), noInvalidDate: true })
  .chain((date) => fc.constantFrom(date.toISOString().slice(0, 10), date.toISOString().slice(5, 10)));

const when = fc
  .integer({ min: Date.parse("1990-01-01T00:00:00Z"), max: Date.parse("2040-01-01T00:00:00Z") })
  .map((atMs) => ({ atMs, day: zoneOf(ZONE).dayOf(atMs) }));

/** An optional property is absent where fast-check leaves it out, never undefined. */
function carrying<T extends object>(
  kind: string,
  model: { [P in keyof T]: fc.Arbitrary<T[P]> },
  needed: (keyof T)[],
) {
  const base = fc.record({ id, customerId: id }, { requiredKeys: ["customerId"] });
  return fc
    .tuple(base, when, fc.record(model, { requiredKeys: needed }))
    .map(([who, at, carried]) => ({ kind, ...who, ...at, ...carried }) as unknown as Activity);
}

/** Any activity that a row can state. */
export const anyActivity: fc.Arbitrary<Activity> = fc.oneof(
  carrying("interest", { channel: text }, []),
  carrying(
    "order",
    { amountMinor: minor, costMinor: minor, units: measure, lines: fc.array(line, { maxLength: 3 }) },
    ["amountMinor"],
  ),
  carrying("refund", { orderId: id, amountMinor: minor, costMinor: minor }, ["orderId", "amountMinor"]),
  carrying("cancellation", { orderId: id }, ["orderId"]),
  carrying("membership", { joined: flag, plan: text }, ["joined"]),
  carrying("referral", { prompted: flag, referredId: id, converted: flag }, []),
  carrying("testimonial", { rating: measure }, []),
  carrying("review", { rating: measure }, []),
  carrying("social", { rating: measure }, []),
  carrying(
    "survey",
    { instrument: fc.constantFrom("nps", "intent"), score: fc.integer({ min: 0, max: 10 }) },
    ["instrument", "score"],
  ),
  carrying("survey", { instrument: fc.constant("csat"), score: fc.integer({ min: 1, max: 5 }) }, [
    "instrument",
    "score",
  ]),
  carrying("survey", { instrument: fc.constant("ces"), score: fc.integer({ min: 1, max: 7 }) }, [
    "instrument",
    "score",
  ]),
  carrying("complaint", { contacts: count }, []),
  carrying("resolution", { complaintId: id, contacts: count }, ["complaintId"]),
  carrying("market", { targeted: flag, reachable: flag }, []),
  carrying(
    "profile",
    {
      birthday,
      contactable: flag,
      facts: fc.dictionary(factName, factValue, { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
    },
    [],
  ),
  carrying("alias", { otherId: id }, ["otherId"]),
);

/** Anything but a row that can be read: no objects, objects without a kind, and good rows with one thing spoilt. */
export const badRow: fc.Arbitrary<unknown> = fc.oneof(
  fc
    .anything()
    .filter((value) => typeof value !== "object" || value === null || !Object.hasOwn(value, "kind")),
  fc.record({ kind: fc.string().map((kind) => `x${kind}`), customerId: id, at: fc.constant(0) }),
  fc
    .record({
      kind: fc.constantFrom("order", "refund", "review", "market", "profile"),
      customerId: fc.constant("ann"),
      orderId: fc.constant("o1"),
      at: fc.anything().filter((value) => typeof value !== "number" && !(value instanceof Date)),
      amount: fc.anything(),
      rating: fc.anything(),
      targeted: fc.anything(),
      facts: fc.anything(),
    })
    .map((row) => ({ ...row, customerId: "" })),
);
