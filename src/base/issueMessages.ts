import type { ActivityCode } from "./activityMessages.ts";

/**
 * The codes that an issue or a {@link LoyaltyError} can bear, with their sentences, but for those that are about
 * activities: they stand in `activityMessages.ts`, so that who never reads an activity does not carry them along.
 * Codes never change and are never reused; the prose may. The facts (path, expected, received) stand beside the
 * sentence, not in it.
 */
export const ISSUE_MESSAGES = {
  // values
  invalid_time_zone: "This time zone is not known.",
  invalid_fact: "A fact of your own is a number or a flag under a plain name.",
  unknown_currency: "This currency is not in ISO 4217.",
  // tables and histories
  invalid_option: "This option is not allowed.",
  invalid_column: "A column does not fit its table.",
  unknown_customer: "There is no such customer.",
  currency_mismatch: "The currencies differ.",
  window_mismatch: "The windows differ.",
  // definitions
  invalid_definition: "The definition does not have the expected shape.",
  unknown_format: "The format of this JSON is not known.",
  unknown_fact: "This fact is not known here.",
  reserved_fact: "This name belongs to a built-in fact.",
  empty_step: "A step needs an id.",
  duplicate_step: "Two steps have the same id.",
  no_steps: "A scale needs at least one step.",
  too_many_steps: "A scale has at most 254 steps.",
  unknown_step: "This step is not on the scale.",
  invalid_criterion: "This is not a criterion.",
  criterion_too_deep: "A criterion is nested too deeply.",
  invalid_threshold: "The threshold does not fit the fact.",
  mixed_units: "Facts of different units cannot be added up.",
  currency_required: "A threshold on money needs a currency.",
  not_calibratable: "Only atLeast on one fact can be calibrated.",
  not_calibrated: "The scale must be calibrated on a population first.",
  placements_mismatch: "The placements belong to another table or scale.",
  unknown_locale: "There are no sentences in this language.",
  // us
  internal_invariant: "This is a bug; please report it.",
} as const;

/** A code whose sentence every program has at hand. */
export type CommonCode = keyof typeof ISSUE_MESSAGES;

/** A stable code of an issue or error. */
export type IssueCode = CommonCode | ActivityCode;
