export { type BuiltinScales, type BuiltinSteps, builtinScales } from "./builtinScales.ts";
export { type CustomerRow, composeCustomerRows } from "./composeCustomerRows.ts";
export { composePlacedReport } from "./composePlacedReport.ts";
export { composeReport } from "./composeReport.ts";
export type {
  LoyaltyReport,
  ReportedIssues,
  ReportedNameless,
  ReportedScale,
  ReportedStep,
  ReportedTotals,
} from "./loyaltyReport.ts";
export {
  type PlacedCustomers,
  placeCustomers,
  type ReportDefinitions,
  type ReportOptions,
  type ReportScales,
  type StepsOf,
} from "./placeCustomers.ts";
