import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { createTextDictionary } from "../../../src/customers/dictionary/createTextDictionary.ts";
import { encodeByMap, plainIds } from "./support/texts.ts";

const ODD_UNITS = ["\0", "\n", "a", "é", "\ud83d", "\ude00", "\ufffd", "\u{1F600}"];

/** Any text: ids, any Unicode, lone surrogates, texts that begin or end alike. */
const text = fc.oneof(
  fc.stringMatching(/^[A-Z]-\d{1,6}$/),
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(...ODD_UNITS), maxLength: 6 }),
  fc.nat({ max: 40 }).map((length) => "x".repeat(length)),
  fc.nat({ max: 3_000 }).map((length) => `${"y".repeat(length)}z`),
);

/** A list in which texts come again, and the lengths of the parts in which it is given. */
const split = fc.tuple(
  fc
    .array(text, { maxLength: 40 })
    .chain((pool) =>
      pool.length === 0 ? fc.constant<string[]>([]) : fc.array(fc.constantFrom(...pool), { maxLength: 300 }),
    ),
  fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 9 }),
);

describe("a dictionary of texts", () => {
  test.prop([split, fc.constantFrom(0, 9_000)])(
    "law: codes and texts are those of a Map, whatever is in it and in whatever parts it comes",
    ([texts, parts], countBefore) => {
      const before = plainIds(countBefore);
      const dictionary = createTextDictionary();
      dictionary.encode(before, 0, countBefore, new Uint32Array(countBefore));
      const codes: number[] = [];
      for (let first = 0, turn = 0; first < texts.length; turn += 1) {
        const count = Math.min(parts[turn % parts.length] as number, texts.length - first);
        const into = new Uint32Array(count + 1).fill(7);
        dictionary.encode(texts, first, count, into);
        expect(into[count]).toBe(7);
        codes.push(...into.subarray(0, count));
        first += count;
      }
      const expected = encodeByMap([...before, ...texts]);
      expect(codes).toEqual(expected.codes.slice(countBefore));
      expect(dictionary.texts).toEqual(expected.texts);
    },
  );
});
