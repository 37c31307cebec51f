import type { SurveyInstrument } from "../../customers/activity.ts";
import { createField, type Field, refuse } from "./field.ts";

/** An id: non-blank text, kept as it is, or a whole number (exports write numeric ids without quotes). */
export const ID: Field<string> = {
  expected: "a non-empty text",
  read(value, payload) {
    if (typeof value === "bigint" || Number.isSafeInteger(value)) return String(value);
    if (typeof value !== "string") return refuse(payload, "invalid_text", ID.expected, value);
    return value.trim() === "" ? refuse(payload, "empty_id", ID.expected, value) : value;
  },
};

/** A row's own id; a blank one, as exports pad their cells, is none. */
export const OWN_ID: Field<string | undefined> = {
  expected: ID.expected,
  read: (value, payload) =>
    typeof value === "string" && value.trim() === "" ? undefined : ID.read(value, payload),
};

export const TEXT: Field<string> = /* @__PURE__ */ createField("invalid_text", "text", (value) =>
  typeof value === "string" ? value : undefined,
);

const FLAGS: ReadonlyMap<unknown, boolean> = /* @__PURE__ */ new Map<unknown, boolean>([
  [true, true],
  [1, true],
  ["1", true],
  ["true", true],
  ["yes", true],
  ["y", true],
  ["t", true],
  [false, false],
  [0, false],
  ["0", false],
  ["false", false],
  ["no", false],
  ["n", false],
  ["f", false],
]);

/** A boolean, or one of the usual ways to write it; capitals do not matter. */
export function flagOf(value: unknown): boolean | undefined {
  return FLAGS.get(typeof value === "string" ? value.trim().toLowerCase() : value);
}

export const FLAG: Field<boolean> = /* @__PURE__ */ createField(
  "invalid_flag",
  "true or false (also yes, no, 1, 0)",
  flagOf,
);

// Every part can begin in one way only, so the match is linear in the length of the text.
const NUMBER_PATTERN = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A finite number, or text that writes one; −0 becomes 0. */
function numberOf(value: unknown): number | undefined {
  const isNumeric = typeof value === "string" && NUMBER_PATTERN.test(value.trim());
  const number = isNumeric ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number + 0 : undefined;
}

/** Ratings and units. */
export const MEASURE: Field<number> = /* @__PURE__ */ createField(
  "invalid_number",
  "a number of at least 0",
  (value) => {
    const number = numberOf(value);
    return number !== undefined && number >= 0 ? number : undefined;
  },
);

/** Numbers of contacts. */
export const COUNT: Field<number> = /* @__PURE__ */ createField(
  "invalid_number",
  "a whole number of at least 0",
  (value) => {
    const number = numberOf(value);
    return Number.isSafeInteger(number) && (number as number) >= 0 ? number : undefined;
  },
);

/** The score of a survey; its range is known only with the instrument. */
export const SCORE: Field<number> = /* @__PURE__ */ createField(
  "invalid_score",
  "a whole number",
  (value) => {
    const number = numberOf(value);
    return Number.isSafeInteger(number) ? number : undefined;
  },
);

/** One of a few words; capitals do not matter. */
function createChoice<Choice extends string>(...choices: readonly Choice[]): Field<Choice> {
  const expected = `one of ${choices.join(", ")}`;
  return createField("invalid_choice", expected, (value) => {
    const word = typeof value === "string" ? value.trim().toLowerCase() : value;
    return choices.find((choice) => choice === word);
  });
}

export const MEMBERSHIP_STATUS: Field<"joined" | "left"> = /* @__PURE__ */ createChoice("joined", "left");

export const INSTRUMENT: Field<SurveyInstrument> = /* @__PURE__ */ createChoice(
  "nps",
  "intent",
  "csat",
  "ces",
);
