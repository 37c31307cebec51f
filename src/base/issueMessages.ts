/**
 * Every code that an issue or a {@link LoyaltyError} can bear, with its sentence. Codes never change and are
 * never reused; the prose may. The facts (path, expected, received) stand beside the sentence, not in it.
 */
export const ISSUE_MESSAGES = {
  // rows at the door
  invalid_row: "A row must be an object.",
  unknown_kind: "This kind of activity is not known.",
  missing_field: "A required field is missing.",
  invalid_text: "This field must be text.",
  empty_id: "An id must not be empty.",
  invalid_number: "This field must be a finite number in range.",
  invalid_flag: "This field must be true or false.",
  invalid_choice: "This value is not one of the allowed ones.",
  invalid_instant: "This is not a day or an instant.",
  zone_required: "A date-time without an offset needs a stated time zone.",
  invalid_time_zone: "This time zone is not known.",
  invalid_birthday: "A birthday is YYYY-MM-DD or MM-DD.",
  invalid_score: "This score is outside the scale of its instrument.",
  invalid_fact: "A fact of your own must be a finite number or a boolean under a plain name.",
  invalid_lines: "Order lines must be a list of plain JSON objects.",
  invalid_amount: "This is not an amount of money.",
  negative_amount: "An order, a refund or a cost must not be negative; send what went back as a refund.",
  negative_zero: "Minus zero is no amount.",
  too_many_decimals: "The amount has more decimals than its currency.",
  unsafe_amount: "The amount is too large to be exact (above 2^53 - 1 minor units).",
  unknown_currency: "This currency is not in ISO 4217.",
  mixed_currencies: "The row is in another currency and no conversion was given.",
  column_not_found: "No column with one of the usual names was found.",
  // summaries
  conflicting_activity: "Two different contents bear one activity id; none of them counts.",
  refund_of_unknown_order: "The refund names an order that is not there; it changes no fact.",
  refund_above_order: "The refunds exceed the order; they were cut to its amount.",
  resolution_of_unknown_complaint: "The resolution names a complaint that is not there; it changes no fact.",
  undeclared_fact: "A profile states a fact of your own that was not declared; it was left out.",
  fact_type_mismatch: "A fact of your own has another type than declared; it was left out.",
  unsafe_total: "A sum of money is too large to be exact (above 2^53 - 1 minor units).",
  // tables and histories
  invalid_option: "This option is not allowed.",
  invalid_column: "A column does not fit its table.",
  duplicate_customer: "A customer id stands twice.",
  unknown_customer: "There is no such customer.",
  customer_mismatch: "The activity belongs to another person.",
  currency_mismatch: "The currencies differ.",
  time_zone_mismatch: "The time zones differ.",
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
  criterion_too_deep: "A criterion is nested more than 100 levels deep.",
  invalid_threshold: "The threshold does not fit the fact.",
  mixed_units: "Facts of different units cannot be added up.",
  currency_required: "A threshold on money needs the currency of the scale.",
  not_calibratable: "Only atLeast on one fact can be calibrated from a population.",
  not_calibrated: "The scale has open calibration; calibrate it on a population first.",
  placements_mismatch: "The placements belong to another table or scale.",
  unknown_locale: "There are no sentences in this language; pass a locale of your own.",
  // us
  internal_invariant: "This should not have been possible; please report it.",
} as const;

/** A stable code of an issue or error. */
export type IssueCode = keyof typeof ISSUE_MESSAGES;
