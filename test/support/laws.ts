/** The laws that everything here must obey, by name: tests cite them, so that a failure says which one broke. */
export const LAWS = {
  rowOrder: "law: the order of arrival never changes the result",
  rowIsColumn: "law: column form = row form",
  incremental: "law: one activity at a time = all at once",
  merged: "law: merged parts = the whole",
  idempotent: "law: posting twice = posting once",
  untilAsOf: "law: nothing after asOf counts",
  wholeIsParts: "law: the parts sum to the whole",
  censusSums: "law: the census sums to the rows",
  monotone: "law: a better fact never lowers a monotone scale",
  stepwiseBelowHighest: "law: stepwise never stands above highest",
  topShare: "law: at least ceil(top · n) pass a calibrated threshold, and fewer than that stand above it",
  missingLifts: "law: doing what is missing lifts to the next step",
} as const;
