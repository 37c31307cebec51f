import { createActivityIssue } from "../../base/activityIssue.ts";
import { addIssue, type IssueList } from "../../base/issueList.ts";
import { fail } from "../../base/loyaltyError.ts";
import type { OwnFactKind } from "../../units/column.ts";
import { BUILTIN_FACTS, type OwnFactKinds } from "../facts.ts";

const OWN_FACT_NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/** Whether a name may be given to a fact of one's own: plain, and not that of a built-in fact or its field. */
export function isOwnFactName(name: string): boolean {
  return OWN_FACT_NAME.test(name) && !isReservedFact(name);
}

/** Whether a built-in fact, or the field that holds it, bears the name. */
export function isReservedFact(name: string): boolean {
  for (const [fact, { field }] of BUILTIN_FACTS) if (name === fact || name === field) return true;
  return false;
}

/** Throws unless every declared fact has a free, plain name and a known kind. */
export function assertOwnFactKinds(ownFacts: OwnFactKinds): void {
  for (const [name, kind] of Object.entries(ownFacts)) {
    if (isReservedFact(name)) fail("reserved_fact", ["ownFacts", name], "a name of your own", name);
    if (!OWN_FACT_NAME.test(name)) {
      fail("invalid_fact", ["ownFacts", name], "a letter, then letters, digits or _, at most 64", name);
    }
    if (kind !== "number" && kind !== "flag") {
      fail("invalid_fact", ["ownFacts", name], '"number" or "flag"', kind);
    }
  }
}

/** Whether a stated value has the declared kind. */
function fitsOwnFact(kind: OwnFactKind, value: unknown): value is number | boolean {
  return kind === "number" ? typeof value === "number" && Number.isFinite(value) : typeof value === "boolean";
}

/** What a profile states under a name, when it has the declared kind. */
export function statedFact(
  facts: Readonly<Record<string, number | boolean>> | undefined,
  name: string,
  kind: OwnFactKind,
): number | boolean | undefined {
  if (facts === undefined || !Object.hasOwn(facts, name)) return undefined;
  const value = facts[name];
  return fitsOwnFact(kind, value) ? value : undefined;
}

/** Lists facts that were not declared (once per name) and values of another kind than declared. */
export function listOddFacts(
  declared: OwnFactKinds,
  facts: Readonly<Record<string, number | boolean>> | undefined,
  id: string | undefined,
  undeclared: Set<string>,
  issues: IssueList,
): void {
  for (const [name, value] of Object.entries(facts ?? {})) {
    const kind = Object.hasOwn(declared, name) ? declared[name] : undefined;
    if (kind === undefined) {
      if (undeclared.has(name)) continue;
      undeclared.add(name);
      addIssue(issues, createActivityIssue("undeclared_fact", ["profile", name], "a name in ownFacts", name));
    } else if (!fitsOwnFact(kind, value)) {
      const path = id === undefined ? ["profile", name] : ["profile", id, name];
      addIssue(issues, createActivityIssue("fact_type_mismatch", path, `a ${kind}`, value));
    }
  }
}
