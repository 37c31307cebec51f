import * as z from "zod/mini";
import type { IssuePath } from "../../base/issue.ts";
import type { IssueCode } from "../../base/issueMessages.ts";

/** Where a reader leaves what is wrong with a value. */
export type Payload = z.core.ParsePayload;

/** How one field of a row is read: plain code, so that it can also be called without a schema around it. */
export interface Field<Value> {
  /** What the field asks for, for the issue when it is missing. */
  readonly expected: string;
  /** The value where it is surely fine; undefined where it is refused, or where only `read` can tell. */
  readonly parse: (value: unknown) => Value | undefined;
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
    parse,
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

/** What is wrong with a value, not yet in words: to describe what came costs more than to find it wrong. */
export interface Complaint {
  readonly code: IssueCode;
  /** Where, below the field that refused. */
  readonly path: IssuePath;
  readonly expected: string;
  readonly received: unknown;
}

/** Leaves a complaint and gives zod's value for "nothing": always to be returned. */
export function refuse(
  payload: Payload,
  code: IssueCode,
  expected: string,
  received: unknown,
  path: IssuePath = [],
): never {
  const complaint: Complaint = { code, path, expected, received };
  payload.issues.push({ code: "custom", input: undefined, path: [...path], params: { complaint } });
  return z.NEVER;
}

/**
 * Runs a schema over a value: what it makes of it, or the complaints. The public `safeParse` builds an error
 * with a stack, which takes longer than the reading itself and is of no use to rows that are only counted.
 */
export function runSchema<Output>(
  schema: z.ZodMiniType<Output>,
  value: unknown,
): { readonly output: Output } | { readonly complaints: readonly Complaint[] } {
  const result = schema._zod.run({ value, issues: [] }, { async: false });
  const { issues, value: output } = result as z.core.ParsePayload<Output>; // nothing here is asynchronous
  return issues.length === 0 ? { output } : { complaints: issues.map(complaintOf) };
}

/** Every refusal goes through {@link refuse}, so each issue has its complaint; zod adds the way to the field. */
function complaintOf(issue: z.core.$ZodRawIssue): Complaint {
  const { complaint } = (issue as unknown as { readonly params: { readonly complaint: Complaint } }).params;
  return { ...complaint, path: issue.path as IssuePath };
}
