/** ₂F₁ and its slope at one z, as far as a series has come: what one kernel hands to the next. */
export interface Hyp2f1Point {
  /** F and dF/dz, divided by exp(`lnScale`) so that neither overflows. */
  value: number;
  slope: number;
  lnScale: number;
  /** F − 1 with the digits that F has lost, while `lnScale` is 0. */
  excess: number;
  /** How many times larger than the sum the largest term was, for F and for F − 1: so much precision is gone. */
  readonly loss: number;
  readonly excessLoss: number;
}
