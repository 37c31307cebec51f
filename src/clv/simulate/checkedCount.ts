import { fail } from "../../base/loyaltyError.ts";

/** More than any column or calendar holds. */
const COUNT_MAX = 1e8;

/** An option that is a whole number from `least` to a hundred million; throws `invalid_option` for any other. */
export function checkedCount(count: number, name: string, least: number): number {
  if (Number.isInteger(count) && count >= least && count <= COUNT_MAX) return count;
  return fail("invalid_option", [name], `a whole number from ${least} to ${COUNT_MAX}`, count);
}
