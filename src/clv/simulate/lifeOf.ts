import { assertKnownOptions } from "../../base/assertKnownOptions.ts";
import { fail } from "../../base/loyaltyError.ts";
import { betaVariate } from "../../math/betaVariate.ts";
import type { SeededRandom } from "../../math/createRandom.ts";
import { exponentialVariate } from "../../math/exponentialVariate.ts";
import { gammaVariate } from "../../math/gammaVariate.ts";
import { geometricVariate } from "../../math/geometricVariate.ts";
import {
  BETA_GEOMETRIC_NAMES,
  type BetaGeometricParameters,
  betaGeometricValues,
} from "../betaGeometric/parameters.ts";
import { BG_BB_NAMES, type BgBbParameters, bgBbValues } from "../bgBb/parameters.ts";
import type { ParameterValues } from "../model/purchaseModel.ts";
import { PARETO_NBD_NAMES, type ParetoNbdParameters, paretoNbdValues } from "../paretoNbd/parameters.ts";

/** A model in continuous time with the parameters to simulate, in the unit in which ages are told. */
export type ContinuousModel =
  | { readonly model: "bg-nbd" | "mbg-nbd"; readonly parameters: BetaGeometricParameters }
  | { readonly model: "pareto-nbd"; readonly parameters: ParetoNbdParameters };

/** A model of repeat purchases with the parameters to simulate. */
export type SimulatedModel =
  | ContinuousModel
  | { readonly model: "bg-bb"; readonly parameters: BgBbParameters };

/**
 * Lives one customer up to an age: tells `buy` the age at each repeat purchase, rising, and returns whether the customer
 * is still there at the end. With the same numbers a longer life begins like a shorter one.
 */
type Life = (random: SeededRandom, until: number, buy: (age: number) => void) => boolean;

/** Purchases are drawn one by one: a rate that brings more than so many would not come to an end. */
const PURCHASES_MAX = 1e8;

/** Of gamma variates of rate 1 next to none lies farther above the shape. */
const FAR_ABOVE = 40;

/**
 * How customers of a model live, as its paper tells the story.
 *
 * @param longestAge The longest life that will be asked for.
 * @throws LoyaltyError `invalid_option` for an unknown model, parameters that are not exactly those of the model, finite
 * and above 0, and purchase rates that bring more than 10^8 purchases in `longestAge`
 */
export function lifeOf(simulated: SimulatedModel, longestAge: number): Life {
  const { model } = simulated;
  switch (model) {
    case "bg-nbd":
    case "mbg-nbd": {
      assertKnownOptions(simulated.parameters, BETA_GEOMETRIC_NAMES, ["parameters"]);
      const values = betaGeometricValues(simulated.parameters);
      assertCountable(values, longestAge);
      return betaGeometricLife(values, model === "mbg-nbd");
    }
    case "pareto-nbd": {
      assertKnownOptions(simulated.parameters, PARETO_NBD_NAMES, ["parameters"]);
      const values = paretoNbdValues(simulated.parameters);
      assertCountable(values, longestAge);
      return paretoLife(values);
    }
    case "bg-bb":
      assertKnownOptions(simulated.parameters, BG_BB_NAMES, ["parameters"]);
      return opportunityLife(bgBbValues(simulated.parameters));
    default:
      return fail("invalid_option", ["model"], "bg-nbd, mbg-nbd, pareto-nbd or bg-bb", model);
  }
}

function assertCountable(values: ParameterValues, longestAge: number): void {
  const shape = values[0] as number;
  const rate = values[1] as number;
  if ((longestAge / rate) * (shape + FAR_ABOVE) <= PURCHASES_MAX) return;
  fail("invalid_option", ["parameters", "alpha"], `purchases below ${PURCHASES_MAX} a customer`, rate);
}

/** Parameters may tell of rates beyond the doubles at either end: those at 0 never buy. */
function purchaseRate(random: SeededRandom, values: ParameterValues): number {
  return Math.min(Number.MAX_VALUE, gammaVariate(random, values[0] as number, values[1] as number));
}

/** BG/NBD and MBG/NBD: after each repeat purchase, and with `mayLeaveAtOnce` after the first one, a chance to leave. */
function betaGeometricLife(values: ParameterValues, mayLeaveAtOnce: boolean): Life {
  const a = values[2] as number;
  const b = values[3] as number;
  return (random, until, buy) => {
    const rate = purchaseRate(random, values);
    const leaving = betaVariate(random, a, b);
    if (mayLeaveAtOnce && random.next() < leaving) return false;
    let age = exponentialVariate(random, rate);
    while (age < until) {
      buy(age);
      if (random.next() < leaving) return false;
      age += exponentialVariate(random, rate);
    }
    return true;
  };
}

/** Pareto/NBD: the customer drops out at some age, whatever they bought. */
function paretoLife(values: ParameterValues): Life {
  const s = values[2] as number;
  const beta = values[3] as number;
  return (random, until, buy) => {
    const rate = purchaseRate(random, values);
    const dropoutRate = Math.min(Number.MAX_VALUE, gammaVariate(random, s, beta));
    const lifetime = exponentialVariate(random, dropoutRate);
    const end = Math.min(until, lifetime);
    for (let age = exponentialVariate(random, rate); age < end; age += exponentialVariate(random, rate))
      buy(age);
    return lifetime > until;
  };
}

/** BG/BB: ages are opportunities; who dies at one does not meet it. */
function opportunityLife(values: ParameterValues): Life {
  return (random, until, buy) => {
    const buying = betaVariate(random, values[0] as number, values[1] as number);
    const dying = betaVariate(random, values[2] as number, values[3] as number);
    const death = geometricVariate(random, dying);
    const last = Math.min(until, death - 1);
    for (let age = geometricVariate(random, buying); age <= last; age += geometricVariate(random, buying))
      buy(age);
    return death > until;
  };
}
