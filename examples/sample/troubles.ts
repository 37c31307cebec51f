import { LAST_DAY, momentOn, stampOf } from "./calendar.ts";
import { createEvent, later, type Numbering, type SampleEvent } from "./event.ts";
import type { Random } from "./random.ts";
import type { Visit } from "./visits.ts";

/** What went wrong: complaints and their resolutions, refunds in part and in full, cancelled orders. */
export function createTroubles(visits: readonly Visit[], number: Numbering, random: Random): SampleEvent[] {
  return visits.flatMap((visit) => {
    if (random.chance(0.012)) return [cancellationOf(visit, number, random)];
    if (random.chance(0.022 + (visit.person.mood < 6 ? 0.03 : 0)))
      return complaintAbout(visit, number, random);
    return random.chance(0.004) ? [refundOf(visit, visit.amount, "register", number, random)] : [];
  });
}

function cancellationOf(visit: Visit, number: Numbering, random: Random): SampleEvent {
  const moment = later(visit.moment, random.integer(3, 90));
  // The register knows the receipt only; whose it was follows from the order.
  return createEvent("cancellation", number("CN"), undefined, moment, "register", { orderId: visit.id });
}

function refundOf(
  visit: Visit,
  amount: number,
  clock: "register" | "website",
  number: Numbering,
  random: Random,
): SampleEvent {
  const moment = later(visit.moment, random.integer(30, 6_000));
  const inside = moment.day <= LAST_DAY ? moment : { day: LAST_DAY, minute: 1_200 };
  const whose = random.chance(0.5) ? visit.customerId : undefined;
  const more = { orderId: visit.id, amount };
  return createEvent("refund", number("RF"), whose, inside, clock, more);
}

function complaintAbout(visit: Visit, number: Numbering, random: Random): SampleEvent[] {
  const opened = later(visit.moment, random.integer(20, 3_000));
  if (opened.day > LAST_DAY) return [];
  const id = number("CP");
  const outcome = random.next();
  const atOnce = { resolvedAt: stampOf(later(opened, 30), "register"), contacts: 1 };
  const complaint = createEvent(
    "complaint",
    id,
    visit.customerId,
    opened,
    "register",
    outcome < 0.45 ? atOnce : {},
  );
  const events = [complaint];
  const settled = momentOn(opened.day + random.integer(1, 9), random);
  if (outcome >= 0.45 && outcome < 0.82 && settled.day <= LAST_DAY) {
    const more = { complaintId: id, contacts: random.integer(1, 4) };
    events.push(createEvent("resolution", number("RS"), undefined, settled, "register", more));
  }
  if (visit.amount > 0 && random.chance(0.4)) {
    const isFull = random.chance(0.2);
    const amount = isFull ? visit.amount : Math.floor(visit.amount / random.integer(2, 5) / 1000) * 1000;
    events.push(refundOf(visit, amount, "register", number, random));
  }
  return events;
}
