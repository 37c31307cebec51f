import { LAST_DAY, type Moment, momentOn } from "./calendar.ts";
import { createEvent, later, type Numbering, type SampleEvent } from "./event.ts";
import type { Person } from "./people.ts";
import type { Random } from "./random.ts";
import type { Visit } from "./visits.ts";

/** What someone says about the shop: referrals, testimonials, reviews, social posts, surveys. */
export function createVoices(
  person: Person,
  visits: readonly Visit[],
  newcomers: readonly Person[],
  number: Numbering,
  random: Random,
): SampleEvent[] {
  return [
    ...referralRows(person, visits, newcomers, number, random),
    ...praiseRows(person, visits, number, random),
    ...surveyRows(person, visits, number, random),
  ];
}

/** A moment after the first visit (or the first contact) and inside the sample. */
function someMomentOf(person: Person, visits: readonly Visit[], random: Random): Moment {
  const from = visits[0]?.moment.day ?? person.firstDay;
  const to = Math.min(LAST_DAY, Math.max(from, visits.at(-1)?.moment.day ?? from) + 20);
  return momentOn(random.integer(from, to), random);
}

function referralRows(
  person: Person,
  visits: readonly Visit[],
  newcomers: readonly Person[],
  number: Numbering,
  random: Random,
): SampleEvent[] {
  if (person.zeal === 0) return [];
  const count = person.zeal === 2 ? random.integer(1, 5) : random.integer(0, 2);
  return Array.from({ length: count }, () => {
    const moment = someMomentOf(person, visits, random);
    const prompted = person.zeal === 1 || random.chance(0.2);
    const referred = newcomers.find((one) => one.firstDay > moment.day && one.id !== person.id);
    const more = {
      // The paper form does not ask whether we asked; unsaid counts as asked.
      ...(prompted && random.chance(0.3) ? {} : { prompted }),
      ...(referred !== undefined && random.chance(0.6)
        ? { referredId: referred.id, converted: referred.habit !== "neighbour" && referred.habit !== "asker" }
        : {}),
    };
    return createEvent("referral", number("RE"), person.id, moment, "register", more);
  });
}

function praiseRows(
  person: Person,
  visits: readonly Visit[],
  number: Numbering,
  random: Random,
): SampleEvent[] {
  const events: SampleEvent[] = [];
  if (person.zeal > 0 && random.chance(0.45)) {
    const moment = someMomentOf(person, visits, random);
    events.push(createEvent("testimonial", number("TM"), person.id, moment, "paper", { rating: 5 }));
  }
  for (const visit of visits) {
    if (!random.chance(0.035)) continue;
    const rating = Math.max(1, Math.min(5, Math.floor(person.mood / 2)));
    const moment = later(visit.moment, random.integer(60, 4_000));
    if (moment.day <= LAST_DAY) {
      events.push(createEvent("review", number("RV"), visit.customerId, moment, "website", { rating }));
    }
  }
  const posts = person.zeal === 2 ? random.integer(0, 4) : random.chance(0.02) ? 1 : 0;
  for (let post = 0; post < posts; post += 1) {
    const moment = someMomentOf(person, visits, random);
    events.push(createEvent("social", number("SO"), person.id, moment, "website"));
  }
  return events;
}

const SURVEYS = [
  { instrument: "nps", share: 0.08, scoreOf: (mood: number) => mood },
  {
    instrument: "csat",
    share: 0.05,
    scoreOf: (mood: number) => Math.max(1, Math.min(5, Math.floor(mood / 2) + 1)),
  },
  { instrument: "intent", share: 0.025, scoreOf: (mood: number) => Math.min(10, mood + 1) },
  { instrument: "ces", share: 0.02, scoreOf: (mood: number) => Math.max(1, Math.min(7, mood - 2)) },
] as const;

function surveyRows(
  person: Person,
  visits: readonly Visit[],
  number: Numbering,
  random: Random,
): SampleEvent[] {
  return visits.flatMap((visit) =>
    SURVEYS.filter(({ share }) => random.chance(share)).flatMap(({ instrument, scoreOf }) => {
      const mood = Math.max(0, Math.min(10, person.mood + random.integer(-1, 1)));
      const moment = later(visit.moment, random.integer(120, 2_800));
      if (moment.day > LAST_DAY) return [];
      const more = { instrument, score: scoreOf(mood) };
      return [createEvent("survey", number("SV"), visit.customerId, moment, "website", more)];
    }),
  );
}
