import { fitBetaGeometric } from "../betaGeometric/fitBetaGeometric.ts";
import type { FitOptions } from "../fitting/estimate.ts";
import type { FittedModel } from "../model/fittedModel.ts";
import type { PurchaseColumns } from "../model/purchaseColumns.ts";
import { bgNbdLikelihood } from "./logLikelihood.ts";
import type { BgNbdParameters } from "./parameters.ts";

/**
 * Fits BG/NBD (Fader, Hardie & Lee 2005) by maximum likelihood. Customers who have not come back yet are alive for
 * certain in this model; where that is not believable, see `fitMbgNbd`.
 *
 * @param columns Customers, ages in any one unit of time; alpha comes out in the same unit.
 * @returns The model as plain data. Read `fit.status` before the parameters: without repeat buyers, say, there is
 * nothing to estimate and it is `degenerate_data`.
 *
 * @throws LoyaltyError `invalid_column` for columns that are no histories, `invalid_option` for options
 *
 * @example
 * const columns = { customerCount: 2, repeats: [0, 0], lastAge: [0, 0], age: [39, 30] };
 * fitBgNbd(columns).fit.status; // => "degenerate_data"
 */
export function fitBgNbd(columns: PurchaseColumns, options?: FitOptions): FittedModel<BgNbdParameters> {
  return fitBetaGeometric("bg-nbd", bgNbdLikelihood, columns, options);
}
