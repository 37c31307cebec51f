import { inOrderOfArrival } from "./arrivals.ts";
import { createContacts } from "./contacts.ts";
import { createEvent, createNumbering, type SampleEvent } from "./event.ts";
import { createStrayRows, reuseReceiptNumbers } from "./mishaps.ts";
import { createPeople, type Person } from "./people.ts";
import { createRandom } from "./random.ts";
import { createTroubles } from "./troubles.ts";
import { createVisits, type Visit } from "./visits.ts";
import { createVoices } from "./voices.ts";

/** The seed of the shipped sample. */
export const SAMPLE_SEED = 20_260_630;

/**
 * The activities of a made-up car-care shop and of the people who own a car within five kilometres of it,
 * one JSON row a line. The same seed gives the same bytes.
 */
export function* generateSample(seed: number = SAMPLE_SEED): Generator<string> {
  const random = createRandom(seed);
  const people = createPeople(random);
  const visits = createVisits(people, random);
  const visitsByPerson = new Map<Person, Visit[]>(people.map((person) => [person, []]));
  for (const visit of visits) visitsByPerson.get(visit.person)?.push(visit);
  const newcomers = [...people].sort((a, b) => a.firstDay - b.firstDay);
  const number = createNumbering();

  const events: SampleEvent[] = reuseReceiptNumbers(visits).map(orderRowOf);
  for (const person of people) {
    const own = visitsByPerson.get(person) as Visit[];
    events.push(...createContacts(person, own, number, random));
    events.push(...createVoices(person, own, newcomers, number, random));
  }
  events.push(...createTroubles(visits, number, random), ...createStrayRows(visits, number, random));
  for (const { row } of inOrderOfArrival(events, random)) yield `${JSON.stringify(row)}\n`;
}

function orderRowOf(visit: Visit): SampleEvent {
  const clock = visit.customerId === visit.person.guestId ? "website" : "register";
  return createEvent("order", visit.id, visit.customerId, visit.moment, clock, {
    amount: visit.amount,
    cost: visit.cost,
    units: visit.services.length,
    ...(visit.services.length > 1 ? { lines: visit.services } : {}),
  });
}
