import type { EpochDay } from "../units/day.ts";

/**
 * What every activity has, once it is read. Unknown input becomes this in `intake/` (`readActivities`); code
 * that already has typed values may write it by hand.
 */
export interface ActivityBase {
  /**
   * Unique per kind across all customers. The same id twice counts once; two different contents under one id
   * count not at all. Without an id every row counts.
   */
  readonly id?: string;
  /** Whose activity it is. Any non-empty text; ids joined by an alias are one person. */
  readonly customerId: string;
  /** When it happened, in milliseconds since 1970-01-01T00:00Z; used for ordering only. */
  readonly atMs: number;
  /** The calendar day of `atMs` in the zone of the table; used for windows, gaps and `asOf`. */
  readonly day: EpochDay;
}

/** Someone showed interest: a call, a sign-up, a quote, a visit, a chat. */
export interface InterestActivity extends ActivityBase {
  readonly kind: "interest";
  readonly channel?: string;
}

/** One position of an order, kept as it came for programmes that earn by line; facts do not read it. */
export interface OrderLine {
  readonly [name: string]: unknown;
}

/** Someone bought. Amounts are in integer minor units of the table's currency, at least 0. */
export interface OrderActivity extends ActivityBase {
  readonly kind: "order";
  readonly amountMinor: number;
  /** What the order cost the shop; profit is missing while any counted order lacks it. */
  readonly costMinor?: number;
  readonly units?: number;
  readonly lines?: readonly OrderLine[];
}

/** A whole or part refund: lowers the order it names, at the order's own date. */
export interface RefundActivity extends Omit<ActivityBase, "customerId"> {
  readonly kind: "refund";
  /** May be left out: the order says whose it is. */
  readonly customerId?: string;
  readonly orderId: string;
  readonly amountMinor: number;
  /** The part of the order's cost that is saved, for goods that came back. */
  readonly costMinor?: number;
}

/** The order it names never was: it is taken out whole, with its cost. */
export interface CancellationActivity extends Omit<ActivityBase, "customerId"> {
  readonly kind: "cancellation";
  readonly customerId?: string;
  readonly orderId: string;
}

/** Someone joined (`joined: true`) or left (`joined: false`). */
export interface MembershipActivity extends ActivityBase {
  readonly kind: "membership";
  readonly joined: boolean;
  readonly plan?: string;
}

/** Someone recommended us. */
export interface ReferralActivity extends ActivityBase {
  readonly kind: "referral";
  /** Whether we asked for it; unsaid counts as prompted. */
  readonly prompted?: boolean;
  readonly referredId?: string;
  readonly converted?: boolean;
}

/** Someone spoke for us in our own media. */
export interface TestimonialActivity extends ActivityBase {
  readonly kind: "testimonial";
  readonly rating?: number;
}

/** Someone rated us where others read it. */
export interface ReviewActivity extends ActivityBase {
  readonly kind: "review";
  readonly rating?: number;
}

/** Someone mentioned us in social media, unasked. */
export interface SocialActivity extends ActivityBase {
  readonly kind: "social";
  readonly rating?: number;
}

/** Net promoter score and repurchase intent 0–10, satisfaction 1–5, effort 1–7 (7 = easy); whole numbers. */
export type SurveyInstrument = "nps" | "intent" | "csat" | "ces";

/** Someone answered a survey; the latest score of each instrument is a fact. */
export interface SurveyActivity extends ActivityBase {
  readonly kind: "survey";
  readonly instrument: SurveyInstrument;
  readonly score: number;
}

/** A complaint, opened at `atMs`. It is open until its own `resolvedDay` or a resolution that names it. */
export interface ComplaintActivity extends ActivityBase {
  readonly kind: "complaint";
  readonly resolvedDay?: EpochDay;
  /** How many contacts it took; unsaid is unknown, never one. */
  readonly contacts?: number;
}

/** Resolves the complaint it names: the way to say so later, since one id never bears two contents. */
export interface ResolutionActivity extends Omit<ActivityBase, "customerId"> {
  readonly kind: "resolution";
  readonly customerId?: string;
  readonly complaintId: string;
  readonly contacts?: number;
}

/** Whether someone fits the definition of a target customer, and whether we can sell to them at all. */
export interface MarketActivity extends ActivityBase {
  readonly kind: "market";
  readonly targeted?: boolean;
  readonly reachable?: boolean;
}

/** What someone told about themselves, and facts of your own. */
export interface ProfileActivity extends ActivityBase {
  readonly kind: "profile";
  /** `YYYY-MM-DD`, or `MM-DD` where the year is not known. */
  readonly birthday?: string;
  /** False is a no to being contacted. */
  readonly contactable?: boolean;
  readonly facts?: Readonly<Record<string, number | boolean>>;
}

/** Two ids are one person: guest checkout, e-mail, phone. Transitive, in any order of arrival. */
export interface AliasActivity extends ActivityBase {
  readonly kind: "alias";
  readonly otherId: string;
}

/** What a customer did, in any of the kinds that are known. Plain data, safe for JSON. */
export type Activity =
  | InterestActivity
  | OrderActivity
  | RefundActivity
  | CancellationActivity
  | MembershipActivity
  | ReferralActivity
  | TestimonialActivity
  | ReviewActivity
  | SocialActivity
  | SurveyActivity
  | ComplaintActivity
  | ResolutionActivity
  | MarketActivity
  | ProfileActivity
  | AliasActivity;

/** The name of a kind of activity. */
export type ActivityKind = Activity["kind"];

/** The activity of one kind. */
export type ActivityOf<K extends ActivityKind> = Extract<Activity, { kind: K }>;
