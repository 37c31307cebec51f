import { flagOf } from "../fields/plainFields.ts";
import { KIND_NAMES } from "./activityNames.ts";
import type { Fields, Values } from "./collectFields.ts";
import { type KindWord, kindWordOf } from "./kindWords.ts";
import { plainNameOf } from "./usualNames.ts";

const NO_VALUES: Values = /* @__PURE__ */ new Map();

/** What a row says in other ways than by the field itself, put where `readActivities` looks for it. */
export function settleFields(word: KindWord, fields: Fields, values: Values = NO_VALUES): Fields {
  const settled = settleKind(word, fields, values);
  if (looksLikeSeconds(settled.at)) settled.at = String(settled.at);
  if (looksLikeSeconds(settled.resolvedAt)) settled.resolvedAt = String(settled.resolvedAt);
  return settled;
}

function settleKind(word: KindWord, fields: Fields, values: Values): Fields {
  switch (word.kind) {
    case "membership":
      return settleStatus(word, fields, values);
    case "survey":
      return settleInstrument(word, fields, values);
    case "referral":
      return settlePrompted(fields);
    case "complaint":
      return settleResolved(fields);
    default:
      return fields;
  }
}

/** Between these, a number of milliseconds is in 1970–1973, and a number of seconds in 1973–5138. */
const SECONDS_ABOVE = 1e8;
const SECONDS_BELOW = 1e11;

function looksLikeSeconds(value: unknown): boolean {
  return typeof value === "number" && Math.abs(value) > SECONDS_ABOVE && Math.abs(value) < SECONDS_BELOW;
}

const STATUS_NAMES: readonly string[] = ["status", "action", "membershipstatus", "state", "change"];
const INSTRUMENT_NAMES: readonly string[] = ["instrument", "surveytype", "survey"];
const PLAIN_KIND_NAMES: readonly string[] = /* @__PURE__ */ KIND_NAMES.map(plainNameOf);

/** What happened comes first; then a word under the names of the status, or under those of the kind; then flags. */
function settleStatus(word: KindWord, { joined, left, ...fields }: Fields, values: Values): Fields {
  const statuses = [...STATUS_NAMES, ...PLAIN_KIND_NAMES].map((name) => kindWordOf(values.get(name))?.status);
  const leftFlag = flagOf(left);
  const flag = flagOf(joined) ?? (leftFlag === undefined ? undefined : !leftFlag);
  const flagged = flag === undefined ? undefined : flag ? "joined" : "left";
  const status = word.status ?? statuses.find((one) => one !== undefined) ?? fields.status ?? flagged;
  return status === undefined ? fields : { ...fields, status };
}

function settleInstrument(word: KindWord, fields: Fields, values: Values): Fields {
  const names = [...INSTRUMENT_NAMES, ...PLAIN_KIND_NAMES];
  const instruments = names.map((name) => kindWordOf(values.get(name))?.instrument);
  const instrument = word.instrument ?? instruments.find((one) => one !== undefined) ?? fields.instrument;
  return instrument === undefined ? fields : { ...fields, instrument };
}

function settlePrompted({ unprompted, ...fields }: Fields): Fields {
  if (unprompted === undefined || "prompted" in fields) return fields;
  const flag = flagOf(unprompted);
  return { ...fields, prompted: flag === undefined ? unprompted : !flag };
}

/** A mere yes says that the complaint is settled; the only day that is known is the one on which it was opened. */
function settleResolved({ resolvedAt, ...fields }: Fields): Fields {
  const flag = flagOf(resolvedAt);
  const settled = flag === undefined ? resolvedAt : flag ? fields.at : undefined;
  return settled === undefined ? fields : { ...fields, resolvedAt: settled };
}
