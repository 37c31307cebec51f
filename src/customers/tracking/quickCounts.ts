import type {
  ComplaintActivity,
  InterestActivity,
  ReferralActivity,
  ReviewActivity,
  SocialActivity,
  TestimonialActivity,
} from "../activity.ts";
import { assertActivity } from "../assertActivity.ts";
import { isFirstContactResolution, outcomeStated } from "../rules/complaintOutcome.ts";
import { KIND_NUMBERS, keepFields, keepSaid, type LoggedKind } from "./activityLog.ts";
import { addSlowly } from "./addSlowly.ts";
import { isFlagOrAbsent, isNumberOrAbsent, isPlainHead, isTextOrAbsent } from "./plainFields.ts";
import { CLOSED, keepQuickly, openQuickWay } from "./quickWay.ts";
import { COUNT_WORDS, DAY_WORDS } from "./rowLayout.ts";
import type { TrackerState } from "./trackerState.ts";
import { goesStale } from "./writeFacts.ts";

/** Adds an interest. */
export function addInterest(state: TrackerState, activity: InterestActivity): number {
  const { id, customerId, atMs, day, channel } = activity;
  if (!isPlainHead(id, customerId, atMs, day) || !isTextOrAbsent(channel)) assertActivity(activity);
  const row = openQuickWay(state, KIND_NUMBERS.interest, id, customerId, day);
  if (row === CLOSED) return addSlowly(state, activity);
  const base = row * state.rows.stride;
  const { days } = state.rows;
  count(state, base, day, COUNT_WORDS.interests, COUNT_WORDS.recentInterests);
  const last = base + DAY_WORDS.lastInterestDay; // a missing day is before every day
  if (day > (days[last] as number)) days[last] = day;
  const at = keepCounted(state, row, KIND_NUMBERS.interest, id, atMs, day);
  keepSaid(state.log.kinds[KIND_NUMBERS.interest] as LoggedKind, "channel", at, channel);
  return row;
}

/** Adds a referral. */
export function addReferral(state: TrackerState, activity: ReferralActivity): number {
  const { id, customerId, atMs, day, prompted, converted, referredId } = activity;
  const isPlain =
    isPlainHead(id, customerId, atMs, day) &&
    isFlagOrAbsent(prompted) &&
    isFlagOrAbsent(converted) &&
    isTextOrAbsent(referredId);
  if (!isPlain) assertActivity(activity);
  const row = openQuickWay(state, KIND_NUMBERS.referral, id, customerId, day);
  if (row === CLOSED) return addSlowly(state, activity);
  const base = row * state.rows.stride;
  count(state, base, day, COUNT_WORDS.referrals, COUNT_WORDS.recentReferrals);
  if (prompted === false) {
    count(state, base, day, COUNT_WORDS.unpromptedReferrals, COUNT_WORDS.recentUnpromptedReferrals);
  }
  if (converted === true) {
    count(state, base, day, COUNT_WORDS.convertedReferrals, COUNT_WORDS.recentConvertedReferrals);
  }
  const at = keepCounted(state, row, KIND_NUMBERS.referral, id, atMs, day);
  keepFields(state.log.kinds[KIND_NUMBERS.referral] as LoggedKind, at, activity, Number);
  return row;
}

/** Adds a word for us: in our own media, where others read it, in social media. */
export function addPraise(
  state: TrackerState,
  activity: TestimonialActivity | ReviewActivity | SocialActivity,
  kind: number,
  word: number,
  recentWord: number,
): number {
  const { id, customerId, atMs, day, rating } = activity;
  if (!isPlainHead(id, customerId, atMs, day) || !isNumberOrAbsent(rating)) assertActivity(activity);
  const row = openQuickWay(state, kind, id, customerId, day);
  if (row === CLOSED) return addSlowly(state, activity);
  count(state, row * state.rows.stride, day, word, recentWord);
  const at = keepCounted(state, row, kind, id, atMs, day);
  ((state.log.kinds[kind] as LoggedKind).fields.rating as Float64Array)[at] = rating ?? Number.NaN;
  return row;
}

/** Adds a complaint that nobody has resolved before it came. */
export function addComplaint(state: TrackerState, activity: ComplaintActivity): number {
  const { id, customerId, atMs, day, resolvedDay, contacts } = activity;
  const isPlain =
    isPlainHead(id, customerId, atMs, day) && isNumberOrAbsent(resolvedDay) && isNumberOrAbsent(contacts);
  if (!isPlain) assertActivity(activity);
  const row = openQuickWay(state, KIND_NUMBERS.complaint, id, customerId, day);
  if (row === CLOSED) return addSlowly(state, activity);
  const base = row * state.rows.stride;
  const outcome = outcomeStated(resolvedDay, contacts, state.asOfDay);
  count(state, base, day, COUNT_WORDS.complaints, COUNT_WORDS.recentComplaints);
  if (!outcome.resolved) {
    count(state, base, day, COUNT_WORDS.openComplaints, COUNT_WORDS.recentOpenComplaints);
  }
  if (isFirstContactResolution(outcome)) {
    const { firstContactResolutions, recentFirstContactResolutions } = COUNT_WORDS;
    count(state, base, day, firstContactResolutions, recentFirstContactResolutions);
  }
  if (resolvedDay !== undefined) goesStale(state, base, Math.ceil(resolvedDay));
  const at = keepCounted(state, row, KIND_NUMBERS.complaint, id, atMs, day);
  const { fields } = state.log.kinds[KIND_NUMBERS.complaint] as LoggedKind;
  (fields.resolvedDay as Float64Array)[at] = resolvedDay ?? Number.NaN;
  (fields.contacts as Float64Array)[at] = contacts ?? Number.NaN;
  return row;
}

function count(state: TrackerState, base: number, day: number, word: number, recentWord: number): void {
  const { words } = state.rows;
  words[base + word] = (words[base + word] as number) + 1;
  if (day >= state.fromDay) words[base + recentWord] = (words[base + recentWord] as number) + 1;
}

function keepCounted(
  state: TrackerState,
  row: number,
  kind: number,
  id: string | undefined,
  atMs: number,
  day: number,
): number {
  goesStale(state, row * state.rows.stride, day + state.windowDays);
  state.changedRow = row;
  return keepQuickly(state, kind, id, atMs, day);
}
