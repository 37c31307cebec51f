/** An integer from 0 on in LEB128, as WebAssembly writes sizes, indices and offsets. */
export function encodeUnsigned(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...encodeUnsigned(Math.floor(value / 0x80))];
}

/** An integer in signed LEB128, as WebAssembly writes the constants of both widths. */
export function encodeSigned(value: number | bigint): readonly number[] {
  const whole = BigInt(value);
  const low = Number(whole & 0x7fn);
  return whole === BigInt.asIntN(7, whole) ? [low] : [low + 0x80, ...encodeSigned(whole >> 7n)];
}
