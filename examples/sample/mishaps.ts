import { LAST_DAY, momentOn, NEW_REGISTER_DAY } from "./calendar.ts";
import { createEvent, later, type Numbering, type SampleEvent } from "./event.ts";
import type { Random } from "./random.ts";
import type { Visit } from "./visits.ts";

/** What only bookkeeping gets wrong: refunds of receipts that are not there or too small, and answers to nothing. */
export function createStrayRows(visits: readonly Visit[], number: Numbering, random: Random): SampleEvent[] {
  const paid = visits.filter((visit) => visit.amount > 0 && visit.moment.day < LAST_DAY - 10);
  const strays = [0, 1].map((index) =>
    createEvent("refund", number("RF"), undefined, momentOn(random.integer(2, 30), random), "paper", {
      orderId: `OLD-${118 + index * 7}`, // receipts of the founder's first garage
      amount: 100_000,
    }),
  );
  const excessive = [0.3, 0.7].map((part) => {
    const visit = paid[Math.floor(paid.length * part)] as Visit;
    const more = { orderId: visit.id, amount: visit.amount + 50_000 };
    return createEvent(
      "refund",
      number("RF"),
      visit.customerId,
      later(visit.moment, 2_000),
      "register",
      more,
    );
  });
  const answer = createEvent(
    "resolution",
    number("RS"),
    undefined,
    momentOn(random.integer(300, 400), random),
    "register",
    { complaintId: "CP-9999", contacts: 2 },
  );
  return [...strays, ...excessive, answer];
}

/**
 * Two receipts twice: where the new register began to count, it gave two numbers that the old one had given
 * already. Neither of two different orders under one number can be trusted.
 */
export function reuseReceiptNumbers(visits: readonly Visit[]): Visit[] {
  const firstNew = visits.findIndex((visit) => visit.moment.day >= NEW_REGISTER_DAY);
  return visits.map((visit, index) => {
    const isReused = index === firstNew || index === firstNew + 1;
    return isReused ? { ...visit, id: (visits[index - 2] as Visit).id } : visit;
  });
}
