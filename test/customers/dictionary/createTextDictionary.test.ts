import { afterEach, describe, expect, it, vi } from "vitest";
import { createTextDictionary } from "../../../src/customers/dictionary/createTextDictionary.ts";
import { host } from "../../../src/machine/host.ts";
import { collidingTexts, encodeByMap, plainIds, textsOfHashes } from "./support/texts.ts";

/** The codes of all texts, given in parts of `part`, and the dictionary's own list. */
function encode(texts: readonly string[], part = texts.length): ReturnType<typeof encodeByMap> {
  const dictionary = createTextDictionary();
  const codes: number[] = [];
  for (let first = 0; first < texts.length; first += part) {
    const into = new Uint32Array(Math.min(part, texts.length - first));
    dictionary.encode(texts, first, into.length, into);
    for (const code of into) codes.push(code);
  }
  return { codes, texts: [...dictionary.texts] };
}

const MANY = plainIds(20_000);

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("createTextDictionary", () => {
  it("gives codes in order of first appearance", () => {
    const dictionary = createTextDictionary();
    const codes = new Uint32Array(4);
    dictionary.encode(["x", "b", "a", "b", ""], 1, 4, codes);
    expect([...codes]).toEqual([0, 1, 0, 2]);
    dictionary.encode(["a", "x"], 0, 2, codes);
    expect([...codes.subarray(0, 2)]).toEqual([1, 3]);
    expect(dictionary.texts).toEqual(["b", "a", "", "x"]);
  });

  it.each([1_000, 4_096, 4_097, 120_000])("says what a Map says, in parts of %i", (part) => {
    const texts = [...MANY, ...plainIds(60_000, 5_000), ...MANY, ...plainIds(20_000, 64_990)];
    expect(encode(texts, part)).toEqual(encodeByMap(texts));
  });

  it("says what a Map says, text by text", () => {
    const texts = [...plainIds(9_000), ...plainIds(200)];
    expect(encode(texts, 1)).toEqual(encodeByMap(texts));
  });

  it("keeps the list of texts that it gave out first", () => {
    const dictionary = createTextDictionary();
    const { texts } = dictionary;
    dictionary.encode(MANY, 0, MANY.length, new Uint32Array(MANY.length));
    dictionary.encode(["new"], 0, 1, new Uint32Array(1));
    expect(dictionary.texts).toBe(texts);
    expect(texts.at(-1)).toBe("new");
    expect(texts).toHaveLength(20_001);
  });

  it("tells apart what is alike in bytes", () => {
    const odd = [
      ...[
        "",
        "\0",
        "\0\0",
        "a\0",
        "a",
        "ab",
        "abcdefgh",
        "abcdefgh\0",
        "abcdefghi",
        "\n",
        "a\nb",
        "é",
        "e\u0301",
      ],
      ...["\u{1F600}", "\ud83d", "\ude00", "\ufffd", "\ud83d\ud83d", "a\ud83d", "\ude00b", "\u{1F600}\ud83d"],
      ...["x".repeat(1_023), "x".repeat(1_024), "x".repeat(1_025), "x".repeat(300_000), "é".repeat(100_000)],
    ];
    const texts = [
      ...MANY,
      ...odd,
      ...[...odd].reverse(),
      ...MANY.flatMap((id) => [id, "\ud83d", `${id}é`]),
      ...odd,
    ];
    expect(encode(texts)).toEqual(encodeByMap(texts));
    expect(encode(texts, 700)).toEqual(encodeByMap(texts));
  });

  it("takes long texts, more than fit into one batch at once", () => {
    const long = Array.from(
      { length: 9_000 },
      (_, number) => `${"long-".repeat(number % 150)}${number % 7_000}`,
    );
    const texts = [...MANY, ...long, ...long];
    expect(encode(texts)).toEqual(encodeByMap(texts));
  });

  it("tells apart texts of one hash", () => {
    const texts = [...MANY, ...collidingTexts(400)];
    expect(encode([...texts, ...texts])).toEqual(encodeByMap([...texts, ...texts]));
  });

  it("goes back to a map when texts were made to collide", () => {
    const texts = [...MANY, ...collidingTexts(700), "é", ...MANY, ...plainIds(9_000, 70_000)];
    expect(encode(texts)).toEqual(encodeByMap(texts));
    expect(encode(texts.slice(19_000))).toEqual(encodeByMap(texts.slice(19_000)));
    expect(encode(collidingTexts(9_000), 900)).toEqual(encodeByMap(collidingTexts(9_000)));
    expect(encode(collidingTexts(9_000))).toEqual(encodeByMap(collidingTexts(9_000)));
  }, 120_000);

  it("goes back to a map when texts were made to stand in one place", () => {
    const texts = [...MANY, ...textsOfHashes(700, (index) => index * 0x10_0000 + 7), ...MANY];
    expect(encode(texts)).toEqual(encodeByMap(texts));
  });

  it("works where the host has no WebAssembly", () => {
    vi.stubGlobal("WebAssembly", undefined);
    expect(encode([...MANY, ...MANY])).toEqual(encodeByMap([...MANY, ...MANY]));
  });

  it("works where the host has no text encoder", () => {
    vi.stubGlobal("TextEncoder", undefined);
    expect(encode([...MANY, ...MANY])).toEqual(encodeByMap([...MANY, ...MANY]));
  });

  it("works where the host refuses to make an instance", () => {
    const { Memory, Module } = host.WebAssembly!;
    vi.stubGlobal("WebAssembly", { Memory, Module });
    expect(encode([...MANY, ...MANY])).toEqual(encodeByMap([...MANY, ...MANY]));
  });

  it.each([1, 2, 3])("goes on with a map where the host refuses memory number %i", (refused) => {
    const { Memory, Module, Instance } = host.WebAssembly!;
    let memoryCount = 0;
    vi.stubGlobal("WebAssembly", {
      Module,
      Instance,
      Memory: function create(limits: ConstructorParameters<typeof Memory>[0]) {
        memoryCount += 1;
        if (memoryCount === refused) throw new RangeError("no memory");
        return new Memory(limits);
      },
    });
    const texts = [...MANY, ...plainIds(80_000, 3), ...MANY];
    expect(encode(texts)).toEqual(encodeByMap(texts));
    expect(memoryCount).toBe(refused);
  });
});
