import type { IssuePath } from "./issue.ts";
import { fail } from "./loyaltyError.ts";

/** Throws `invalid_option` for options that are no plain object or have a property that is not known: a typo. */
export function assertKnownOptions(
  options: unknown,
  known: readonly string[],
  path: IssuePath = [],
): asserts options is object {
  const isPlain = typeof options === "object" && options !== null && !Array.isArray(options);
  if (!isPlain) fail("invalid_option", path, "an object of options", options);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || known.includes(name)) continue;
    fail("invalid_option", [...path, name], `one of ${known.join(", ")}`, value);
  }
}
