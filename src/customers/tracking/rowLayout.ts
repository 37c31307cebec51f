import type { CountField, DayField, FlagFact, MoneyField, ScoreFact } from "../facts.ts";

/*
 * One row per customer id, in words of 4 bytes: four cache lines of 64 bytes, in the order of use. The first has what
 * every activity needs, the id itself included; the second is all that an order changes; rare things come last.
 *
 * Kernel: as 43 doubles alone a row would be 344 bytes and an order would touch six lines; so it touches two. A
 * short id stands in the row and is compared there, where the text would be two more places in memory: with both
 * look-ups of an activity that takes .83 of the time (100,000 customers).
 */

/** Bits of {@link HAS_ROW} and the like; above them the length of the id. */
export const FLAGS = 0;
/** The reference of the newest kept activity under this very id. */
export const NEWEST = 1;
/** The row of the person: this one, or that of the id that stands for all that are joined. */
export const PERSON = 2;
/** The first day on which the facts are no longer these; what holds no facts is out of date always. */
export const STALE_FROM = 3;
/** The id, four letters to a word, where it is short. */
export const ID_WORDS = 4;
/** How many words the id may take. */
export const ID_WORD_COUNT = 9;
/** From here on there are facts. */
export const FACTS = 13;
/** Eight bytes of scores and flags, see {@link BYTE_OFFSETS}. */
const FIRST_BYTE = 14 * 4;
/** A bit for each order day, by day modulo 64: a day whose bit is not set is new. */
export const ORDER_DAY_BITS = 22;
/** Month × 100 + day, or 0. */
export const BIRTHDAY = 35;
/** The latest instant of any activity that states something, as a double: whatever is later has the last word. */
export const NEWEST_STATE = 36;
/** Facts of the user's own, two words each. */
export const OWN_FACTS = 56;

/** There is such a customer: the id has an activity up to today. */
export const HAS_ROW = 1;
/** Somebody joined or left. */
export const HAS_MEMBERSHIP = 2;
/** Above the flags: the length of an id that stands in the row, plus one. */
export const ID_LENGTH_SHIFT = 8;

export const COUNT_WORDS: Readonly<Record<CountField, number>> = {
  interests: 13,
  orders: 16,
  orderDays: 17,
  recentOrders: 18,
  recentOrderDays: 19,
  recentInterests: 32,
  referrals: 38,
  testimonials: 39,
  recentUnpromptedReferrals: 40,
  recentMentions: 41,
  recentReferrals: 42,
  unpromptedReferrals: 43,
  convertedReferrals: 44,
  recentConvertedReferrals: 45,
  recentTestimonials: 46,
  reviews: 47,
  recentReviews: 48,
  mentions: 49,
  complaints: 50,
  recentComplaints: 51,
  openComplaints: 52,
  recentOpenComplaints: 53,
  firstContactResolutions: 54,
  recentFirstContactResolutions: 55,
};

export const DAY_WORDS: Readonly<Record<DayField, number>> = {
  firstOrderDay: 20,
  lastOrderDay: 21,
  lastInterestDay: 33,
  memberSinceDay: 34,
};

/** In words; the values are doubles. */
export const MONEY_WORDS: Readonly<Record<MoneyField, number>> = {
  revenueMinor: 24,
  profitMinor: 26,
  recentRevenueMinor: 28,
  recentProfitMinor: 30,
};

/** In bytes. */
export const BYTE_OFFSETS: Readonly<Record<ScoreFact | FlagFact, number>> = {
  nps: FIRST_BYTE,
  intent: FIRST_BYTE + 1,
  csat: FIRST_BYTE + 2,
  ces: FIRST_BYTE + 3,
  member: FIRST_BYTE + 4,
  targeted: FIRST_BYTE + 5,
  reachable: FIRST_BYTE + 6,
  contactable: FIRST_BYTE + 7,
};
