import type { Activity } from "../../../src/customers/activity.ts";
import { did, order } from "../../customers/support/activities.ts";

/** The last day of the small shop. */
export const AS_OF = "2026-06-30";

/**
 * Eight people in US cents, one for each thing that can be told apart; the figures in the tests were added up
 * by hand. Ann is targeted, bob asked, cyd bought once, dee is a member who buys every month, eve stopped more
 * than a year ago and got a part back, fay buys often and speaks of it, gus came after the day, hal only told
 * a birthday.
 */
export function smallShop(): Activity[] {
  const member = { customerId: "dee" };
  return [
    did("market", "2026-01-01", { id: "m1", customerId: "ann", targeted: true }),
    did("interest", "2026-02-01", { id: "i1", customerId: "bob", channel: "call" }),
    order("2026-06-20", 1_000, { id: "c1", customerId: "cyd", costMinor: 400 }),
    ...["2026-04-01", "2026-05-01", "2026-05-31", "2026-06-25"].map((on, index) =>
      order(on, 2_500, { id: `d${index}`, customerId: "dee", costMinor: 1_000 }),
    ),
    did("membership", "2026-05-01", { id: "j1", ...member, joined: true }),
    did("survey", "2026-06-26", { id: "s1", ...member, instrument: "nps", score: 9 }),
    order("2025-02-15", 4_000, { id: "e1", customerId: "eve", costMinor: 1_000 }),
    order("2025-05-26", 6_000, { id: "e2", customerId: "eve", costMinor: 2_000 }),
    did("refund", "2025-06-05", { id: "r1", customerId: "eve", orderId: "e2", amountMinor: 2_000 }),
    ...["2026-03-22", "2026-04-11", "2026-05-01", "2026-05-21", "2026-06-10"].map((on, index) =>
      order(on, 3_000, { id: `f${index}`, customerId: "fay", costMinor: 500 }),
    ),
    did("testimonial", "2026-05-02", { id: "t1", customerId: "fay" }),
    did("social", "2026-05-03", { id: "x1", customerId: "fay" }),
    did("social", "2026-06-03", { id: "x2", customerId: "fay" }),
    did("interest", "2026-07-01", { id: "i2", customerId: "gus" }),
    did("profile", "2026-06-01", { id: "p1", customerId: "hal", birthday: "04-12" }),
    did("refund", "2026-06-01", { id: "r2", customerId: "hal", orderId: "nowhere", amountMinor: 100 }),
  ];
}
