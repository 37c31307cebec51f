import type {
  Activity,
  CancellationActivity,
  ComplaintActivity,
  InterestActivity,
  MarketActivity,
  MembershipActivity,
  OrderActivity,
  ProfileActivity,
  ReferralActivity,
  RefundActivity,
  ResolutionActivity,
  ReviewActivity,
  SocialActivity,
  SurveyActivity,
  TestimonialActivity,
} from "../activity.ts";

/** Activities of which only the number counts. */
export type CountedActivity =
  | InterestActivity
  | ReferralActivity
  | TestimonialActivity
  | ReviewActivity
  | SocialActivity;

/**
 * Activities by what is done with them. Orders and complaints, and what is said about them, are everybody's; all
 * else is the person's own.
 */
export interface PersonActivities {
  readonly orders: OrderActivity[];
  readonly returns: (RefundActivity | CancellationActivity)[];
  readonly complaints: ComplaintActivity[];
  readonly resolutions: ResolutionActivity[];
  readonly memberships: MembershipActivity[];
  readonly surveys: SurveyActivity[];
  readonly markets: MarketActivity[];
  readonly profiles: ProfileActivity[];
  readonly others: CountedActivity[];
}

/**
 * Sorts activities by their kind, once: objects of fifteen kinds have that many shapes, and whoever walks through
 * all of them again and again pays for it with every field that is read.
 */
export function personActivities(
  activities: readonly Activity[],
  isTheirs: (customerId: string) => boolean,
): PersonActivities {
  const sorted: PersonActivities = {
    orders: [],
    returns: [],
    complaints: [],
    resolutions: [],
    memberships: [],
    surveys: [],
    markets: [],
    profiles: [],
    others: [],
  };
  for (const activity of activities) addSorted(sorted, activity, isTheirs);
  return sorted;
}

function addSorted(
  sorted: PersonActivities,
  activity: Activity,
  isTheirs: (customerId: string) => boolean,
): void {
  switch (activity.kind) {
    case "order":
      sorted.orders.push(activity);
      return;
    case "refund":
    case "cancellation":
      sorted.returns.push(activity);
      return;
    case "complaint":
      sorted.complaints.push(activity);
      return;
    case "resolution":
      sorted.resolutions.push(activity);
      return;
  }
  if (!isTheirs(activity.customerId)) return;
  switch (activity.kind) {
    case "membership":
      sorted.memberships.push(activity);
      return;
    case "survey":
      sorted.surveys.push(activity);
      return;
    case "market":
      sorted.markets.push(activity);
      return;
    case "profile":
      sorted.profiles.push(activity);
      return;
    default:
      sorted.others.push(activity as CountedActivity); // aliases were taken out before
  }
}
