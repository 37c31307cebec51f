/** An integer from 0 on in LEB128, as WebAssembly writes sizes, indices and offsets. */
export function encodeUnsigned(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...encodeUnsigned(Math.floor(value / 0x80))];
}

/** A 32-bit integer in signed LEB128, as WebAssembly writes constants. */
export function encodeSigned(value: number): readonly number[] {
  const low = value & 0x7f;
  return value === (low << 25) >> 25 ? [low] : [low + 0x80, ...encodeSigned(value >> 7)];
}

/** A 64-bit integer in signed LEB128. */
export function encodeSignedLong(value: bigint): readonly number[] {
  const low = Number(value & 0x7fn);
  return value === BigInt.asIntN(7, value) ? [low] : [low + 0x80, ...encodeSignedLong(value >> 7n)];
}
