import { fail } from "../../base/loyaltyError.ts";
import type { FittedModel } from "../model/fittedModel.ts";
import type { ModelShape } from "../model/readFittedModel.ts";

/** Parameters by name. */
export type NamedNumbers<Parameters> = { readonly [Name in keyof Parameters]: number };

/**
 * The parameters of a fitted model in the order of the model.
 *
 * @throws LoyaltyError `invalid_option` for a fit of another model
 */
export function fittedValues<Parameters extends NamedNumbers<Parameters>>(
  model: ModelShape,
  fitted: FittedModel<Parameters>,
): Float64Array {
  if (fitted.model !== model.name) fail("invalid_option", ["fitted", "model"], model.name, fitted.model);
  const named = fitted.parameters as Readonly<Record<string, number>>;
  return Float64Array.from(model.parameterNames, (name) => named[name] as number);
}
