import type { LoyaltyIssue } from "../../src/customers/index.ts";

/** An issue in one line: what, where, what was expected and what came. */
export function issueText({ code, path, expected, received }: LoyaltyIssue): string {
  const where = path.length > 0 ? ` at ${path.join(".")}` : "";
  return `${code}${where}: expected ${expected}, received ${received}`;
}
