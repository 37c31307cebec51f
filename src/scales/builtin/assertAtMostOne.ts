import { fail } from "../../base/loyaltyError.ts";

/**
 * Refuses two options that answer the same question, such as a share of the population beside an amount.
 *
 * @throws LoyaltyError `invalid_option`
 */
export function assertAtMostOne<Options extends object>(
  options: Options,
  names: readonly (keyof Options & string)[],
): void {
  const [, second] = names.filter((name) => options[name] !== undefined);
  if (second !== undefined)
    fail("invalid_option", [second], `only one of ${names.join(", ")}`, options[second]);
}
