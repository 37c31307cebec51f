/** The least double above `value`; infinity stays. */
export function doubleAbove(value: number): number {
  if (value === Number.POSITIVE_INFINITY) return value;
  if (value === 0) return Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  // The bits of doubles of one sign are ordered like the doubles themselves.
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

/** The greatest double below `value`; minus infinity stays. */
export function doubleBelow(value: number): number {
  return -doubleAbove(-value);
}
