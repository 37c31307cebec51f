import type { ActivityKind } from "../../customers/activity.ts";
import type { Field } from "../fields/field.ts";
import { createAmountField, createCurrencyField } from "../fields/moneyFields.ts";
import { OWN_FACTS } from "../fields/ownFactsField.ts";
import {
  COUNT,
  FLAG,
  ID,
  INSTRUMENT,
  MEASURE,
  MEMBERSHIP_STATUS,
  SCORE,
  TEXT,
} from "../fields/plainFields.ts";
import { BIRTHDAY, createInstantField } from "../fields/timeFields.ts";
import type { ReadingContext } from "./readingContext.ts";

/** One property that a kind of row carries beside id, customer and time. */
export interface CleanField {
  readonly property: string;
  readonly isRequired: boolean;
  /** What the activity holds; undefined where the value is not surely fine. */
  readonly parse: (value: unknown) => unknown;
  /** Where the activity holds it; undefined for what is only checked. */
  readonly target: string | undefined;
}

/** The kinds that are read by a list of their fields; orders, the most frequent ones, have a check of their own. */
export type ListedKind = Exclude<ActivityKind, "order">;

/** What the rows of each kind carry, in the order in which the schema looks at them. */
type CleanFields = Readonly<Record<ListedKind, readonly CleanField[]>>;

/** The fields of each kind, made when first asked for: many readers meet nothing but orders. */
export function rememberFields(context: ReadingContext): (kind: ListedKind) => readonly CleanField[] {
  let fields: CleanFields | undefined;
  return (kind) => {
    fields ??= cleanFieldsOf(context);
    return fields[kind];
  };
}

function cleanFieldsOf({ zone, amounts, currency, digits }: ReadingContext): CleanFields {
  const amount = createAmountField(amounts, digits);
  const instant = createInstantField(zone);
  const rating = [may("rating", MEASURE)];
  return {
    interest: [may("channel", TEXT)],
    refund: [
      must("orderId", ID),
      must("amount", amount, "amountMinor"),
      may("cost", amount, "costMinor"),
      may("currency", createCurrencyField(currency, false), undefined),
    ],
    cancellation: [must("orderId", ID)],
    membership: [must("status", { parse: joinedOf }, "joined"), may("plan", TEXT)],
    referral: [may("prompted", FLAG), may("converted", FLAG), may("referredId", ID)],
    testimonial: rating,
    review: rating,
    social: rating,
    survey: [must("instrument", INSTRUMENT), must("score", SCORE)],
    complaint: [
      may("resolvedAt", { parse: (value) => instant.parse(value)?.day }, "resolvedDay"),
      may("contacts", COUNT),
    ],
    resolution: [must("complaintId", ID), may("contacts", COUNT)],
    market: [may("targeted", FLAG), may("reachable", FLAG)],
    profile: [may("birthday", BIRTHDAY), may("contactable", FLAG), may("facts", OWN_FACTS)],
    alias: [must("otherId", ID)],
  };
}

type Parser = Pick<Field<unknown>, "parse">;

function must(property: string, { parse }: Parser, target: string = property): CleanField {
  return { property, isRequired: true, parse, target };
}

function may(property: string, { parse }: Parser, ...target: readonly (string | undefined)[]): CleanField {
  return { property, isRequired: false, parse, target: target.length > 0 ? target[0] : property };
}

function joinedOf(value: unknown): boolean | undefined {
  const status = MEMBERSHIP_STATUS.parse(value);
  return status === undefined ? undefined : status === "joined";
}
