import type { Activity } from "../activity.ts";
import { KIND_NUMBERS } from "./activityLog.ts";
import { addSlowly } from "./addSlowly.ts";
import { addComplaint, addInterest, addPraise, addReferral } from "./quickCounts.ts";
import { addMention } from "./quickMentions.ts";
import { addOrder } from "./quickOrders.ts";
import { addProfile } from "./quickProfiles.ts";
import { addMarket, addMembership, addSurvey } from "./quickStates.ts";
import { COUNT_WORDS } from "./rowLayout.ts";
import type { TrackerState } from "./trackerState.ts";

const { testimonials, recentTestimonials, reviews, recentReviews, mentions, recentMentions } = COUNT_WORDS;

/**
 * Adds any activity: the quick way where that is exact, else the exact way. Each kind has a function of its own, in
 * which the fields of an activity are read from objects of few shapes.
 *
 * @throws LoyaltyError what `assertActivity` throws; `unsafe_total`
 */
export function addQuickly(state: TrackerState, activity: Activity): number {
  switch (activity.kind) {
    case "order":
      return addOrder(state, activity);
    case "interest":
      return addInterest(state, activity);
    case "referral":
      return addReferral(state, activity);
    case "testimonial":
      return addPraise(state, activity, KIND_NUMBERS.testimonial, testimonials, recentTestimonials);
    case "review":
      return addPraise(state, activity, KIND_NUMBERS.review, reviews, recentReviews);
    case "social":
      return addPraise(state, activity, KIND_NUMBERS.social, mentions, recentMentions);
    case "complaint":
      return addComplaint(state, activity);
    case "membership":
      return addMembership(state, activity);
    case "survey":
      return addSurvey(state, activity);
    case "market":
      return addMarket(state, activity);
    case "profile":
      return addProfile(state, activity);
    case "refund":
    case "cancellation":
    case "resolution":
      return addMention(state, activity);
    default:
      return addSlowly(state, activity);
  }
}
