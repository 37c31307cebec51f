import { ACTIVITY_MESSAGES } from "../../../src/base/activityMessages.ts";
import { ISSUE_MESSAGES } from "../../../src/base/issueMessages.ts";

/** The sentence of every code there is. */
export const ALL_MESSAGES: Readonly<Record<string, string>> = { ...ACTIVITY_MESSAGES, ...ISSUE_MESSAGES };
