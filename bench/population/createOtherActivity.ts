import type { Activity, ActivityKind } from "../../src/customers/activity.ts";
import type { Instant } from "../../src/units/instant.ts";
import type { Random } from "./random.ts";

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
export function createOtherActivity(
  customerId: string,
  number: number,
  { atMs, day }: Instant,
  random: Random,
): Activity {
  const kind = KINDS[random.below(KINDS.length)]!;
  const id = `E-${number}`;
  switch (kind) {
    case "survey":
      return {
        kind,
        id,
        customerId,
        atMs,
        day,
        instrument: INSTRUMENTS[random.below(2)]!,
        score: random.below(11),
      };
    case "market":
      return { kind, id, customerId, atMs, day, targeted: random.chance(0.8), reachable: random.chance(0.6) };
    case "membership":
      return { kind, id, customerId, atMs, day, joined: random.chance(0.7) };
    case "referral":
      return { kind, id, customerId, atMs, day, prompted: random.chance(0.5), converted: random.chance(0.3) };
    case "profile":
      return { kind, id, customerId, atMs, day, birthday: "12-31", contactable: random.chance(0.9) };
    case "resolution": // an earlier number, mostly of something else than a complaint: listed, changes nothing
      return { kind, id, customerId, atMs, day, complaintId: `E-${random.below(number + 1)}`, contacts: 1 };
    default:
      return { kind, id, customerId, atMs, day };
  }
}
