import type { Activity, ActivityKind } from "../../src/customers/activity.ts";
import { MILLISECONDS_PER_DAY } from "../../src/units/day.ts";
import type { Random } from "./random.ts";
import { AS_OF_DAY } from "./setting.ts";

type OtherKind = Exclude<ActivityKind, "order" | "refund" | "cancellation" | "alias">;

/** Kinds as often as they occur: most people are asked, few speak. */
const KINDS: readonly OtherKind[] = [
  "interest",
  "interest",
  "interest",
  "market",
  "market",
  "survey",
  "survey",
  "membership",
  "profile",
  "referral",
  "review",
  "social",
  "testimonial",
  "complaint",
  "resolution",
];

const INSTRUMENTS = ["nps", "intent"] as const;

/** Any activity of a customer that has nothing to do with orders; `number` makes its id. */
export function createOtherActivity(customerId: string, number: number, random: Random): Activity {
  const kind = KINDS[random.below(KINDS.length)]!;
  const day = AS_OF_DAY - random.below(1_000);
  const atMs = day * MILLISECONDS_PER_DAY + random.below(MILLISECONDS_PER_DAY);
  const base = { id: `E-${number}`, customerId, atMs, day };
  switch (kind) {
    case "survey":
      return { kind, ...base, instrument: INSTRUMENTS[random.below(2)]!, score: random.below(11) };
    case "market":
      return { kind, ...base, targeted: random.chance(0.8), reachable: random.chance(0.6) };
    case "membership":
      return { kind, ...base, joined: random.chance(0.7) };
    case "referral":
      return { kind, ...base, prompted: random.chance(0.5), converted: random.chance(0.3) };
    case "profile":
      return { kind, ...base, birthday: "12-31", contactable: random.chance(0.9) };
    case "resolution": // an earlier number, mostly of something else than a complaint: listed, changes nothing
      return { kind, ...base, complaintId: `E-${random.below(number + 1)}`, contacts: 1 };
    default:
      return { kind, ...base };
  }
}
