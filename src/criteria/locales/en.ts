import type { FactPhrase, Locale, RenewalTemplates } from "../locale.ts";

const NEW_ORDER: RenewalTemplates = {
  atMost: "a new order (last one {actual} ago, at most {required} asked)",
  lessThan: "a new order (last one {actual} ago, less than {required} asked)",
  plain: "a new order",
};

const FACTS: Readonly<Record<string, FactPhrase>> = {
  interests: { one: "expression of interest", other: "expressions of interest" },
  orders: { one: "order", other: "orders" },
  orderDays: { one: "day with an order", other: "days with an order" },
  referrals: { one: "referral", other: "referrals" },
  unpromptedReferrals: { one: "unprompted referral", other: "unprompted referrals" },
  convertedReferrals: { one: "converted referral", other: "converted referrals" },
  testimonials: { one: "testimonial", other: "testimonials" },
  reviews: { one: "review", other: "reviews" },
  mentions: { one: "social media mention", other: "social media mentions" },
  complaints: { one: "complaint", other: "complaints" },
  openComplaints: { one: "open complaint", other: "open complaints" },
  firstContactResolutions: {
    one: "complaint resolved at first contact",
    other: "complaints resolved at first contact",
  },

  recentInterests: { one: "expression of interest", other: "expressions of interest", window: true },
  recentOrders: { one: "order", other: "orders", window: true },
  recentOrderDays: { one: "day with an order", other: "days with an order", window: true },
  recentReferrals: { one: "referral", other: "referrals", window: true },
  recentUnpromptedReferrals: { one: "unprompted referral", other: "unprompted referrals", window: true },
  recentConvertedReferrals: { one: "converted referral", other: "converted referrals", window: true },
  recentTestimonials: { one: "testimonial", other: "testimonials", window: true },
  recentReviews: { one: "review", other: "reviews", window: true },
  recentMentions: { one: "social media mention", other: "social media mentions", window: true },
  recentComplaints: { one: "complaint", other: "complaints", window: true },
  recentOpenComplaints: { one: "open complaint", other: "open complaints", window: true },
  recentFirstContactResolutions: {
    one: "complaint resolved at first contact",
    other: "complaints resolved at first contact",
    window: true,
  },

  revenue: { name: "revenue" },
  profit: { name: "profit" },
  recentRevenue: { name: "revenue", window: true },
  recentProfit: { name: "profit", window: true },

  firstOrderAt: { name: "first order" },
  lastOrderAt: { name: "last order" },
  lastInterestAt: { name: "last expression of interest" },
  memberSince: { name: "start of membership" },

  recencyDays: {
    name: "time since the last order",
    unit: { one: "day", other: "days" },
    renewal: NEW_ORDER,
  },
  meanGapDays: { name: "average time between orders", unit: { one: "day", other: "days" } },
  rhythm: {
    name: "time since the last order",
    unit: { one: "usual gap", other: "usual gaps" },
    renewal: NEW_ORDER,
  },

  nps: { name: "NPS score" },
  intent: { name: "repurchase intent" },
  csat: { name: "CSAT score" },
  ces: { name: "CES score" },

  member: { yes: "a membership", no: "no membership" },
  targeted: { yes: "fitting the target customer", no: "not fitting the target customer" },
  reachable: {
    yes: "being within reach (delivery, stock, law)",
    no: "being out of reach (delivery, stock, law)",
  },
  contactable: { yes: "consent to contact", no: "no consent to contact" },
};

/** The English sentences, with a phrase for every built-in fact. */
export const en: Locale = {
  code: "en",
  pluralOf: (count) => (count === 1 ? "one" : "other"),
  facts: FACTS,
  window: { days: { one: "on the last day", other: "in the last {days} days" }, unstated: "in the window" },
  or: { last: " or ", others: ", " },
  plus: " plus ",
  measure: "{number} {unit}",
  counts: {
    more: "{gap} more {subject}",
    none: "no {subject}",
    atLeast: "at least {required} {subject}",
    moreThan: "more than {required} {subject}",
    atMost: "at most {required} {subject}",
    lessThan: "fewer than {required} {subject}",
    equals: "exactly {required} {subject}",
    differsFrom: "any number but {required} of {subject}",
  },
  quantities: {
    atLeast: "{subject} of at least {required}",
    moreThan: "{subject} above {required}",
    atMost: "{subject} of at most {required}",
    lessThan: "{subject} below {required}",
    equals: "{subject} of exactly {required}",
    differsFrom: "{subject} other than {required}",
  },
  days: {
    atLeast: "{subject} on or after {required}",
    moreThan: "{subject} after {required}",
    atMost: "{subject} on or before {required}",
    lessThan: "{subject} before {required}",
    equals: "{subject} on {required}",
    differsFrom: "{subject} on another day than {required}",
  },
  flags: { yes: "{subject}: yes", no: "{subject}: no" },
  actual: {
    known: "{sentence} (now {actual})",
    unknown: "{sentence} (not known)",
    unknownWillDo: "{sentence} (not known, which will do)",
    amountMissing: "{sentence}, now {actual}: {gap} more",
    amountTooHigh: "{sentence}, now {actual}: {gap} less",
  },
  before: "{sentence} before {day}",
  oneOf: "either {options}",
  between: { options: "; or ", parts: " and " },
  nested: "({sentence})",
  impossible: "cannot be met",
};
