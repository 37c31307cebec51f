import { createIssue } from "../../base/issue.ts";
import { failOnIssues } from "../../base/loyaltyError.ts";

/**
 * Refuses options that are not known, so that a slip of the pen cannot pass for a default.
 *
 * @throws LoyaltyError `invalid_option`
 */
export function assertKnownOptions(options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).filter((name) => !known.includes(name));
  failOnIssues(
    unknown.map((name) => createIssue("invalid_option", [name], `one of ${known.join(", ")}`, name)),
  );
}
