import { allowedIntegers, isIntegral, type Requirement } from "./requirement.ts";

/** A part of an explanation in the making: a requirement, a choice, or what nothing can satisfy. */
export type Draft = PossibleDraft | { readonly kind: "impossible" };

type PossibleDraft = Requirement | DraftChoice;

/** Alternatives: the drafts of one of them are enough. */
interface DraftChoice {
  readonly kind: "oneOf";
  readonly options: readonly DraftOption[];
}

type DraftOption = readonly PossibleDraft[];

/** Drafts by what they are about; of two about the same, one says it all. */
type Places<Value> = Map<string, Value>;

/**
 * Everything is required. Of requirements on the same facts in the same direction the tightest stays. What is
 * required anyway is taken out of choices, and a choice that is settled thereby is dropped. One impossible
 * part makes all of it impossible. Order is kept.
 */
export function requireAll(parts: readonly Draft[]): readonly Draft[] {
  const distinct: Places<PossibleDraft> = new Map();
  for (const part of parts) {
    if (part.kind === "impossible") return [part];
    const place = placeOf(part);
    const known = distinct.get(place);
    const both = part.kind === "comparison" && known?.kind === "comparison";
    distinct.set(place, both ? tightestOf(known, part) : part);
  }
  let isSettled = false;
  const kept: Draft[] = [];
  for (const part of distinct.values()) {
    const open = part.kind === "oneOf" ? openOptions(part.options, distinct) : undefined;
    if (open === undefined) kept.push(part);
    else {
      isSettled = true;
      const rest = open.every((option) => option.length > 0) ? requireAny(open) : [];
      for (const required of rest) kept.push(required);
    }
  }
  return isSettled ? requireAll(kept) : kept; // fewer parts than before, so this ends
}

/** The options without what is required anyway; undefined when that changes nothing. */
function openOptions(
  options: readonly DraftOption[],
  required: Places<PossibleDraft>,
): DraftOption[] | undefined {
  const open = options.map((option) =>
    option.filter((part) => !isImplied(part, required.get(placeOf(part)))),
  );
  const isChanged = open.some((option, index) => option.length !== options[index]?.length);
  return isChanged ? open : undefined;
}

/**
 * One of the options (each a list of drafts, none of them empty) is enough. Options that nothing can satisfy
 * are dropped, and so are those that ask for more than another; a single one that is left is required as it
 * is, and none at all is impossible. A choice among choices is one choice. Order is kept.
 */
export function requireAny(options: readonly (readonly Draft[])[]): readonly Draft[] {
  const distinct: Places<DraftOption> = new Map();
  for (const option of options.filter(isPossible).flatMap(optionsWithin)) {
    const [first] = option;
    const single = option.length === 1 && first?.kind === "comparison" ? first : undefined;
    const place = single === undefined ? textOfAll(option) : placeOf(single);
    const known = distinct.get(place)?.[0];
    const both = single !== undefined && known?.kind === "comparison";
    distinct.set(place, both ? [loosestOf(known, single)] : option);
  }
  const kept = [...distinct.values()].filter((option) => option.length === 1 || !isHarder(option, distinct));
  if (kept.length === 0) return [{ kind: "impossible" }];
  return kept.length === 1 ? (kept[0] as DraftOption) : [{ kind: "oneOf", options: kept }];
}

/** What is impossible stands alone, see `requireAll`. */
function isPossible(option: readonly Draft[]): option is DraftOption {
  return option[0]?.kind !== "impossible";
}

function optionsWithin(option: DraftOption): readonly DraftOption[] {
  const [first] = option;
  return option.length === 1 && first?.kind === "oneOf" ? first.options : [option];
}

/** Whether a single requirement that is an option of its own is implied by one part of this option. */
function isHarder(option: DraftOption, options: Places<DraftOption>): boolean {
  return option.some((part) => {
    const single = options.get(placeOf(part))?.[0];
    return single !== undefined && isImplied(single, part);
  });
}

/** Whether whoever satisfies `by` satisfies `part` as well; both are about the same. */
function isImplied(part: PossibleDraft, by: PossibleDraft | undefined): boolean {
  if (part.kind !== "comparison" || by?.kind !== "comparison") return false;
  return !isTighter(part, by) && (part.orUnknown || !by.orUnknown);
}

function tightestOf(one: Requirement, other: Requirement): Requirement {
  return { ...(isTighter(other, one) ? other : one), orUnknown: one.orUnknown && other.orUnknown };
}

function loosestOf(one: Requirement, other: Requirement): Requirement {
  return { ...(isTighter(one, other) ? other : one), orUnknown: one.orUnknown || other.orUnknown };
}

/** Whether `one` leaves fewer values than `other`, which is about the same facts in the same direction. */
function isTighter(one: Requirement, other: Requirement): boolean {
  const direction = directionOf(one);
  if (direction === "exact") return false;
  const oneEdge = edgeOf(one);
  const otherEdge = edgeOf(other);
  if (oneEdge !== otherEdge) return direction === "up" ? oneEdge > otherEdge : oneEdge < otherEdge;
  return !isIntegral(one) && isStrict(one) && !isStrict(other);
}

/** The last value that satisfies it or, on fractions, the one next to it. */
function edgeOf(requirement: Requirement): number {
  const allowed = isIntegral(requirement) ? allowedIntegers(requirement) : undefined;
  if (allowed === undefined) return requirement.threshold;
  return directionOf(requirement) === "up" ? allowed.low : allowed.high;
}

function isStrict({ operator }: Requirement): boolean {
  return operator === "moreThan" || operator === "lessThan";
}

function directionOf({ operator }: Requirement): "up" | "down" | "exact" {
  if (operator === "atLeast" || operator === "moreThan") return "up";
  return operator === "atMost" || operator === "lessThan" ? "down" : "exact";
}

/** What a draft is about: facts and a direction, or for all else the whole of it. */
function placeOf(part: PossibleDraft): string {
  if (part.kind !== "comparison") return textOf(part);
  const direction = directionOf(part);
  const names = JSON.stringify(part.source.names);
  return direction === "exact" ? `${names} ${part.operator} ${part.threshold}` : `${names} ${direction}`;
}

function textOf(part: PossibleDraft): string {
  if (part.kind === "oneOf") return `(${part.options.map(textOfAll).join(" or ")})`;
  return `${placeOf(part)} ${part.operator} ${part.threshold} ${part.orUnknown}`;
}

function textOfAll(parts: DraftOption): string {
  return `all ${parts.map(textOf).join(" and ")}`;
}
