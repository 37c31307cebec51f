import { describe, expectTypeOf, test } from "vitest";
import { customerLevels } from "../../../src/scales/builtin/customerLevels.ts";
import type { LadderStep } from "../../../src/scales/builtin/ladderOfLoyalty.ts";
import { ladderOfLoyalty } from "../../../src/scales/builtin/ladderOfLoyalty.ts";
import { allowedPairs } from "../../../src/scales/crosswalk/allowedPairs.ts";
import { crosswalk } from "../../../src/scales/crosswalk/crosswalk.ts";
import { LADDER_LEVEL_MAPPING } from "../../../src/scales/crosswalk/ladderLevelMapping.ts";
import { defineScale } from "../../../src/scales/defineScale.ts";
import type { Placements } from "../../../src/scales/placement.ts";

const regulars = defineScale({
  name: "regulars",
  steps: [
    { id: "guest", when: { fact: "orders", atLeast: 1 } },
    { id: "regular", when: { fact: "orders", atLeast: 6 } },
  ],
});

describe("steps keep their names", () => {
  test("in the pairs of two scales", () => {
    const { rows, columns, undecided } = allowedPairs(regulars, ladderOfLoyalty());
    expectTypeOf(rows).toEqualTypeOf<readonly ("guest" | "regular" | null)[]>();
    expectTypeOf(columns).toEqualTypeOf<readonly (LadderStep | null)[]>();
    expectTypeOf(undecided[0]?.row).toEqualTypeOf<"guest" | "regular" | null | undefined>();
  });

  test("in a cross-table", () => {
    const placements: Placements<"guest" | "regular"> = { scale: regulars, step: new Uint8Array(0) };
    const { rows, columns } = crosswalk(placements, placements);
    expectTypeOf(rows).toEqualTypeOf<readonly ("guest" | "regular" | null)[]>();
    expectTypeOf(columns).toEqualTypeOf<readonly ("guest" | "regular" | null)[]>();
  });

  test("in the ready mapping", () => {
    expectTypeOf(LADDER_LEVEL_MAPPING.rungs[0]?.step).toEqualTypeOf<LadderStep | undefined>();
  });

  test("a scale whose calibration is open is refused", () => {
    // @ts-expect-error: the threshold of key accounts is not set yet
    allowedPairs(customerLevels(), regulars);
  });
});
