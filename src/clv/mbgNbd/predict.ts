import { betaGeometricModel } from "../betaGeometric/betaGeometricModel.ts";
import type { PurchaseModel } from "../model/purchaseModel.ts";

/**
 * MBG/NBD (Batislam, Denizel & Filiztekin 2007; Hoppe & Wagner 2007): customers can leave after every purchase, the
 * first too. `conditionalExpectation` and `aliveProbability` are their expressions in a form without overflow and 0/0;
 * at a later day, with x and t_x known,
 *
 *   P(alive at T+t) = P(alive at T) · 2F1(r+x, a; a+b+x+1; −t/(α+T))
 *   P(no purchase in (T, T+t]) = 1 − P(alive at T) · (1 − ((α+T) / (α+T+t))^(r+x))
 *
 * @example
 * const parameters = [0.525, 6.183, 0.891, 1.614]; // r, alpha, a, b of the CDNOW customers, in weeks
 * mbgNbd.conditionalExpectation(parameters, 2, 30.43, 38.86, 39).toFixed(6); // => "1.262961"
 * mbgNbd.aliveProbability(parameters, 2, 30.43, 38.86, 0).toFixed(4); // => "0.7062"
 */
export const mbgNbd: PurchaseModel & { readonly name: "mbg-nbd" } = /* @__PURE__ */ betaGeometricModel(
  "mbg-nbd",
  1,
);
