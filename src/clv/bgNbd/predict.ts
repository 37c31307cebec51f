import { betaGeometricModel } from "../betaGeometric/betaGeometricModel.ts";
import type { PurchaseModel } from "../model/purchaseModel.ts";

/**
 * BG/NBD (Fader, Hardie & Lee 2005): customers can leave after every repeat purchase. `expectation` is eq. 9,
 * `conditionalExpectation` eq. 10, `countProbability` eq. 8; the chance to be alive is their note "Computing
 * P(alive) Using the BG/NBD Model" (2008), and later, with x and t_x known,
 *
 *   P(alive at T+t) = P(alive at T) · 2F1(r+x, a; a+b+x; −t/(α+T))
 *   P(no purchase in (T, T+t]) = 1 − P(alive at T) · (1 − ((α+T) / (α+T+t))^(r+x))
 *
 * @example
 * const parameters = [0.243, 4.414, 0.793, 2.426]; // r, alpha, a, b of the CDNOW customers, in weeks
 * bgNbd.conditionalExpectation(parameters, 2, 30.43, 38.86, 39).toFixed(6); // => "1.226028"
 * bgNbd.aliveProbability(parameters, 2, 30.43, 38.86, 0).toFixed(4); // => "0.7266"
 */
export const bgNbd: PurchaseModel & { readonly name: "bg-nbd" } = /* @__PURE__ */ betaGeometricModel(
  "bg-nbd",
  0,
);
