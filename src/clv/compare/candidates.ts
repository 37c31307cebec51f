import { fail } from "../../base/loyaltyError.ts";
import { fitBgNbd } from "../bgNbd/fit.ts";
import { bgNbd } from "../bgNbd/predict.ts";
import { fitMbgNbd } from "../mbgNbd/fit.ts";
import { mbgNbd } from "../mbgNbd/predict.ts";
import type { FittedModel } from "../model/fittedModel.ts";
import type { PurchaseColumns } from "../model/purchaseColumns.ts";
import type { PurchaseModel } from "../model/purchaseModel.ts";
import { fitParetoNbd } from "../paretoNbd/fit.ts";
import { paretoNbd } from "../paretoNbd/predict.ts";

/** A model of purchases in continuous time with the parameters that were found for it on the calibration. */
export interface ModelCandidate {
  readonly model: PurchaseModel;
  readonly fitted: FittedModel<object>;
}

/** The three models in continuous time, fitted to the calibration. */
export function fittedCandidates(calibration: PurchaseColumns): ModelCandidate[] {
  return [
    { model: bgNbd, fitted: fitBgNbd(calibration) },
    { model: mbgNbd, fitted: fitMbgNbd(calibration) },
    { model: paretoNbd, fitted: fitParetoNbd(calibration) },
  ];
}

/**
 * The parameters of a candidate in the order of its model.
 *
 * @throws LoyaltyError `invalid_option`
 */
export function candidateValues({ model, fitted }: ModelCandidate, index: number): Float64Array {
  const path = ["candidates", index];
  if (model.name === "bg-bb")
    fail("invalid_option", [...path, "model"], "a model in continuous time", model.name);
  if (fitted.model !== model.name)
    fail("invalid_option", [...path, "fitted"], `a fit of ${model.name}`, fitted.model);
  const named = fitted.parameters as Readonly<Record<string, number>>;
  return Float64Array.from(model.parameterNames, (name) => {
    const value = named[name] as number;
    if (value > 0 && value < Number.POSITIVE_INFINITY) return value;
    return fail("invalid_option", [...path, "fitted", "parameters", name], "finite and above 0", value);
  });
}
