export type { LoyaltyIssue } from "../base/issue.ts";
export type { IssueCode } from "../base/issueMessages.ts";
export { isLoyaltyError, LoyaltyError } from "../base/loyaltyError.ts";
export type { ColumnKind, FactColumn, FactSchema, OwnFactKind } from "../units/column.ts";
export { MISSING_BYTE, MISSING_DAY } from "../units/column.ts";
export { type EpochDay, isoDayOf, parseDay } from "../units/day.ts";
export type {
  Activity,
  ActivityBase,
  ActivityKind,
  ActivityOf,
  AliasActivity,
  CancellationActivity,
  ComplaintActivity,
  InterestActivity,
  MarketActivity,
  MembershipActivity,
  OrderActivity,
  OrderLine,
  ProfileActivity,
  ReferralActivity,
  RefundActivity,
  ResolutionActivity,
  ReviewActivity,
  SocialActivity,
  SurveyActivity,
  SurveyInstrument,
  TestimonialActivity,
} from "./activity.ts";
export { activityAt, eachActivity } from "./activityAt.ts";
export type { ActivityTable, FieldColumn, KindColumns } from "./activityTable.ts";
export { activityTableOfOrders, type IdentifiedOrderBatch } from "./activityTableOfOrders.ts";
export { addActivity } from "./addActivity.ts";
export type { CarriedField, FieldsOf, FieldValue } from "./columns/activityFields.ts";
export {
  type ActivityTableBuilder,
  type ActivityTableOptions,
  activityTableBuilder,
  createActivityTable,
} from "./createActivityTable.ts";
export { type CustomerTableInput, createCustomerTable } from "./createCustomerTable.ts";
export { customerAt } from "./customerAt.ts";
export { type BirthdayCustomer, customersWithBirthday } from "./customersWithBirthday.ts";
export type { CustomerTable, FactColumns, NamelessTotals, OwnColumn } from "./customerTable.ts";
export { disputeActivity } from "./disputeActivity.ts";
export {
  BUILTIN_FACTS,
  type BuiltinFact,
  type CountFact,
  type CountField,
  type CustomerFacts,
  type DayFact,
  type DayField,
  type FlagFact,
  factSchemaOf,
  type MoneyFact,
  type MoneyField,
  type NumberFact,
  type OwnFactKinds,
  type ScoreFact,
} from "./facts.ts";
export { type ForgetOptions, forgetCustomer } from "./forgetCustomer.ts";
export type { CustomerHistory, CustomerSummary, Dispute } from "./history.ts";
export { historyOf } from "./historyOf.ts";
export { mergeActivities } from "./mergeActivities.ts";
export { mergeHistories } from "./mergeHistories.ts";
export type { CustomerColumn, OrderBatch } from "./orders/orderBatch.ts";
export type { SummarizeOrdersOptions } from "./orders/orderOptions.ts";
export { residentTable } from "./residentTable.ts";
export type { SummarizeHistoryOptions, SummarizeOptions } from "./rules/summarizeOptions.ts";
export { startHistory } from "./startHistory.ts";
export { summarizeCustomers } from "./summarizeCustomers.ts";
export { summarizeHistory } from "./summarizeHistory.ts";
export { type OrderSummary, summarizeOrders } from "./summarizeOrders.ts";
export { type CustomerTracker, trackCustomers } from "./trackCustomers.ts";
export type { FactReader } from "./tracking/factReader.ts";
export { withFacts } from "./withFacts.ts";
