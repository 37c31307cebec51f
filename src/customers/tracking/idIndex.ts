import { type ActivityLog, kindOf, type LoggedKind, referenceOf, rowOf } from "./activityLog.ts";
import {
  addUnder,
  createHashIndex,
  firstUnder,
  type HashIndex,
  NONE,
  nextUnder,
  replaceUnder,
} from "./hashIndex.ts";
import { createHashedText, type HashedText, hashText } from "./hashText.ts";

/** What has to do with one id of one kind, where that is more than one activity that bears it. */
interface Knot {
  /** The number of the kind. */
  readonly kind: number;
  readonly id: string;
  /** The rows that bear the id, in order of arrival. */
  readonly rows: number[];
  /** The references of what names it: refunds and cancellations of an order, resolutions of a complaint. */
  readonly targetedBy: number[];
}

/** Which activities bear or name an id, by kind and id. */
export interface IdIndex {
  readonly asked: HashedText;
  readonly hashes: HashIndex;
  readonly knots: Knot[];
}

/** A reference of this kind is the number of a knot. */
const KNOT_KIND = 15;

export function createIdIndex(expectedCount: number): IdIndex {
  return { asked: createHashedText(), hashes: createHashIndex(expectedCount), knots: [] };
}

/** The hash of an id of a kind. */
export function hashId(index: IdIndex, kind: number, id: string): number {
  return hashText(id, kind + 1, index.asked);
}

/** The reference that stands under an id: a row that nothing else has to do with, a knot, or {@link NONE}. */
export function findId(index: IdIndex, log: ActivityLog, hash: number, kind: number, id: string): number {
  const { hashes } = index;
  let found = firstUnder(hashes, hash);
  while (found !== NONE && !bearsId(index, log, found, kind, id)) found = nextUnder(hashes, hash);
  return found;
}

function bearsId(index: IdIndex, log: ActivityLog, reference: number, kind: number, id: string): boolean {
  if (kindOf(reference) === KNOT_KIND) {
    const knot = index.knots[rowOf(reference)] as Knot;
    return knot.kind === kind && knot.id === id;
  }
  return kindOf(reference) === kind && (log.kinds[kind] as LoggedKind).ids[rowOf(reference)] === id;
}

/** The knot of an id, where it has become one. */
export function knotOf(
  index: IdIndex,
  log: ActivityLog,
  kind: number,
  id: string | undefined,
): Knot | undefined {
  if (id === undefined) return undefined;
  const found = findId(index, log, hashId(index, kind, id), kind, id);
  return found !== NONE && kindOf(found) === KNOT_KIND ? index.knots[rowOf(found)] : undefined;
}

/** Whether more than one activity bears an id that some activity bears, or something names it. */
export function isTied(index: IdIndex, log: ActivityLog, kind: number, id: string): boolean {
  return kindOf(findId(index, log, hashId(index, kind, id), kind, id)) === KNOT_KIND;
}

/** The references of all activities that bear an id. */
export function bearersOf(
  index: IdIndex,
  log: ActivityLog,
  kind: number,
  id: string | undefined,
): readonly number[] {
  if (id === undefined) return [];
  const found = findId(index, log, hashId(index, kind, id), kind, id);
  if (found === NONE) return [];
  if (kindOf(found) !== KNOT_KIND) return [found];
  return (index.knots[rowOf(found)] as Knot).rows.map((row) => referenceOf(kind, row));
}

/** Notes that a row bears an id. */
export function addBearer(index: IdIndex, log: ActivityLog, kind: number, id: string, row: number): void {
  const hash = hashId(index, kind, id);
  const found = findId(index, log, hash, kind, id);
  if (found === NONE) addUnder(index.hashes, hash, referenceOf(kind, row));
  else tiedKnot(index, found, hash, kind, id).rows.push(row);
}

/** Notes that an activity names the order or the complaint that bears an id. */
export function addTarget(
  index: IdIndex,
  log: ActivityLog,
  kind: number,
  id: string,
  targetedBy: number,
): void {
  const hash = hashId(index, kind, id);
  tiedKnot(index, findId(index, log, hash, kind, id), hash, kind, id).targetedBy.push(targetedBy);
}

/** The knot of an id that was found just now, tied where there was none. */
function tiedKnot(index: IdIndex, found: number, hash: number, kind: number, id: string): Knot {
  if (found !== NONE && kindOf(found) === KNOT_KIND) return index.knots[rowOf(found)] as Knot;
  const knot: Knot = { kind, id, rows: found === NONE ? [] : [rowOf(found)], targetedBy: [] };
  const reference = referenceOf(KNOT_KIND, index.knots.length);
  if (found === NONE) addUnder(index.hashes, hash, reference);
  else replaceUnder(index.hashes, hash, reference);
  index.knots.push(knot);
  return knot;
}
