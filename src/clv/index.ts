export { fitBgBb } from "./bgBb/fit.ts";
export { bgBbLogLikelihood } from "./bgBb/logLikelihood.ts";
export { type BgBbParameters, bgBbParameters, bgBbValues } from "./bgBb/parameters.ts";
export { type BgBbModel, bgBb } from "./bgBb/predict.ts";
export { fitBgNbd } from "./bgNbd/fit.ts";
export { bgNbdLogLikelihood } from "./bgNbd/logLikelihood.ts";
export { type BgNbdParameters, bgNbdParameters, bgNbdValues } from "./bgNbd/parameters.ts";
export { bgNbd } from "./bgNbd/predict.ts";
export type { ModelCandidate } from "./compare/candidates.ts";
export {
  type CalibrationPlots,
  type ComparedModel,
  type CompareOptions,
  compareModels,
  type RepeatsToWeek,
} from "./compare/compareModels.ts";
export type { ConditionalClass } from "./compare/conditionalClasses.ts";
export type { FrequencyClass } from "./compare/frequencyClasses.ts";
export type { HoldoutError } from "./compare/holdoutError.ts";
export type { FitOptions, FitStatus, LogNormalPrior } from "./fitting/estimate.ts";
export { checkGammaGamma, type SpendCheck, type SpendWarning } from "./gammaGamma/checkGammaGamma.ts";
export { fitGammaGamma } from "./gammaGamma/fit.ts";
export type { SpendColumns } from "./gammaGamma/groupSpend.ts";
export { gammaGammaLogLikelihood } from "./gammaGamma/logLikelihood.ts";
export type { GammaGammaParameters } from "./gammaGamma/parameters.ts";
export {
  type ExpectedSpend,
  type ExpectedSpendColumn,
  gammaGamma,
  type SpendModel,
} from "./gammaGamma/predict.ts";
export {
  type BootstrapIntervals,
  type BootstrapOptions,
  bootstrapIntervals,
} from "./intervals/bootstrapIntervals.ts";
export type { NamedNumbers } from "./intervals/fittedValues.ts";
export type { NoIntervalReason, PredictionInterval } from "./intervals/interval.ts";
export {
  type IntervalOptions,
  type IntervalScale,
  predictionInterval,
} from "./intervals/predictionInterval.ts";
export { fitMbgNbd } from "./mbgNbd/fit.ts";
export { mbgNbdLogLikelihood } from "./mbgNbd/logLikelihood.ts";
export { type MbgNbdParameters, mbgNbdParameters, mbgNbdValues } from "./mbgNbd/parameters.ts";
export { mbgNbd } from "./mbgNbd/predict.ts";
export type { FittedModel, ModelFit } from "./model/fittedModel.ts";
export { type ParameterInterval, parameterIntervals } from "./model/parameterIntervals.ts";
export type { PurchaseColumns } from "./model/purchaseColumns.ts";
export type {
  ParameterValues,
  PurchaseModel,
  PurchaseModelName,
  ResidualTransactions,
  WeightedHorizons,
} from "./model/purchaseModel.ts";
export { type ModelShape, readFittedModel } from "./model/readFittedModel.ts";
export { discountedResidualTransactions } from "./paretoNbd/discountedResidualTransactions.ts";
export { fitParetoNbd } from "./paretoNbd/fit.ts";
export { paretoNbdLogLikelihood } from "./paretoNbd/logLikelihood.ts";
export { type ParetoNbdParameters, paretoNbdParameters, paretoNbdValues } from "./paretoNbd/parameters.ts";
export { type ParetoNbdModel, paretoNbd } from "./paretoNbd/predict.ts";
export { type OpportunityOptions, opportunitiesOf } from "./purchases/opportunitiesOf.ts";
export type { AgeOptions, CohortOptions } from "./purchases/purchaseOptions.ts";
export type { IdentifiedPurchases, Purchases } from "./purchases/purchases.ts";
export { type PurchaseOptions, purchasesOf } from "./purchases/purchasesOf.ts";
export { purchasesOfTable, type TablePurchases } from "./purchases/purchasesOfTable.ts";
export {
  type Holdout,
  type SplitHistory,
  type SplitOptions,
  splitPurchases,
} from "./purchases/splitPurchases.ts";
export { fitSbg } from "./sBg/fit.ts";
export { sbgLogLikelihood } from "./sBg/logLikelihood.ts";
export type { SbgParameters } from "./sBg/parameters.ts";
export { type ExpectedPeriods, type RetentionModel, sBg } from "./sBg/predict.ts";
export type { SurvivorCohort } from "./sBg/renewals.ts";
export type { ContinuousModel, SimulatedModel } from "./simulate/lifeOf.ts";
export {
  type PurchaseColumnSimulation,
  type SimulatedPurchases,
  simulatePurchaseColumns,
} from "./simulate/simulatePurchaseColumns.ts";
export { type PurchaseSimulation, simulatePurchases } from "./simulate/simulatePurchases.ts";
export { type SimulatedSpend, type SpendSimulation, simulateSpend } from "./simulate/simulateSpend.ts";
export { type SurvivorSimulation, simulateSurvivors } from "./simulate/simulateSurvivors.ts";
export type { Calendar, Duration, TimeUnit } from "./values/calendar.ts";
export { discountedPurchases } from "./values/discountedPurchases.ts";
export type { DiscountRate } from "./values/discountRate.ts";
export { type FormulaInputs, formulaValue } from "./values/formulaValue.ts";
export { type HistoricValue, historicValue } from "./values/historicValue.ts";
export type { HorizonOptions } from "./values/horizonPlan.ts";
export { type CustomerHistoryValues, horizonValue } from "./values/horizonValue.ts";
export { horizonValues } from "./values/horizonValues.ts";
export { type LtvToCac, ltvToCac } from "./values/ltvToCac.ts";
export { type Payback, type PaybackInputs, paybackMonths } from "./values/paybackMonths.ts";
export { type RetentionInputs, type RetentionValue, retentionValue } from "./values/retentionValue.ts";
export {
  type BudgetInputs,
  type BudgetPart,
  type BudgetSplit,
  type SpendingResponse,
  splitBudget,
} from "./values/splitBudget.ts";
