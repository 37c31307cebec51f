import { describe, expect, test } from "vitest";
import { createActivityIssue } from "../../src/base/activityIssue.ts";
import { ACTIVITY_MESSAGES } from "../../src/base/activityMessages.ts";
import { createIssue } from "../../src/base/issue.ts";
import { addIssue, createIssueList, DEFAULT_ISSUE_LIMIT } from "../../src/base/issueList.ts";
import { ISSUE_MESSAGES } from "../../src/base/issueMessages.ts";

describe("createIssue", () => {
  test("is plain data with the sentence of its code", () => {
    const issue = createIssue("invalid_option", ["amounts"], "major or minor", "1,000");
    expect(JSON.parse(JSON.stringify(issue))).toStrictEqual({
      code: "invalid_option",
      path: ["amounts"],
      expected: "major or minor",
      received: '"1,000"',
      message: ISSUE_MESSAGES.invalid_option,
    });
  });

  test("of an activity has the sentence of either kind of code", () => {
    expect(createActivityIssue("invalid_amount", ["amount"], "an amount", "1,000")).toStrictEqual({
      code: "invalid_amount",
      path: ["amount"],
      expected: "an amount",
      received: '"1,000"',
      message: ACTIVITY_MESSAGES.invalid_amount,
    });
    const { message } = createActivityIssue("unknown_fact", ["id"], "a non-empty text", "");
    expect(message).toBe(ISSUE_MESSAGES.unknown_fact);
  });

  test("knows each code once", () => {
    const common = Object.keys(ISSUE_MESSAGES);
    expect(Object.keys(ACTIVITY_MESSAGES).filter((code) => common.includes(code))).toEqual([]);
  });
});

describe("a list of issues", () => {
  test("stops growing at its limit but goes on counting", () => {
    const list = createIssueList(2);
    const issue = createIssue("unknown_fact", [], "text", "");
    for (let index = 0; index < 5; index += 1) addIssue(list, issue);
    expect(list.issues).toEqual([issue, issue]);
    expect(list.count).toBe(5);
  });

  test("keeps 100 unless told otherwise", () => {
    expect(createIssueList().limit).toBe(DEFAULT_ISSUE_LIMIT);
    expect(DEFAULT_ISSUE_LIMIT).toBe(100);
  });
});
