export { digamma } from "./digamma.ts";
export { hyp2f1OneB } from "./hyp2f1OneB.ts";
export { lnBeta } from "./lnBeta.ts";
export { lnGamma } from "./lnGamma.ts";
export { lnGammaDifference } from "./lnGammaDifference.ts";
export { lnHyp2f1, type SignedLogarithm } from "./lnHyp2f1.ts";
export { lnHyperU } from "./lnHyperU.ts";
export { trigamma } from "./trigamma.ts";
