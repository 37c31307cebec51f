import { fail } from "../base/loyaltyError.ts";
import type { CompiledCriteria } from "../criteria/compileCriteria.ts";
import type { Decision } from "../criteria/decision/decision.ts";
import type { Ranking, RankPlan } from "../criteria/rankPlan.ts";
import { isCalibrated } from "./isCalibrated.ts";
import { parseScale } from "./parseScale.ts";
import type { Placement } from "./placement.ts";
import { planOf } from "./planOf.ts";
import type { OpenScale, Scale } from "./scale.ts";

/** A scale made ready for every executor. */
export interface CompiledScale<Step extends string = string> {
  readonly scale: Scale<Step>;
  /** One root per step, in the order of the steps. */
  readonly criteria: CompiledCriteria;
  /** The same for whole columns. */
  readonly plan: RankPlan;
  /**
   * The same for one object of facts; null where it would be too large. Undefined until someone is classified by
   * their facts alone: see `decisionOf`.
   */
  decision: Decision | null | undefined;
  /** The users' own facts: the first has the slot after the last built-in fact, and so on. */
  readonly ownNames: readonly string[];
  /** The placement on each step; shared, so that placing someone allocates nothing. */
  readonly placements: readonly Placement<Step>[];
  readonly offPlacement: Placement<Step>;
}

const compiledScales: WeakMap<object, CompiledScale> = /* @__PURE__ */ new WeakMap();

/**
 * Compiles a scale once; later calls give the same result. A plain object that never went through
 * `defineScale` is checked first, on every call, since it may change in between.
 *
 * @throws LoyaltyError `not_calibrated` while a threshold waits for calibration; what `defineScale` throws for
 * an object that is no scale
 */
export function compileScale<Step extends string>(scale: OpenScale<Step>): CompiledScale<Step> {
  return (compiledScales.get(scale) as CompiledScale<Step> | undefined) ?? compileChecked(scale);
}

function compileChecked<Step extends string>(scale: OpenScale<Step>): CompiledScale<Step> {
  const checked = parseScale(scale) as OpenScale<Step>;
  if (!isCalibrated(checked)) fail("not_calibrated", [], "a calibrated scale", checked.name);
  const compiled = compile(checked);
  compiledScales.set(checked, compiled);
  return compiled;
}

function compile<Step extends string>(scale: Scale<Step>): CompiledScale<Step> {
  const { name, currency, ownFacts } = scale;
  const plan = planOf([scale]);
  const [{ roots }] = plan.rankings as [Ranking];
  return {
    scale,
    criteria: { comparisons: plan.comparisons, roots, currency },
    plan,
    decision: undefined,
    ownNames: Object.keys(ownFacts ?? {}),
    placements: scale.steps.map((step, index) =>
      Object.freeze({ scale: name, step: step.id, rank: index + 1 }),
    ),
    offPlacement: Object.freeze({ scale: name, step: null, rank: null }),
  };
}
