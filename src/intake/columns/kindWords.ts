import type { ActivityKind, SurveyInstrument } from "../../customers/activity.ts";

/** What a word in the column of kinds says: the kind, and at times what the row would say elsewhere. */
export interface KindWord {
  readonly kind: ActivityKind;
  readonly status?: "joined" | "left";
  readonly instrument?: SurveyInstrument;
}

/** The other words for each kind, in small letters, without spaces and separators. */
const KIND_SYNONYMS: Readonly<Record<ActivityKind, readonly string[]>> = {
  interest: [],
  order: ["purchase", "sale"],
  refund: ["refunded", "return", "returned", "chargeback", "creditnote"],
  cancellation: ["cancel", "canceled", "cancelled", "void", "voided"],
  membership: [],
  referral: [],
  testimonial: [],
  review: [],
  social: ["mention"],
  survey: [],
  complaint: [],
  resolution: [],
  market: [],
  profile: [],
  alias: [],
};

/** Words that say that someone joined or left; as a kind they are a membership. */
const STATUS_WORDS: Readonly<Record<string, "joined" | "left">> = {
  joined: "joined",
  join: "joined",
  left: "left",
  leave: "left",
};

/** Instruments; as a kind they are a survey. */
const INSTRUMENT_WORDS: readonly SurveyInstrument[] = ["nps", "csat", "ces", "intent"];

function tabulateWords(): ReadonlyMap<string, KindWord> {
  const words = new Map<string, KindWord>();
  for (const [kind, synonyms] of Object.entries(KIND_SYNONYMS) as [ActivityKind, readonly string[]][]) {
    for (const word of [kind, ...synonyms]) words.set(word, { kind });
  }
  for (const [word, status] of Object.entries(STATUS_WORDS)) words.set(word, { kind: "membership", status });
  for (const instrument of INSTRUMENT_WORDS) words.set(instrument, { kind: "survey", instrument });
  return words;
}

const WORDS: ReadonlyMap<string, KindWord> = /* @__PURE__ */ tabulateWords();

/** What a value says as a kind, whatever its capitals and separators; undefined for every other value. */
export function kindWordOf(value: unknown): KindWord | undefined {
  if (typeof value !== "string") return undefined;
  return WORDS.get(value) ?? WORDS.get(value.replace(/[\s_-]+/g, "").toLowerCase());
}
