import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { encodeSigned, encodeSignedLong, encodeUnsigned } from "../../src/machine/encodeInteger.ts";

describe("encodeUnsigned", () => {
  test.each([
    [0, [0x00]],
    [127, [0x7f]],
    [128, [0x80, 0x01]],
    [624_485, [0xe5, 0x8e, 0x26]], // the example of the DWARF standard
    [2 ** 31, [0x80, 0x80, 0x80, 0x80, 0x08]],
    [2 ** 32 - 1, [0xff, 0xff, 0xff, 0xff, 0x0f]],
  ])("writes %i in as few bytes as it takes", (value, bytes) => {
    expect(encodeUnsigned(value)).toEqual(bytes);
  });

  test.prop([fc.maxSafeNat()])("can be read back", (value) => {
    const bytes = encodeUnsigned(value);
    expect(bytes.reduceRight((high, byte) => high * 128 + (byte & 0x7f), 0)).toBe(value);
    expect(bytes.map((byte) => byte >> 7)).toEqual(bytes.map((_, index) => +(index < bytes.length - 1)));
  });
});

describe("encodeSigned and encodeSignedLong", () => {
  test.each([
    [0, [0x00]],
    [63, [0x3f]],
    [64, [0xc0, 0x00]],
    [-1, [0x7f]],
    [-64, [0x40]],
    [-65, [0xbf, 0x7f]],
    [-123_456, [0xc0, 0xbb, 0x78]], // the example of the DWARF standard
    [2 ** 31 - 1, [0xff, 0xff, 0xff, 0xff, 0x07]],
    [-(2 ** 31), [0x80, 0x80, 0x80, 0x80, 0x78]],
  ])("write %i in as few bytes as it takes", (value, bytes) => {
    expect(encodeSigned(value)).toEqual(bytes);
    expect(encodeSignedLong(BigInt(value))).toEqual(bytes);
  });

  test("the lowest of 64 bits takes ten bytes", () => {
    const bytes = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f];
    expect(encodeSignedLong(-(2n ** 63n))).toEqual(bytes);
  });

  test.prop([fc.integer()])("say the same of 32 bits", (value) => {
    expect(encodeSigned(value)).toEqual(encodeSignedLong(BigInt(value)));
  });

  test.prop([fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })])("can be read back", (value) => {
    const bytes = encodeSignedLong(value);
    const read = bytes.reduceRight((high, byte) => high * 128n + BigInt(byte & 0x7f), 0n);
    expect(BigInt.asIntN(7 * bytes.length, read)).toBe(value);
  });
});
