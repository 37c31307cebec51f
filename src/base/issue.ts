import { describeReceived } from "./describeReceived.ts";
import { type CommonCode, ISSUE_MESSAGES, type IssueCode } from "./issueMessages.ts";

/** Where in the input something is wrong: property names and indexes, outermost first. */
export type IssuePath = readonly (string | number)[];

/**
 * One thing that is wrong with an input or a definition: a stable code, where, what was expected, what came.
 * Plain data, safe for JSON.
 */
export interface LoyaltyIssue {
  readonly code: IssueCode;
  readonly path: IssuePath;
  readonly expected: string;
  /** What came, shortened to 80 characters. */
  readonly received: string;
  readonly message: string;
  /** For rows read at the door: the row's number, from 0. */
  readonly row?: number;
}

/** Makes an issue; `received` may be anything and is described in a few characters. */
export function createIssue(
  code: CommonCode,
  path: IssuePath,
  expected: string,
  received: unknown,
): LoyaltyIssue {
  return { code, path, expected, received: describeReceived(received), message: ISSUE_MESSAGES[code] };
}
