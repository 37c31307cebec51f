import { type ActivityStatus, activityStatus } from "../scales/builtin/activityStatus.ts";
import { type CustomerLevel, customerLevels } from "../scales/builtin/customerLevels.ts";
import { type LadderStep, ladderOfLoyalty } from "../scales/builtin/ladderOfLoyalty.ts";
import { type LifecycleStage, lifecycleStages } from "../scales/builtin/lifecycleStages.ts";
import { type LoyaltyLevel, loyaltyLevels } from "../scales/builtin/loyaltyLevels.ts";
import type { Scale } from "../scales/scale.ts";

/** The steps of the built-in scales by the key that a report gives them. */
export type BuiltinSteps = {
  readonly ladder: LadderStep;
  readonly levels: CustomerLevel;
  readonly loyaltyLevels: LoyaltyLevel;
  readonly lifecycle: LifecycleStage;
  readonly activityStatus: ActivityStatus;
};

/** The built-in scales by the key that a report gives them. */
export type BuiltinScales = {
  readonly ladder: Scale<LadderStep>;
  readonly levels: Scale<CustomerLevel, true>;
  readonly loyaltyLevels: Scale<LoyaltyLevel, true>;
  readonly lifecycle: Scale<LifecycleStage>;
  readonly activityStatus: Scale<ActivityStatus>;
};

/**
 * The five scales of a report that names none: the ladder, the levels, the loyalty levels, the lifecycle and
 * the activity status, all with their defaults. Spread them to put scales of your own beside them.
 *
 * @throws LoyaltyError `invalid_definition` only if a definition of ours were wrong
 *
 * @example
 * Object.keys(builtinScales()); // => ["ladder", "levels", "loyaltyLevels", "lifecycle", "activityStatus"]
 */
export function builtinScales(): BuiltinScales {
  return {
    ladder: ladderOfLoyalty(),
    levels: customerLevels(),
    loyaltyLevels: loyaltyLevels(),
    lifecycle: lifecycleStages(),
    activityStatus: activityStatus(),
  };
}
