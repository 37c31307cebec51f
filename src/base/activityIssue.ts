import { ACTIVITY_MESSAGES, type ActivityCode } from "./activityMessages.ts";
import { describeReceived } from "./describeReceived.ts";
import { createIssue, type IssuePath, type LoyaltyIssue } from "./issue.ts";
import type { CommonCode } from "./issueMessages.ts";
import { LoyaltyError } from "./loyaltyError.ts";

/** Makes an issue of an activity; like `createIssue`, for every code. */
export function createActivityIssue(
  code: ActivityCode | CommonCode,
  path: IssuePath,
  expected: string,
  received: unknown,
): LoyaltyIssue {
  if (!isActivityCode(code)) return createIssue(code, path, expected, received);
  const message = ACTIVITY_MESSAGES[code];
  return { code, path, expected, received: describeReceived(received), message };
}

function isActivityCode(code: string): code is ActivityCode {
  return Object.hasOwn(ACTIVITY_MESSAGES, code);
}

/** Throws a {@link LoyaltyError} with a single issue of an activity. */
export function failOnActivity(
  code: ActivityCode | CommonCode,
  path: IssuePath,
  expected: string,
  received: unknown,
): never {
  throw new LoyaltyError([createActivityIssue(code, path, expected, received)]);
}
