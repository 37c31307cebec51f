import { afterEach, describe, expect, it, vi } from "vitest";
import { createTextHasher, type TextHasher } from "../../../src/customers/dictionary/textHasher.ts";
import { host } from "../../../src/machine/host.ts";
import { collidingTexts, plainIds, textsOfHashes } from "./support/texts.ts";

function hasher(): TextHasher {
  return createTextHasher() ?? expect.fail("this host has WebAssembly");
}

/** The hash of each text, "other" where it has none; each hashed alone. */
function oneByOne(texts: readonly string[]): (number | "other")[] {
  const one = hasher();
  return texts.map((text) => {
    one.hash([text], 0, 1);
    return one.isOther[0] === 1 ? "other" : (one.hashes[0] as number);
  });
}

function together(texts: readonly string[], first = 0): (number | "other")[] {
  const one = hasher();
  one.hash(texts, first, texts.length);
  return Array.from({ length: texts.length - first }, (_, index) =>
    one.isOther[index] === 1 ? "other" : (one.hashes[index] as number),
  );
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("createTextHasher", () => {
  it("hashes a text the same in any company", () => {
    const odd = [
      "",
      "a",
      "é",
      "\ud83d",
      "\ude00",
      "x".repeat(1_024),
      "x".repeat(1_025),
      "\u{1F600}",
      "\n",
      "\0",
    ];
    const texts = [...plainIds(300), ...odd, ...plainIds(300), ...odd.map((text) => `${text}!`)];
    expect(together(texts)).toEqual(oneByOne(texts));
    expect(together(texts, 303)).toEqual(oneByOne(texts).slice(303));
  });

  it("says which texts cannot be known by their bytes", () => {
    const texts = ["a", "é", "", "\ud83d", "x".repeat(1_024), "x".repeat(1_025), "\ufffd"];
    const isOther = together(texts).map((hash) => hash === "other");
    expect(isOther).toEqual([false, true, false, true, false, true, true]);
  });

  it("hashes more bytes than fit into one batch", () => {
    const texts = Array.from({ length: 4_096 }, (_, number) => "long".repeat(number % 200) + number);
    expect(together(texts)).toEqual(oneByOne(texts));
  });

  it("spreads ids over all hashes", () => {
    const hashes = new Set([...together(plainIds(4_096)), ...together(plainIds(4_096, 4_096))]);
    expect(hashes.size).toBeGreaterThan(8_190);
    const buckets = new Set([...hashes].map((hash) => (hash as number) >>> 22));
    expect(buckets.size).toBe(1_024);
  });

  it("hashes as the tests know how to undo", () => {
    expect(together(textsOfHashes(3, (index) => 1_000 + index))).toEqual([1_000, 1_001, 1_002]);
    expect(new Set(together(collidingTexts(50))).size).toBe(1);
  });

  it("is not there where a policy forbids to compile", async () => {
    const { Memory, Instance } = host.WebAssembly!;
    const Module = function refuse() {
      throw new Error("Wasm code generation disallowed by embedder");
    };
    vi.resetModules(); // what was compiled before would still run
    vi.stubGlobal("WebAssembly", { Memory, Instance, Module });
    const fresh = await import("../../../src/customers/dictionary/textHasher.ts");
    expect(fresh.createTextHasher()).toBeUndefined();
  });

  it("is not there where the host has no text encoder, no WebAssembly, or no instances", () => {
    const { Memory, Module } = host.WebAssembly!;
    vi.stubGlobal("TextEncoder", undefined);
    expect(createTextHasher()).toBeUndefined();
    vi.unstubAllGlobals();
    vi.stubGlobal("WebAssembly", undefined);
    expect(createTextHasher()).toBeUndefined();
    vi.stubGlobal("WebAssembly", { Memory, Module });
    expect(createTextHasher()).toBeUndefined();
  });
});
