import { createIssue, type IssuePath, type LoyaltyIssue } from "./issue.ts";
import type { CommonCode, IssueCode } from "./issueMessages.ts";

const BRAND: symbol = /* @__PURE__ */ Symbol.for("loyalty-ladder.error");

/**
 * The one error class: an input or a definition breaks the contract. Switch on `code`; recognise it with
 * {@link isLoyaltyError}, because `instanceof` fails between the ESM and the CJS copy of a package.
 */
export class LoyaltyError extends Error {
  /** The code of the first issue. */
  readonly code: IssueCode;
  /** The path of the first issue. */
  readonly path: IssuePath;
  /** Everything that was found wrong, capped by the verb that collected it; never empty. */
  readonly issues: readonly LoyaltyIssue[];

  constructor(issues: readonly LoyaltyIssue[]) {
    const first = issues[0] ?? createIssue("internal_invariant", [], "at least one issue", "none");
    super(sentence(first, issues.length));
    this.name = "LoyaltyError";
    this.code = first.code;
    this.path = first.path;
    this.issues = issues.length > 0 ? issues : [first];
    Object.defineProperty(this, BRAND, { value: true });
  }
}

function sentence(first: LoyaltyIssue, count: number): string {
  const row = first.row === undefined ? "" : ` (row ${first.row})`;
  const where = first.path.length > 0 ? ` at ${first.path.join(".")}` : "";
  const more = count > 1 ? ` And ${count - 1} more.` : "";
  return `${first.code}${where}${row}: ${first.message} Expected ${first.expected}, received ${first.received}.${more}`;
}

/** Throws a {@link LoyaltyError} with a single issue. */
export function fail(code: CommonCode, path: IssuePath, expected: string, received: unknown): never {
  throw new LoyaltyError([createIssue(code, path, expected, received)]);
}

/** Throws one {@link LoyaltyError} for all issues, when there are any. */
export function failOnIssues(issues: readonly LoyaltyIssue[]): void {
  if (issues.length > 0) throw new LoyaltyError(issues);
}

/**
 * Says whether a caught value is a {@link LoyaltyError}, from whichever copy of this package.
 *
 * @example
 * isLoyaltyError(new Error("other")); // => false
 */
export function isLoyaltyError(value: unknown): value is LoyaltyError {
  return (
    typeof value === "object" && value !== null && (value as { [brand: symbol]: unknown })[BRAND] === true
  );
}
