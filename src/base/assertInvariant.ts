import { fail } from "./loyaltyError.ts";

/** For what only we could get wrong: throws `internal_invariant`. */
export function assertInvariant(condition: boolean, expected: string, received: unknown): asserts condition {
  if (!condition) fail("internal_invariant", [], expected, received);
}
