import { fc } from "@fast-check/vitest";
import { ACTIVITY_KINDS } from "../../../src/customers/columns/activityFields.ts";

const nothing = fc.constantFrom(undefined, null, "");
const anything = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true });

/** Mostly what fits, and everything that nearly does. */
function mostly<T>(fitting: fc.Arbitrary<T>, odd: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc.oneof(
    { arbitrary: fitting, weight: 60 },
    { arbitrary: fc.constantFrom(...odd), weight: 8 },
    { arbitrary: nothing, weight: 1 },
    { arbitrary: anything, weight: 1 },
  );
}

const id = mostly(fc.constantFrom("c1", "o-2", 7, "__proto__", "Ö", " pad "), [
  "  ",
  "\u00a0",
  "\u007f",
  "\ud800",
  0,
  -0,
  1.5,
  2 ** 53,
  12n,
  Number.NaN,
  true,
  Object("boxed"),
]);

const isoText = fc
  .tuple(
    fc.date({
      min: new Date("0001-01-01T00:00:00Z"),
      max: new Date("9999-12-31T23:59:59Z"),
      noInvalidDate: true,
    }),
    fc.constantFrom(10, 16, 19, 21, 23),
    fc.constantFrom("T", " ", "t"),
    fc.constantFrom("", "Z", "Z", "Z", "z", " UTC", "+07:00", "-0330", "+14", " +0000", "-12:00"),
  )
  .map(([date, length, separator, offset]) => {
    const text = date.toISOString().slice(0, length).replace("T", separator);
    return length === 10 ? text : text + offset;
  });

const spoiltText = fc
  .tuple(isoText, fc.nat(25), fc.constantFrom("", "0", "9", " ", "-", ":", ".", "Z", "٣", "x"))
  .map(([text, at, sign]) => text.slice(0, at) + sign + text.slice(at + 1));

const instant = mostly(
  fc.oneof(
    { arbitrary: isoText, weight: 12 },
    { arbitrary: spoiltText, weight: 2 },
    { arbitrary: fc.date(), weight: 1 },
    { arbitrary: fc.integer(), weight: 2 },
    { arbitrary: fc.double(), weight: 1 },
  ),
  [
    "2024-02-29",
    "2023-02-29",
    "1900-02-29",
    "2026-04-31",
    "0000-12-31",
    "0001-01-01",
    "9999-12-31",
    "10000-01-01",
    "2011-12-30",
    "2026-03-08T02:30:00",
    "2026-03-29 02:30",
    "2026-11-01 01:30",
    " 2026-01-05 ",
    "2026-01-05\n",
    "1767632400000",
    1_767_632_400,
    "1767632400",
    -0,
    8.64e15,
    new Date(Number.NaN),
  ],
);

const amount = mostly(
  fc.oneof(
    fc
      .tuple(fc.nat(10 ** 9), fc.constantFrom(0, 1, 2, 2, 2, 3, 4))
      .map(([whole, places]) => (whole / 10 ** places).toFixed(places)),
    fc.nat(10 ** 9).map((minor) => minor / 100),
    fc.nat(),
  ),
  [
    "12.",
    ".5",
    ".",
    "1.2.3",
    "-5",
    "-0",
    "+5",
    "1e3",
    "007.50",
    "12.5000",
    "1,234.50",
    " 12.50 ",
    "٣.50",
    "9007199254740991",
    "9007199254740992",
    "9007199254740993",
    "90071992547409.91",
    "90071992547409.92",
    "99999999999999.99",
    "0.0000000000000001",
    0.1 + 0.2,
    -0,
    1e15,
    1e21,
    Number.POSITIVE_INFINITY,
    12n,
  ],
);

const flag = mostly(fc.constantFrom(true, false, "yes", "N", 0, "1"), [" True ", 2, "maybe", -0]);
const measure = mostly(fc.oneof(fc.nat(10), fc.constantFrom("4.5", 3.5)), [
  -1,
  "-0",
  -0,
  "1e2",
  " 5 ",
  ".5",
  "5.",
]);
const text = mostly(fc.string(), [5, " "]);

const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  id,
  customerId: id,
  at: instant,
  resolvedAt: instant,
  amount,
  cost: amount,
  currency: mostly(fc.constantFrom("USD", undefined), ["usd", " USD ", "EUR", "JPY", "KWD", "XXX", " ", 5]),
  units: measure,
  rating: measure,
  contacts: measure,
  score: measure,
  lines: mostly(fc.constantFrom([], [{ sku: "a", price: -0 }], undefined), [
    "[]",
    [1],
    [[]],
    [{ at: new Date(0) }],
    [Object.create({ inherited: 1 })],
  ]),
  orderId: id,
  complaintId: id,
  otherId: id,
  referredId: id,
  channel: text,
  plan: text,
  status: mostly(fc.constantFrom("joined", "left"), [" Joined ", "gone", 1]),
  instrument: mostly(fc.constantFrom("nps", "csat", "ces", "intent"), [" NPS ", "x"]),
  prompted: flag,
  converted: flag,
  targeted: flag,
  reachable: flag,
  contactable: flag,
  birthday: mostly(fc.constantFrom("1990-05-17", "02-29", "12-31"), [
    "02-30",
    "1990-02-29",
    "1990-5-17",
    " 05-17 ",
  ]),
  facts: mostly(
    fc.dictionary(
      fc.constantFrom("cars", "vip", "orders", "no name", "_x", "__proto__"),
      mostly(fc.constantFrom(2, -0, true), [Number.NaN, "2"]),
      { maxKeys: 2 },
    ),
    [[], "cars", 5],
  ),
};

/** Properties that no kind has. */
const extras = fc.dictionary(fc.constantFrom("note", "Total", "x y"), fc.string(), { maxKeys: 2 });

const kind = mostly(fc.constantFrom(...ACTIVITY_KINDS, "order", "order", "order"), [
  "Order",
  "sale",
  5,
  "__proto__",
]);

/** What a row says: a kind, and values for whatever any kind could carry. */
const said: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(kind, fc.record(values, { requiredKeys: ["customerId", "at", "amount"] }), extras)
  .map(([stated, fields, more]) => ({ kind: stated, ...more, ...fields }));

/** The same said in other ways: each is a recipe, because some rows answer only once. */
const FORMS: readonly ((row: Record<string, unknown>) => () => unknown)[] = [
  ...["kind", "id", "customerId", "at", "amount", "units", "orderId"].map(inheriting),
  (row) => () => Object.assign(Object.create(null), row),
  (row) => () => Object.freeze({ ...row }),
  (row) => () => Object.create(row), // nothing of its own
  (row) => () => Object.assign(Object.create({ cost: "5", currency: "EUR", id: "x" }), row),
  (row) => () => Object.assign(new (class Row {})(), row),
  (row) => () => {
    const slow: Record<string, unknown> = { gone: 1, ...row };
    delete slow.gone;
    return slow;
  },
  (row) => () => withEach(row, (value) => ({ value, enumerable: false })),
  (row) => () => withEach(row, (value) => ({ get: () => value, enumerable: true })),
  (row) => () => {
    let looks = 0;
    return withEach(row, (value) => ({ get: () => (looks++ > 40 ? undefined : value), enumerable: true }));
  },
  (row) => () => withEach(row, once),
  (row) => () => new Proxy(row, {}),
  (row) => () => new Proxy({}, { get: (_, name) => row[name as string] }),
  (row) => () =>
    new Proxy(row, {
      get: (target, name) => (name === "cost" && name in row ? "5" : target[name as string]),
    }),
  (row) => () =>
    new Proxy(row, {
      getOwnPropertyDescriptor: () => {
        throw new Error("closed");
      },
    }),
  (row) => () => withEach(row, (value, name) => (name === "at" ? throwing : { value, enumerable: true })),
  (row) => () => withEach(row, (value, name) => (name === "note" ? throwing : { value, enumerable: true })),
  ({ cost, ...row }) =>
    () =>
      Object.assign(Object.defineProperty({ ...row }, "cost", throwing), row),
  ({ cost, units, ...row }) =>
    () => {
      const inherited = Object.defineProperties({}, { cost: throwing, units: throwing });
      return Object.create(inherited, Object.getOwnPropertyDescriptors(row));
    },
  (row) => () =>
    new Proxy(row, {
      get(target, name) {
        if (!Object.hasOwn(target, name)) throw new Error("no such property");
        return target[name as string];
      },
    }),
  (row) => () => {
    const { proxy, revoke } = Proxy.revocable(row, {});
    revoke();
    return proxy;
  },
  (row) => () => [row],
  () => () => null,
  (row) => () => row,
];

/** Everything is the row's own but one property. */
function inheriting(name: string): (row: Record<string, unknown>) => () => unknown {
  return ({ [name]: value, ...row }) =>
    () =>
      Object.assign(Object.create({ [name]: value }), row);
}

const throwing: PropertyDescriptor = {
  enumerable: true,
  get() {
    throw new Error("closed");
  },
};

/** A property that says what it holds when it is first looked at, and something else ever after. */
function once(value: unknown): PropertyDescriptor {
  let isFresh = true;
  return {
    enumerable: true,
    get() {
      const answer = isFresh ? value : "said already";
      isFresh = false;
      return answer;
    },
  };
}

function withEach(
  row: Record<string, unknown>,
  describe: (value: unknown, name: string) => PropertyDescriptor,
): object {
  const made = {};
  for (const [name, value] of Object.entries(row)) Object.defineProperty(made, name, describe(value, name));
  return made;
}

const PLAIN = FORMS.length - 1;

/** Recipes for rows: clean ones, dirty ones, and objects that behave as no row should. */
export const anyRow: fc.Arbitrary<() => unknown> = fc
  .tuple(
    said,
    fc.oneof(
      { arbitrary: fc.constant(PLAIN), weight: 25 },
      { arbitrary: fc.nat(FORMS.length - 1), weight: 10 },
    ),
  )
  .map(([row, form]) => (FORMS[form] as (row: Record<string, unknown>) => () => unknown)(row));
