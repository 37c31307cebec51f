import { LAST_DAY, type Moment, momentOn } from "./calendar.ts";
import { createEvent, later, type Numbering, type SampleEvent } from "./event.ts";
import { FLYER_DAYS, type Person } from "./people.ts";
import type { Random } from "./random.ts";
import type { Visit } from "./visits.ts";

/** What the shop knows of someone besides the receipts: lists, interest, profile, membership, second ids. */
export function createContacts(
  person: Person,
  visits: readonly Visit[],
  number: Numbering,
  random: Random,
): SampleEvent[] {
  return [
    ...marketRows(person, number),
    ...interestRows(person, visits, number, random),
    ...profileRows(person, visits, number, random),
    ...membershipRows(person, visits, number, random),
    ...aliasRows(person, visits, number),
  ];
}

/** Lists of car owners within five kilometres; not everyone in it can be served: no parking, no hand-over. */
function marketRows(person: Person, number: Numbering): SampleEvent[] {
  if (person.habit === "stranger") {
    const moment: Moment = { day: person.firstDay, minute: 600 };
    return [createEvent("market", number("MK"), person.id, moment, "paper", { targeted: false })];
  }
  if (!person.isTargeted) return [];
  const listed = FLYER_DAYS.filter((day) => day <= person.firstDay).at(-1) ?? person.firstDay;
  const more = { targeted: true, reachable: person.isReachable };
  return [createEvent("market", number("MK"), person.id, { day: listed, minute: 480 }, "paper", more)];
}

const CHANNELS = [
  ["call", "register"],
  ["chat", "chat"],
  ["chat", "chat"],
  ["sign-up", "website"],
  ["quote", "website"],
  ["visit", "register"],
] as const;

function interestRows(
  person: Person,
  visits: readonly Visit[],
  number: Numbering,
  random: Random,
): SampleEvent[] {
  if (person.habit === "neighbour" || person.habit === "stranger") return [];
  const count = person.habit === "asker" ? random.integer(1, 4) : random.integer(0, 2);
  const before = visits[0]?.moment.day ?? person.firstDay + 40;
  return Array.from({ length: count }, () => {
    const day = Math.min(LAST_DAY, Math.max(0, before - random.integer(0, 40)));
    const [channel, clock] = random.pick(CHANNELS);
    return createEvent("interest", number("IN"), person.id, momentOn(day, random), clock, { channel });
  });
}

function profileRows(
  person: Person,
  visits: readonly Visit[],
  number: Numbering,
  random: Random,
): SampleEvent[] {
  const first = visits[0];
  if (first === undefined) {
    if (person.habit !== "asker" || random.chance(0.85)) return [];
    const moment = momentOn(Math.min(LAST_DAY, person.firstDay + 45), random);
    return [createEvent("profile", number("PF"), person.id, moment, "chat", { contactable: false })];
  }
  if (!person.joins && random.chance(0.55)) return [];
  const facts = { cars: person.cars, ...(random.chance(0.5) ? { garage: random.chance(0.6) } : {}) };
  const more = {
    ...(person.habit !== "fleet" && random.chance(0.7) ? { birthday: birthdayOf(random) } : {}),
    contactable: random.chance(0.92),
    facts,
  };
  const told = createEvent("profile", number("PF"), person.id, later(first.moment, 25), "register", more);
  const last = visits.at(-1) as Visit;
  if (last === first || random.chance(0.9)) return [told];
  // A second car later on: the latest statement of a fact is the one that counts.
  const again = { facts: { cars: person.cars + 1 } };
  return [told, createEvent("profile", number("PF"), person.id, later(last.moment, 30), "register", again)];
}

/** Some tell the year of their birth, some do not. */
function birthdayOf(random: Random): string {
  const monthAndDay = `${String(random.integer(1, 12)).padStart(2, "0")}-${String(random.integer(1, 28)).padStart(2, "0")}`;
  return random.chance(0.5) ? `${random.integer(1962, 2003)}-${monthAndDay}` : monthAndDay;
}

function membershipRows(
  person: Person,
  visits: readonly Visit[],
  number: Numbering,
  random: Random,
): SampleEvent[] {
  const joiningVisit = visits[random.integer(1, 3)];
  if (!person.joins || joiningVisit === undefined) return [];
  const joinedAt = later(joiningVisit.moment, 20);
  const more = { status: "joined", plan: person.habit === "washer" ? "wash-card" : "club" };
  const joined = createEvent("membership", number("MB"), person.id, joinedAt, "register", more);
  const leavesOn = person.lastDay + 14;
  if (leavesOn > LAST_DAY || leavesOn <= joinedAt.day || random.chance(0.4)) return [joined];
  const leaving = createEvent("membership", number("MB"), person.id, momentOn(leavesOn, random), "chat", {
    status: "left",
  });
  return [joined, leaving];
}

function aliasRows(person: Person, visits: readonly Visit[], number: Numbering): SampleEvent[] {
  const first = visits[0];
  if (person.guestId === undefined || first === undefined) return [];
  // Said at the till after the order: the order of the guest stands before the alias that joins it.
  const more = { otherId: person.guestId };
  return [createEvent("alias", number("AL"), person.id, later(first.moment, 15), "register", more)];
}
