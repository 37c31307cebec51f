import { createIssue, type IssuePath } from "./issue.ts";
import { fail, failOnIssues } from "./loyaltyError.ts";

/** Throws `invalid_option` for options that are no plain object, and for every property that is not known: typos. */
export function assertKnownOptions(
  options: unknown,
  known: readonly string[],
  path: IssuePath = [],
): asserts options is object {
  const isPlain = typeof options === "object" && options !== null && !Array.isArray(options);
  if (!isPlain) fail("invalid_option", path, "an object of options", options);
  const unknown = Object.entries(options).filter(
    ([name, value]) => value !== undefined && !known.includes(name),
  );
  failOnIssues(
    unknown.map(([name, value]) =>
      createIssue("invalid_option", [...path, name], `one of ${known.join(", ")}`, value),
    ),
  );
}
