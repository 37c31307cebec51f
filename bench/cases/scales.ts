import { activityStatus } from "../../src/scales/builtin/activityStatus.ts";
import { customerLevels } from "../../src/scales/builtin/customerLevels.ts";
import { ladderOfLoyalty } from "../../src/scales/builtin/ladderOfLoyalty.ts";
import { lifecycleStages } from "../../src/scales/builtin/lifecycleStages.ts";
import { loyaltyLevels } from "../../src/scales/builtin/loyaltyLevels.ts";
import type { Scale } from "../../src/scales/scale.ts";
import { CURRENCY } from "../population/setting.ts";

/** What counts as much revenue in the window; the scales by hand say it in minor units. */
const MUCH = "500.00";

/** Counts, sums of two counts, flags. */
export const LADDER: Scale = ladderOfLoyalty();

/** The built-in scales: money, doubles, scores that may be missing and a `not` besides. */
export const ALL_SCALES: readonly Scale[] = [
  LADDER,
  customerLevels({ keyAccountRevenue: MUCH, currency: CURRENCY }),
  loyaltyLevels({ veryLoyalRevenue: MUCH, currency: CURRENCY }),
  lifecycleStages(),
  activityStatus(),
];
