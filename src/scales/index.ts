export type { IssuePath, LoyaltyIssue } from "../base/issue.ts";
export type { IssueCode } from "../base/issueMessages.ts";
export { isLoyaltyError, LoyaltyError } from "../base/loyaltyError.ts";
export type { Operator } from "../criteria/compareValue.ts";
export type {
  Comparison,
  Criterion,
  FactCriterion,
  SumCriterion,
  Threshold,
  TopThreshold,
} from "../criteria/criterion.ts";
export type {
  ExplainedChoice,
  ExplainedComparison,
  ExplainedImpossibility,
  ExplainedOperator,
  ExplainedPart,
  ExplainedValue,
  Explanation,
} from "../criteria/explainedPart.ts";
export type {
  CountPhrase,
  FactPhrase,
  FlagPhrase,
  Locale,
  NounForms,
  OperatorTemplates,
  PluralForm,
  QuantityPhrase,
  RenewalTemplates,
} from "../criteria/locale.ts";
export type { LocaleCode } from "../criteria/localeOf.ts";
export { en } from "../criteria/locales/en.ts";
export { vi } from "../criteria/locales/vi.ts";
export { sentenceOf } from "../criteria/sentenceOf.ts";
export type { SentenceContext } from "../criteria/subjectOf.ts";
export { type ActivityStatus, type ActivityStatusOptions, activityStatus } from "./builtin/activityStatus.ts";
export { type CustomerLevel, type CustomerLevelsOptions, customerLevels } from "./builtin/customerLevels.ts";
export { type LadderOptions, type LadderStep, ladderOfLoyalty } from "./builtin/ladderOfLoyalty.ts";
export { type LifecycleOptions, type LifecycleStage, lifecycleStages } from "./builtin/lifecycleStages.ts";
export { type LoyaltyLevel, type LoyaltyLevelsOptions, loyaltyLevels } from "./builtin/loyaltyLevels.ts";
export { calibrateScale } from "./calibrateScale.ts";
export { type Census, type CensusOptions, type CensusStep, census } from "./census.ts";
export type { CensusGroup } from "./censusGroup.ts";
export { classifyCustomer } from "./classifyCustomer.ts";
export { classifyTable, type PlacementsOnEach } from "./classifyTable.ts";
export { classifyTracked } from "./classifyTracked.ts";
export {
  type AllowedPairs,
  type AllowedPairsOptions,
  allowedPairs,
  type StepPair,
} from "./crosswalk/allowedPairs.ts";
export { type Crosswalk, crosswalk } from "./crosswalk/crosswalk.ts";
export {
  type ApproachGoal,
  type ApproachPhase,
  LADDER_LEVEL_MAPPING,
  type LadderLevelMapping,
  type StepMapping,
} from "./crosswalk/ladderLevelMapping.ts";
export type { PossibleCustomer } from "./crosswalk/possibleCustomer.ts";
export { customersOn } from "./customersOn.ts";
export { customersWhere } from "./customersWhere.ts";
export type { DefinedScale, OpennessOf, StepIdOf } from "./definedScale.ts";
export { defineScale } from "./defineScale.ts";
export { type ExplainCustomerOptions, explainCustomer } from "./explainCustomer.ts";
export { type ExplainedPlacement, type ExplainOptions, explainPlacement } from "./explainPlacement.ts";
export { isCalibrated } from "./isCalibrated.ts";
export { type JointCensus, type JointGroup, jointCensus, type StepsOnEach } from "./jointCensus.ts";
export type { ExplainedNextStep } from "./nextStepOf.ts";
export { classifyHistory } from "./overTime/classifyHistory.ts";
export { type ExplainedHistory, explainHistory } from "./overTime/explainHistory.ts";
export type { HistoryOptions } from "./overTime/historyView.ts";
export { nextChangeOn } from "./overTime/nextChangeOn.ts";
export { type Transition, transitionOf } from "./overTime/transitionOf.ts";
export { OFF_SCALE, type Placement, type Placements } from "./placement.ts";
export type { PlacementLocale, PlacementTemplates } from "./placementTemplates.ts";
export type { RankedCustomer, RankedCustomers, RankingFact, RankingOptions } from "./rankCustomers.ts";
export type {
  CalibrationNote,
  Climb,
  Labels,
  OpenScale,
  Scale,
  ScaleDefinition,
  StepDefinition,
} from "./scale.ts";
export { stepAt } from "./stepAt.ts";
