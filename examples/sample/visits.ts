import {
  busyDayNear,
  busynessOf,
  daysBeforeTet,
  LAST_DAY,
  type Moment,
  minutesOf,
  momentOn,
} from "./calendar.ts";
import type { Person } from "./people.ts";
import type { Random } from "./random.ts";

/** One order as the shop remembers it; VND. */
export interface Visit {
  /** The number on the receipt. */
  readonly id: string;
  readonly person: Person;
  readonly customerId: string;
  readonly moment: Moment;
  readonly amount: number;
  readonly cost: number;
  readonly services: readonly ServiceLine[];
}

/** One service on a receipt; VND. */
export interface ServiceLine {
  readonly service: string;
  readonly amount: number;
}

interface Service {
  readonly service: string;
  /** In thousands of VND, for a small car. */
  readonly price: number;
  readonly cost: number;
}

const WASH: Service = { service: "wash", price: 120, cost: 48 };
const SMALL_SERVICES: readonly Service[] = [
  { service: "detailed-wash", price: 260, cost: 95 },
  { service: "odour-removal", price: 350, cost: 110 },
  { service: "engine-bay", price: 450, cost: 150 },
];
const LARGE_SERVICES: readonly Service[] = [
  { service: "interior-cleaning", price: 1_200, cost: 420 },
  { service: "polish", price: 1_800, cost: 700 },
  { service: "underbody-coating", price: 2_600, cost: 1_250 },
  { service: "window-film", price: 5_400, cost: 3_100 },
  { service: "ceramic-coating", price: 7_900, cost: 3_600 },
];

type Draft = Omit<Visit, "id">;

/** Every order of the sample by time, numbered as the register numbers them. */
export function createVisits(people: readonly Person[], random: Random): Visit[] {
  const drafts = people.flatMap((person) =>
    daysOf(person, random).map((day, index) => draftOn(person, day, index, random)),
  );
  drafts.sort((a, b) => minutesOf(a.moment) - minutesOf(b.moment) || (a.person.id < b.person.id ? -1 : 1));
  return drafts.map((draft, index) => ({ id: `HD-${String(index + 1).padStart(5, "0")}`, ...draft }));
}

function daysOf(person: Person, random: Random): number[] {
  switch (person.habit) {
    case "neighbour":
    case "asker":
    case "stranger":
      return [];
    case "passer-by":
      return [openDayFrom(person.firstDay, random)];
    default:
      return habitualDaysOf(person, random);
  }
}

/** A day on which the shop is open, near `day`. */
function openDayFrom(day: number, random: Random): number {
  const near = busyDayNear(day, random);
  if (near !== undefined) return near;
  return busynessOf(day) > 0 ? day : Math.min(day + 7, LAST_DAY);
}

function habitualDaysOf(person: Person, random: Random): number[] {
  const days = new Set<number>();
  const end = Math.min(person.lastDay, LAST_DAY);
  for (let day = person.firstDay; day <= end; day += gapFrom(person, random)) {
    const visited = busyDayNear(day, random);
    if (visited !== undefined) days.add(visited);
  }
  for (const day of daysBeforeTet(random)) {
    if (day > person.firstDay && day < person.lastDay && random.chance(0.45)) days.add(day);
  }
  if (days.size === 0) days.add(openDayFrom(person.firstDay, random));
  return [...days].sort((a, b) => a - b);
}

/** The next gap: around the person's own, half to one and a half of it. */
function gapFrom(person: Person, random: Random): number {
  return Math.max(2, Math.floor((person.gapDays * random.integer(50, 150)) / 100));
}

function draftOn(person: Person, day: number, index: number, random: Random): Draft {
  const moment = momentOn(day, random);
  const isGuest = person.guestId !== undefined && (index === 0 || random.chance(0.3));
  const customerId = isGuest ? (person.guestId as string) : person.id;
  // Every tenth wash of those who come often is a gift: an order of nothing that still cost the shop its soap.
  if (person.habit === "washer" && index % 10 === 9) {
    return {
      person,
      customerId,
      moment,
      amount: 0,
      cost: 48_000,
      services: [{ service: "wash", amount: 0 }],
    };
  }
  const carCount = person.habit === "fleet" ? random.integer(2, person.cars) : 1;
  const chosen = servicesFor(person, random);
  const lines = chosen.map((one) => ({
    service: one.service,
    amount: thousands(one.price, person.carSize, carCount),
  }));
  return {
    person,
    customerId,
    moment,
    amount: lines.reduce((sum, line) => sum + line.amount, 0),
    cost: chosen.reduce((sum, one) => sum + thousands(one.cost, person.carSize, carCount), 0),
    services: lines,
  };
}

function servicesFor(person: Person, random: Random): Service[] {
  const large = person.habit === "passer-by" ? 0.3 : person.habit === "regular" ? 0.16 : 0.04;
  const chosen = random.chance(0.85) ? [WASH] : [];
  if (random.chance(0.3)) chosen.push(random.pick(SMALL_SERVICES));
  if (random.chance(large)) chosen.push(random.pick(LARGE_SERVICES));
  return chosen.length > 0 ? chosen : [WASH];
}

function thousands(price: number, carSize: number, carCount: number): number {
  return Math.floor((price * carSize * carCount) / 10) * 1000;
}
