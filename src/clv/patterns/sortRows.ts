const DIGIT_BITS = 11;

const DIGIT_COUNT: number = 1 << DIGIT_BITS;

/**
 * The order of rows by some keys of 32 bits, the last key counting most; equal rows stay in their order. A radix sort
 * of eleven bits at a time, without the digits in which all rows agree: a third of a second for a million histories,
 * where comparing takes three.
 */
export function sortRows(keys: readonly Uint32Array[], rowCount: number): Uint32Array {
  let from = new Uint32Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) from[row] = row;
  let to = new Uint32Array(rowCount);
  const places = new Uint32Array(DIGIT_COUNT + 1);
  for (const key of keys) {
    for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
      places.fill(0);
      for (let row = 0; row < rowCount; row += 1) {
        const next = digitOf(key[row] as number, shift) + 1;
        places[next] = (places[next] as number) + 1;
      }
      if (places.includes(rowCount)) continue;
      for (let digit = 0; digit < DIGIT_COUNT; digit += 1) {
        places[digit + 1] = (places[digit + 1] as number) + (places[digit] as number);
      }
      for (let index = 0; index < rowCount; index += 1) {
        const row = from[index] as number;
        const digit = digitOf(key[row] as number, shift);
        const place = places[digit] as number;
        to[place] = row;
        places[digit] = place + 1;
      }
      [from, to] = [to, from];
    }
  }
  return from;
}

function digitOf(key: number, shift: number): number {
  return (key >>> shift) & (DIGIT_COUNT - 1);
}
