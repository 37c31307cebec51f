import { describe, expect, test } from "vitest";
import { assertInvariant } from "../../src/base/assertInvariant.ts";
import { createIssue } from "../../src/base/issue.ts";
import { fail, failOnIssues, isLoyaltyError, LoyaltyError } from "../../src/base/loyaltyError.ts";

function caught(run: () => void): LoyaltyError {
  try {
    run();
  } catch (error) {
    if (isLoyaltyError(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("LoyaltyError", () => {
  test("is an Error with the code and the path of its first issue, and all issues", () => {
    const issues = [
      createIssue("invalid_column", ["amount"], "0 or more", -5),
      createIssue("unknown_fact", ["customerId"], "text", ""),
    ];
    const error = new LoyaltyError(issues);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: "LoyaltyError", code: "invalid_column", path: ["amount"], issues });
  });

  test("says where, in which row, what was expected, what came, and how much more there is", () => {
    const { message } = new LoyaltyError([
      { ...createIssue("invalid_column", ["lines", 0, "amount"], "0 or more", -5), row: 17 },
      createIssue("unknown_fact", [], "text", ""),
    ]);
    expect(message).toContain("invalid_column at lines.0.amount (row 17)");
    expect(message).toContain("Expected 0 or more, received -5.");
    expect(message).toContain("And 1 more.");
  });

  test("with a single issue at the root names neither path nor row nor more", () => {
    const { message } = new LoyaltyError([createIssue("unknown_fact", [], "text", "")]);
    expect(message).toBe('unknown_fact: This fact is not known here. Expected text, received "".');
  });

  test("without issues blames us", () => {
    const error = new LoyaltyError([]);
    expect(error.code).toBe("internal_invariant");
    expect(error.issues).toHaveLength(1);
  });

  test("is recognised by its brand, so that another copy of the package is recognised too", () => {
    const foreign = Object.assign(new Error("x"), { [Symbol.for("loyalty-ladder.error")]: true });
    expect(isLoyaltyError(foreign)).toBe(true);
    expect(isLoyaltyError(new LoyaltyError([]))).toBe(true);
  });

  test.each([new Error("x"), null, undefined, "unknown_fact", { code: "unknown_fact" }])(
    "is not %s",
    (value) => {
      expect(isLoyaltyError(value)).toBe(false);
    },
  );
});

describe("fail", () => {
  test("throws one issue", () => {
    const error = caught(() => fail("unknown_currency", ["currency"], "a code", "usd"));
    expect(error.issues).toEqual([createIssue("unknown_currency", ["currency"], "a code", "usd")]);
  });
});

describe("failOnIssues", () => {
  test("throws all issues at once, and nothing for none", () => {
    const issues = [
      createIssue("unknown_fact", ["a"], "text", ""),
      createIssue("unknown_fact", ["b"], "text", ""),
    ];
    expect(caught(() => failOnIssues(issues)).issues).toEqual(issues);
    expect(() => failOnIssues([])).not.toThrow();
  });
});

describe("assertInvariant", () => {
  test("throws internal_invariant where the condition fails", () => {
    expect(caught(() => assertInvariant(false, "equal lengths", 3))).toMatchObject({
      code: "internal_invariant",
      path: [],
      issues: [{ expected: "equal lengths", received: "3" }],
    });
    expect(() => assertInvariant(true, "equal lengths", 3)).not.toThrow();
  });
});
