import { fitBetaGeometric } from "../betaGeometric/fitBetaGeometric.ts";
import type { FitOptions } from "../fitting/estimate.ts";
import type { FittedModel } from "../model/fittedModel.ts";
import type { PurchaseColumns } from "../model/purchaseColumns.ts";
import { mbgNbdLikelihood } from "./logLikelihood.ts";
import type { MbgNbdParameters } from "./parameters.ts";

/**
 * Fits MBG/NBD (Batislam, Denizel & Filiztekin 2007; Hoppe & Wagner 2007) by maximum likelihood. Unlike in BG/NBD
 * customers can leave right after their first purchase, so that those who do not come back fade too.
 *
 * @param columns Customers, ages in any one unit of time; alpha comes out in the same unit.
 * @returns The model as plain data. Read `fit.status` before the parameters: without repeat buyers, say, there is
 * nothing to estimate and it is `degenerate_data`.
 *
 * @throws LoyaltyError `invalid_column` for columns that are no histories, `invalid_option` for options
 *
 * @example
 * const columns = { customerCount: 2, repeats: [0, 0], lastAge: [0, 0], age: [39, 30] };
 * fitMbgNbd(columns).fit.status; // => "degenerate_data"
 */
export function fitMbgNbd(columns: PurchaseColumns, options?: FitOptions): FittedModel<MbgNbdParameters> {
  return fitBetaGeometric("mbg-nbd", mbgNbdLikelihood, columns, options);
}
