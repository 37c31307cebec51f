import type { ColumnKind, FactColumn, FactSchema, OwnFactKind } from "../units/column.ts";

/** The counts over a customer's life; each has a `recent` twin for the window. */
const COUNTED = [
  "interests",
  "orders",
  "orderDays",
  "referrals",
  "unpromptedReferrals",
  "convertedReferrals",
  "testimonials",
  "reviews",
  "mentions",
  "complaints",
  "openComplaints",
  "firstContactResolutions",
] as const;

type Counted = (typeof COUNTED)[number];
type Recent<Name extends string> = `recent${Capitalize<Name>}`;

/** A fact that counts: `orders`, `recentOrders` … */
export type CountFact = Counted | Recent<Counted>;
/** A fact that is an amount of money: `revenue`, `profit` and their twins. */
export type MoneyFact = "revenue" | "profit" | "recentRevenue" | "recentProfit";
/** A fact that is a calendar day. */
export type DayFact = "firstOrderAt" | "lastOrderAt" | "lastInterestAt" | "memberSince";
/** A fact that is a fraction. */
export type NumberFact = "recencyDays" | "meanGapDays" | "rhythm";
/** The latest score of a survey. */
export type ScoreFact = "nps" | "intent" | "csat" | "ces";
/** A fact that is true, false or never said. */
export type FlagFact = "member" | "targeted" | "reachable" | "contactable";

/** Every fact that is known of a customer without facts of the user's own. */
export type BuiltinFact = CountFact | MoneyFact | DayFact | NumberFact | ScoreFact | FlagFact;

/** The property that holds a count: its name. */
export type CountField = CountFact;
/** The property that holds an amount, in integer minor units. */
export type MoneyField = "revenueMinor" | "profitMinor" | "recentRevenueMinor" | "recentProfitMinor";
/** The property that holds a day, as an epoch day. */
export type DayField = "firstOrderDay" | "lastOrderDay" | "lastInterestDay" | "memberSinceDay";

/**
 * The facts of one customer on one day: one row of a table. Plain data, safe for JSON. A fact that is not
 * known is absent, and fails every comparison. Money is in integer minor units, days are epoch days.
 * Users' own facts stand beside the built-in ones, under their own names.
 */
export type CustomerFacts = { readonly [F in CountField]: number } & {
  readonly [F in MoneyField | DayField | NumberFact | ScoreFact]?: number;
} & { readonly [F in FlagFact]?: boolean };

function fieldOf(fact: string, kind: ColumnKind): string {
  if (kind === "money") return `${fact}Minor`;
  if (kind === "day") return fact.endsWith("At") ? `${fact.slice(0, -2)}Day` : `${fact}Day`;
  return fact;
}

/** The recent twin of a count: `orders` → `recentOrders`. */
export function recentTwinOf<Name extends string>(name: Name): Recent<Name> {
  return `recent${name.charAt(0).toUpperCase()}${name.slice(1)}` as Recent<Name>;
}

function namesByKind(): readonly (readonly [ColumnKind, readonly BuiltinFact[]])[] {
  return [
    ["count", [...COUNTED, ...COUNTED.map(recentTwinOf)]],
    ["money", ["revenue", "profit", "recentRevenue", "recentProfit"]],
    ["day", ["firstOrderAt", "lastOrderAt", "lastInterestAt", "memberSince"]],
    ["number", ["recencyDays", "meanGapDays", "rhythm"]],
    ["score", ["nps", "intent", "csat", "ces"]],
    ["flag", ["member", "targeted", "reachable", "contactable"]],
  ];
}

/**
 * Every built-in fact with the kind and the field of its column, in a fixed order.
 *
 * @example
 * BUILTIN_FACTS.get("revenue"); // => { kind: "money", field: "revenueMinor" }
 */
export const BUILTIN_FACTS: ReadonlyMap<BuiltinFact, FactColumn> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ namesByKind().flatMap(([kind, names]) =>
    names.map((name) => [name, { kind, field: fieldOf(name, kind) }] as const),
  ),
);

/** The facts that users declare as their own: name → kind. */
export type OwnFactKinds = Readonly<Record<string, OwnFactKind>>;

/**
 * The built-in facts and the user's own, as criteria see them.
 *
 * @example
 * factSchemaOf({ vip: "flag" }).get("vip"); // => { kind: "flag", field: "vip" }
 */
export function factSchemaOf(ownFacts: OwnFactKinds = {}): FactSchema {
  const schema = new Map<string, FactColumn>(BUILTIN_FACTS);
  for (const [name, kind] of Object.entries(ownFacts)) schema.set(name, { kind, field: name });
  return schema;
}
