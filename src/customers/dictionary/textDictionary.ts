/**
 * Gives every distinct text a code, counted from 0 in order of first appearance. Texts are told apart as
 * JavaScript does with `===`: any code units, lone surrogates and the empty text included.
 */
export interface TextDictionary {
  /** Code → text, as it was given first. Grows with `encode`; read only. */
  readonly texts: readonly string[];
  /**
   * Writes the codes of `texts[first]` … `texts[first + count - 1]` into `into`, from 0 on. A text that was
   * not met before gets the next code.
   */
  encode(texts: readonly string[], first: number, count: number, into: Uint32Array): void;
}
