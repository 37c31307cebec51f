/** The codes of what can be wrong with activities and with whom they are about, with their sentences. */
export const ACTIVITY_MESSAGES = {
  // one by one
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
  invalid_birthday: "A birthday is YYYY-MM-DD or MM-DD.",
  invalid_score: "This score is outside the scale of its instrument.",
  invalid_lines: "Order lines must be a list of plain JSON objects.",
  invalid_amount: "This is not an amount of money.",
  negative_amount: "An order, a refund or a cost must not be negative; send what went back as a refund.",
  negative_zero: "Minus zero is no amount.",
  too_many_decimals: "The amount has more decimals than its currency.",
  unsafe_amount: "The amount is too large to be exact (above 2^53 - 1 minor units).",
  mixed_currencies: "The row is in another currency and no conversion was given.",
  column_not_found: "No column with one of the usual names was found.",
  // together
  conflicting_activity: "Two different contents bear one activity id; none of them counts.",
  refund_of_unknown_order: "The refund names an order that is not there; it changes no fact.",
  refund_above_order: "The refunds exceed the order; they were cut to its amount.",
  resolution_of_unknown_complaint: "The resolution names a complaint that is not there; it changes no fact.",
  undeclared_fact: "A profile states a fact of your own that was not declared; it was left out.",
  fact_type_mismatch: "A fact of your own has another type than declared; it was left out.",
  unsafe_total: "A sum of money is too large to be exact (above 2^53 - 1 minor units).",
  duplicate_customer: "A customer id stands twice.",
  customer_mismatch: "The activity belongs to another person.",
  time_zone_mismatch: "The time zones differ.",
} as const;

/** A code that only what reads or sums up activities gives. */
export type ActivityCode = keyof typeof ACTIVITY_MESSAGES;
