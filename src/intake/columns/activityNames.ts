import type { ActivityKind } from "../../customers/activity.ts";
import { SHARED_NAMES, type UsualNames } from "./usualNames.ts";

/** Where a row says what kind of activity it is. `kind` says nothing else; the others may say other things too. */
export const KIND_NAMES: readonly string[] = [
  "kind",
  "type",
  "event",
  "event_type",
  "activity",
  "activity_type",
  "transaction_type",
];

/** Own ids of rows of every kind. */
const ROW_IDS: readonly string[] = ["id", "activity_id", "event_id"];

const { customerId, at, amount, cost, currency, units } = SHARED_NAMES;
const COMPLAINT_IDS: readonly string[] = ["complaint_id", "ticket_id", "case_id"];
const ORDER_REFERENCES: readonly string[] = ["order_id", "order_number", "order_no", "order_name", "order"];
const MONEY: UsualNames<string> = { amount, cost, currency };

/**
 * The usual names of what each kind carries beside `id`, `customerId` and `at`, the preferred one first. A name
 * may mean one thing in one kind and another in the next: `value` is an amount, and the score of a survey.
 */
export const CARRIED_NAMES: Readonly<Record<ActivityKind, UsualNames<string>>> = {
  interest: { channel: ["channel", "source"] },
  order: { ...MONEY, units, lines: ["lines", "line_items"] },
  refund: { orderId: ORDER_REFERENCES, ...MONEY },
  cancellation: { orderId: ORDER_REFERENCES },
  membership: {
    status: ["status", "action", "membership_status", "state", "change"],
    joined: ["joined"],
    left: ["left"],
    plan: ["plan", "membership_plan"],
  },
  referral: {
    prompted: ["prompted"],
    unprompted: ["unprompted"],
    referredId: [
      "referred_id",
      "referred_customer_id",
      "referee_id",
      "invitee_id",
      "referred_customer",
      "referred",
    ],
    converted: ["converted"],
  },
  testimonial: { rating: ["rating", "stars"] },
  review: { rating: ["rating", "stars"] },
  social: { rating: ["rating", "stars"] },
  survey: { instrument: ["instrument", "survey_type", "survey"], score: ["score", "value", "rating"] },
  complaint: {
    at: ["opened_at", "opened", ...at], // its own name comes first for every field
    resolvedAt: ["resolved_at", "resolved_on", "closed_at", "resolved"],
    contacts: ["contacts", "contact_count"],
  },
  resolution: {
    complaintId: [...COMPLAINT_IDS, "complaint", "ticket"],
    contacts: ["contacts", "contact_count"],
  },
  market: { targeted: ["targeted", "is_targeted"], reachable: ["reachable", "is_reachable"] },
  profile: {
    birthday: ["birthday", "birth_date", "date_of_birth"],
    contactable: ["contactable", "accepts_marketing"],
    facts: ["facts"],
  },
  alias: {
    otherId: [
      "other_id",
      "other_customer_id",
      "alias_id",
      "alias_of",
      "alias",
      "same_as",
      "another_id",
      "other",
    ],
  },
};

/**
 * The names of every field of a kind, the preferred one first. What an order is called by, `orderIdNames` knows
 * better; `alias_id` is never the id of the row: it is the other id.
 */
export function namesOfKind(kind: ActivityKind): UsualNames<string> {
  return { id: ownIdsOf(kind), customerId, at, ...CARRIED_NAMES[kind] };
}

function ownIdsOf(kind: ActivityKind): readonly string[] {
  if (kind === "alias") return ROW_IDS;
  if (kind === "order") return [...ROW_IDS, "order"];
  return [...(kind === "complaint" ? COMPLAINT_IDS : [`${kind}_id`]), ...ROW_IDS];
}
