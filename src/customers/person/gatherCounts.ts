import type { EpochDay } from "../../units/day.ts";
import type { FactColumns } from "../customerTable.ts";
import type { Window } from "../rules/window.ts";
import type { CountedActivity } from "./personActivities.ts";

/** Gathers the counts of everything but orders and complaints, and the day of the last interest. */
export function gatherCounts(
  row: FactColumns,
  activities: readonly CountedActivity[],
  { asOfDay, fromDay }: Window,
): void {
  for (const activity of activities) {
    const { day } = activity;
    if (day <= asOfDay) countActivity(row, activity, day, day >= fromDay);
  }
}

/** Raises the counts that an activity raises, and their recent twins when it lies in the window. */
function countActivity(row: FactColumns, activity: CountedActivity, day: EpochDay, isRecent: boolean): void {
  switch (activity.kind) {
    case "interest":
      addOne(row.interests, row.recentInterests, isRecent);
      row.lastInterestDay[0] = Math.max(row.lastInterestDay[0] as number, day); // missing is the first day
      break;
    case "referral":
      addOne(row.referrals, row.recentReferrals, isRecent);
      if (activity.prompted === false) {
        addOne(row.unpromptedReferrals, row.recentUnpromptedReferrals, isRecent);
      }
      if (activity.converted === true) {
        addOne(row.convertedReferrals, row.recentConvertedReferrals, isRecent);
      }
      break;
    case "testimonial":
      addOne(row.testimonials, row.recentTestimonials, isRecent);
      break;
    case "review":
      addOne(row.reviews, row.recentReviews, isRecent);
      break;
    case "social":
      addOne(row.mentions, row.recentMentions, isRecent);
  }
}

/** One more of what a count counts, and of its recent twin. */
export function addOne(ever: Uint32Array, recent: Uint32Array, isRecent: boolean): void {
  ever[0] = (ever[0] as number) + 1;
  if (isRecent) recent[0] = (recent[0] as number) + 1;
}
