import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { createTextHasher } from "../../../src/customers/dictionary/textHasher.ts";
import { NO_ROW } from "../../../src/customers/summary/latestRows.ts";
import { rowsById } from "../../../src/customers/summary/rowsById.ts";
import { collidingTexts, plainIds, textsOfHashes } from "../dictionary/support/texts.ts";

type Ids = readonly (string | undefined)[];

function plainly(ids: Ids, isIn: Uint8Array, others: Ids) {
  const rowOf = (id: string | undefined) =>
    id === undefined ? NO_ROW : ids.findIndex((other, row) => other === id && isIn[row] === 1);
  const seen = new Map<string, number>();
  for (const [row, id] of ids.entries()) {
    if (id !== undefined && isIn[row] === 1 && !seen.has(id)) seen.set(id, row);
  }
  const firstRows = ids.map((id, row) => (id === undefined || isIn[row] !== 1 ? NO_ROW : seen.get(id)));
  return {
    firstRows,
    found: others.map(ids.length < 100 ? rowOf : (id) => seen.get(id as string) ?? NO_ROW),
  };
}

function found(ids: Ids, isIn: Uint8Array, others: Ids, hasherOf = createTextHasher) {
  const { firstRows, find } = rowsById(ids, isIn, hasherOf);
  expect(find([])).toHaveLength(0);
  return { firstRows: [...firstRows], found: [...find(others)] };
}

const MANY = plainIds(10_000);
const ODD = ["", "é", "\ud83d", "\ude00", "\ufffd", "x".repeat(2_000)];

describe("rowsById", () => {
  it.each<[string, Ids, Ids]>([
    ["nothing", [], ["a", undefined]],
    ["few", ["b", undefined, "a", "b"], ["a", "x", undefined, "b"]],
    ["no ids at all", new Array<undefined>(3_000).fill(undefined), ["a", undefined]],
    ["all different", MANY, [...plainIds(9_000, 5_000), undefined]],
    ["repeats and gaps", [...MANY, undefined, ...MANY, ...MANY.slice(500)], MANY],
    ["odd texts", [...ODD, ...MANY, ...ODD], [...ODD, "ö", "\udfff", "y".repeat(2_000)]],
    ["one hash", [...MANY, ...collidingTexts(50), ...collidingTexts(60)], collidingTexts(70)],
    [
      "one place",
      [...textsOfHashes(600, (hash) => hash), ...MANY, ...textsOfHashes(610, (hash) => hash)],
      textsOfHashes(700, (hash) => hash),
    ],
    [
      "the last place",
      [...textsOfHashes(40, (index) => 0xffff_ffff - index), ...MANY],
      textsOfHashes(50, (index) => 0xffff_ffff - index),
    ],
  ])("says what a Map says: %s", (_, ids, others) => {
    const all = new Uint8Array(ids.length).fill(1);
    expect(found(ids, all, others)).toEqual(plainly(ids, all, others));
    expect(found(ids, all, others, () => undefined)).toEqual(plainly(ids, all, others));
  });

  const text = fc.oneof(fc.stringMatching(/^[ab]{0,3}$/), fc.string({ unit: "binary", maxLength: 3 }));
  const ids = fc.array(fc.option(text, { nil: undefined }), { maxLength: 60 });

  test.prop([ids, ids, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), fc.boolean()])(
    "law: rows that are left out are not there",
    (some, others, choices, areMany) => {
      const whole = areMany ? [...some, ...plainIds(1_100)] : some;
      const isIn = Uint8Array.from(whole, (_, row) => (choices[row % 60] ? 1 : 0));
      expect(found(whole, isIn, others)).toEqual(plainly(whole, isIn, others));
    },
  );
});
