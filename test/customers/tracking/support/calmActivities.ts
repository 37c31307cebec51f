import { fc } from "@fast-check/vitest";
import type { Activity } from "../../../../src/customers/activity.ts";
import { activityLists } from "../../support/arbitraryActivities.ts";

/** Two people, so that each does much. */
const CUSTOMERS = ["ann", "bob"];

/**
 * What two people did, little of it twice and rarely joined: most can be added without looking at everything again.
 * Instants are few, so that late words, and words of one moment, are frequent; some of what is named is there.
 */
export const calmLists: fc.Arbitrary<Activity[]> = fc
  .tuple(activityLists, fc.array(fc.nat({ max: 1000 }), { minLength: 70, maxLength: 70 }))
  .map(([list, numbers]) =>
    list
      .filter(({ kind }, index) => kind !== "alias" || (numbers[index] as number) % 4 === 0)
      .map((activity, index) => calm(activity, index, numbers)),
  );

function calm(activity: Activity, index: number, numbers: readonly number[]): Activity {
  const number = numbers[index] as number;
  const earlier = `u${number % (index + 1)}`;
  const { id: _, ...rest } = activity;
  return {
    ...rest,
    ...(number % 5 === 0 ? {} : { id: number % 11 === 0 ? earlier : `u${index}` }),
    ...(activity.customerId === undefined ? {} : { customerId: CUSTOMERS[number % 2] as string }),
    ...(activity.kind === "refund" || activity.kind === "cancellation" ? { orderId: earlier } : {}),
    ...(activity.kind === "resolution" ? { complaintId: earlier } : {}),
    atMs: number % 7,
    day: activity.day % 60,
  } as Activity;
}
