import type { ActivityKind } from "../../customers/activity.ts";
import { SCORE_RANGES } from "../../customers/rules/scoreRanges.ts";
import { isoDayOf } from "../../units/day.ts";
import type { AmountForm } from "../../units/money.ts";
import type { Zone } from "../../units/timeZone.ts";
import { optional, refuse, required } from "../fields/field.ts";
import { LINES } from "../fields/linesField.ts";
import { createAmountField, createCurrencyField } from "../fields/moneyFields.ts";
import { OWN_FACTS } from "../fields/ownFactsField.ts";
import {
  COUNT,
  FLAG,
  ID,
  INSTRUMENT,
  MEASURE,
  MEMBERSHIP_STATUS,
  OWN_ID,
  SCORE,
  TEXT,
} from "../fields/plainFields.ts";
import { BIRTHDAY, createInstantField } from "../fields/timeFields.ts";
import { type ActivityShape, createShape } from "./shape.ts";

/** What a row needs beside itself to be read. */
interface ShapeContext {
  /** Undefined when the caller stated none. */
  readonly zone: Zone | undefined;
  readonly amounts: AmountForm;
  /** The currency of the table. */
  readonly currency: string;
  readonly mayConvert: boolean;
}

/** Makes the shape of one kind of row; amounts are read with the decimals of the row's currency. */
type ShapeMaker = (context: ShapeContext, digits: number) => ActivityShape;

function baseOf({ zone }: ShapeContext) {
  return { id: optional(OWN_ID), customerId: required(ID), at: required(createInstantField(zone)) };
}

/** Refunds, cancellations and resolutions name what they belong to; that says whose they are. */
function baseWithoutCustomer(context: ShapeContext) {
  return { ...baseOf(context), customerId: optional(ID) };
}

function moneyOf({ amounts, currency, mayConvert }: ShapeContext, digits: number) {
  const amount = createAmountField(amounts, digits);
  // The reader of rows looks at the currency itself; here it is only checked.
  const checkedCurrency = optional(createCurrencyField(currency, mayConvert));
  return { amount: required(amount), cost: optional(amount), currency: checkedCurrency };
}

function rated(kind: "testimonial" | "review" | "social", context: ShapeContext): ActivityShape {
  return createShape(kind, { ...baseOf(context), rating: optional(MEASURE) }, ({ rating }) => ({ rating }));
}

function survey(context: ShapeContext): ActivityShape {
  const shape = { ...baseOf(context), instrument: required(INSTRUMENT), score: required(SCORE) };
  return createShape("survey", shape, ({ instrument, score }, payload) => {
    const [low, high] = SCORE_RANGES[instrument];
    const fits = score >= low && score <= high;
    if (fits) return { instrument, score };
    return refuse(payload, "invalid_score", `${low} to ${high} for ${instrument}`, score, ["score"]);
  });
}

function complaint(context: ShapeContext): ActivityShape {
  const resolvedAt = optional(createInstantField(context.zone));
  const shape = { ...baseOf(context), resolvedAt, contacts: optional(COUNT) };
  return createShape("complaint", shape, (fields, payload) => {
    const { at, contacts } = fields;
    const resolvedDay = fields.resolvedAt?.day;
    if (resolvedDay === undefined || resolvedDay >= at.day) return { resolvedDay, contacts };
    const expected = `${isoDayOf(at.day)}, on which it was opened, or later`;
    return refuse(payload, "invalid_instant", expected, isoDayOf(resolvedDay), ["resolvedAt"]);
  });
}

/** Every kind of activity in the shape in which rows state it. */
const SHAPES: Readonly<Record<ActivityKind, ShapeMaker>> = {
  interest: (context) =>
    createShape("interest", { ...baseOf(context), channel: optional(TEXT) }, ({ channel }) => ({ channel })),
  order: (context, digits) => {
    const goods = { units: optional(MEASURE), lines: optional(LINES) };
    const shape = { ...baseOf(context), ...moneyOf(context, digits), ...goods };
    return createShape("order", shape, ({ amount, cost, units, lines }) => {
      return { amountMinor: amount, costMinor: cost, units, lines };
    });
  },
  refund: (context, digits) => {
    const shape = { ...baseWithoutCustomer(context), orderId: required(ID), ...moneyOf(context, digits) };
    return createShape("refund", shape, ({ orderId, amount, cost }) => {
      return { orderId, amountMinor: amount, costMinor: cost };
    });
  },
  cancellation: (context) => {
    const shape = { ...baseWithoutCustomer(context), orderId: required(ID) };
    return createShape("cancellation", shape, ({ orderId }) => ({ orderId }));
  },
  membership: (context) => {
    const shape = { ...baseOf(context), status: required(MEMBERSHIP_STATUS), plan: optional(TEXT) };
    return createShape("membership", shape, ({ status, plan }) => ({ joined: status === "joined", plan }));
  },
  referral: (context) => {
    const flags = { prompted: optional(FLAG), converted: optional(FLAG) };
    const shape = { ...baseOf(context), ...flags, referredId: optional(ID) };
    return createShape("referral", shape, ({ prompted, referredId, converted }) => {
      return { prompted, referredId, converted };
    });
  },
  testimonial: (context) => rated("testimonial", context),
  review: (context) => rated("review", context),
  social: (context) => rated("social", context),
  survey,
  complaint,
  resolution: (context) => {
    const base = baseWithoutCustomer(context);
    const shape = { ...base, complaintId: required(ID), contacts: optional(COUNT) };
    return createShape("resolution", shape, ({ complaintId, contacts }) => ({ complaintId, contacts }));
  },
  market: (context) => {
    const shape = { ...baseOf(context), targeted: optional(FLAG), reachable: optional(FLAG) };
    return createShape("market", shape, ({ targeted, reachable }) => ({ targeted, reachable }));
  },
  profile: (context) => {
    const stated = { birthday: optional(BIRTHDAY), contactable: optional(FLAG), facts: optional(OWN_FACTS) };
    return createShape("profile", { ...baseOf(context), ...stated }, ({ birthday, contactable, facts }) => {
      return { birthday, contactable, facts };
    });
  },
  alias: (context) => {
    const shape = { ...baseOf(context), otherId: required(ID) };
    return createShape("alias", shape, ({ otherId }) => ({ otherId }));
  },
};

const KINDS: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ Object.keys(SHAPES));

export function isActivityKind(kind: unknown): kind is ActivityKind {
  return KINDS.has(kind);
}

function expectKinds(): string {
  return `one of ${[...KINDS].join(", ")}`;
}

/** What an issue about a kind asks for. */
export const KINDS_EXPECTED: string = /* @__PURE__ */ expectKinds();

/** Shapes by kind and decimals, made when first asked for and kept. */
export function rememberShapes(context: ShapeContext): (kind: ActivityKind, digits: number) => ActivityShape {
  const shapes = new Map<string, ActivityShape>();
  return (kind, digits) => {
    const key = `${kind} ${digits}`;
    const known = shapes.get(key);
    if (known !== undefined) return known;
    const shape = SHAPES[kind](context, digits);
    shapes.set(key, shape);
    return shape;
  };
}
