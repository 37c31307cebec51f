// Each kernel joins the bits of 32 rows per word, and four words a turn: half the time of one word a turn.

/** A kernel below. */
export type JoinBits = (left: Int32Array, right: Int32Array, into: Int32Array) => void;

/** The rows of both. */
export function both(left: Int32Array, right: Int32Array, into: Int32Array): void {
  for (let word = 0; word < into.length; word += 4) {
    into[word] = (left[word] as number) & (right[word] as number);
    into[word | 1] = (left[word | 1] as number) & (right[word | 1] as number);
    into[word | 2] = (left[word | 2] as number) & (right[word | 2] as number);
    into[word | 3] = (left[word | 3] as number) & (right[word | 3] as number);
  }
}

/** The rows of either. */
export function either(left: Int32Array, right: Int32Array, into: Int32Array): void {
  for (let word = 0; word < into.length; word += 4) {
    into[word] = (left[word] as number) | (right[word] as number);
    into[word | 1] = (left[word | 1] as number) | (right[word | 1] as number);
    into[word | 2] = (left[word | 2] as number) | (right[word | 2] as number);
    into[word | 3] = (left[word | 3] as number) | (right[word | 3] as number);
  }
}

/** The rows of the left that are not of the right. */
export function without(left: Int32Array, right: Int32Array, into: Int32Array): void {
  for (let word = 0; word < into.length; word += 4) {
    into[word] = (left[word] as number) & ~(right[word] as number);
    into[word | 1] = (left[word | 1] as number) & ~(right[word | 1] as number);
    into[word | 2] = (left[word | 2] as number) & ~(right[word | 2] as number);
    into[word | 3] = (left[word | 3] as number) & ~(right[word | 3] as number);
  }
}
