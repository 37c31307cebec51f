import type { SurveyInstrument } from "../../customers/activity.ts";
import { createField, type Field, isAbsent, refuse } from "./field.ts";

const SPACE = 32;
const DELETE = 127;

/** Whether a text has nothing to see; most begin with a sign of ASCII, and need no copy without its spaces. */
function isBlank(text: string): boolean {
  const first = text === "" ? SPACE : text.charCodeAt(0);
  return !(first > SPACE && first < DELETE) && text.trim() === "";
}

/** The id that a value states; undefined for a blank text and for what cannot be an id. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === "string") return isBlank(value) ? undefined : value;
  return typeof value === "bigint" || Number.isSafeInteger(value) ? String(value) : undefined;
}

/** An id: non-blank text, kept as it is, or a whole number (exports write numeric ids without quotes). */
export const ID: Field<string> = {
  expected: "a non-empty text",
  parse: idOf,
  read(value, payload) {
    const code = typeof value === "string" ? "empty_id" : "invalid_text";
    return idOf(value) ?? refuse(payload, code, ID.expected, value);
  },
};

/** A row's own id, `""` where it says that it has none; undefined for what cannot be an id. */
export function ownIdOf(value: unknown): string | undefined {
  if (typeof value === "string") return isBlank(value) ? "" : value;
  return isAbsent(value) ? "" : idOf(value);
}

/** A row's own id; a blank one, as exports pad their cells, is none. */
export const OWN_ID: Field<string | undefined> = {
  ...ID,
  read: (value, payload) => (ownIdOf(value) === "" ? undefined : ID.read(value, payload)),
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
  const flag = FLAGS.get(value);
  return flag === undefined && typeof value === "string" ? FLAGS.get(value.trim().toLowerCase()) : flag;
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
    const isSpoken = typeof value === "string" && !choices.includes(value as Choice);
    const word = isSpoken ? value.trim().toLowerCase() : value;
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
