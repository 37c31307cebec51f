import * as z from "zod/mini";
import { createIssue, type IssuePath, type LoyaltyIssue } from "../../base/issue.ts";
import type { IssueCode } from "../../base/issueMessages.ts";

/** Where a reader leaves what is wrong with a value. */
export type Payload = z.core.ParsePayload;

/** How one field of a row is read: plain code, so that it can also be called without a schema around it. */
export interface Field<Value> {
  /** What the field asks for, for the issue when it is missing. */
  readonly expected: string;
  /** Reads a value that is there; refuses by `return refuse(payload, …)`. */
  readonly read: (value: unknown, payload: Payload) => Value;
}

/** A field with one way to be wrong: `parse` answers undefined for what it does not take. */
export function createField<Value>(
  code: IssueCode,
  expected: string,
  parse: (value: unknown) => Value | undefined,
): Field<Value> {
  return {
    expected,
    read(value, payload) {
      const parsed = parse(value);
      return parsed === undefined ? refuse(payload, code, expected, value) : parsed;
    },
  };
}

/** A field that every row of its kind must have; only `null` and `undefined` are missing. */
export function required<Value>(field: Field<Value>): z.ZodMiniTransform<Value, unknown> {
  return transform((value, payload) =>
    value === undefined || value === null
      ? refuse(payload, "missing_field", field.expected, value)
      : field.read(value, payload),
  );
}

/** A field that may be left out: `null`, `undefined` and `""` all say nothing. */
export function optional<Value>(field: Field<Value>): z.ZodMiniTransform<Value | undefined, unknown> {
  return transform((value, payload) => (isAbsent(value) ? undefined : field.read(value, payload)));
}

/** Whether a value says nothing, as the empty cells of exports do. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

// zod types the result of a transform as awaited; nothing here is asynchronous.
function transform<Value>(
  read: (value: unknown, payload: Payload) => Value,
): z.ZodMiniTransform<Value, unknown> {
  return z.transform(read) as z.ZodMiniTransform<Value, unknown>;
}

/**
 * Leaves an issue and gives zod's value for "nothing": always to be returned. The issue is made here, because
 * zod writes the parameters of an issue as JSON, and what came may not survive that.
 */
export function refuse(
  payload: Payload,
  code: IssueCode,
  expected: string,
  received: unknown,
  path: IssuePath = [],
): never {
  const issue = createIssue(code, path, expected, received);
  payload.issues.push({ code: "custom", input: undefined, path: [...path], params: { issue } });
  return z.NEVER;
}

/** The issues of a failed parse, in our own words. Every refusal goes through {@link refuse}, so each has one. */
export function issuesOf(error: z.core.$ZodError): readonly LoyaltyIssue[] {
  return error.issues.map((zodIssue) => {
    const { issue } = (zodIssue as unknown as { readonly params: { readonly issue: LoyaltyIssue } }).params;
    return { ...issue, path: zodIssue.path as IssuePath };
  });
}
