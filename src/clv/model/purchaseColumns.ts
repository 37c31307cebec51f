/**
 * What the models of repeat purchases are told about customers, one entry per customer in every array. Ages are
 * counted from the first purchase, in the time unit of the model; several purchases on one day are one.
 */
export interface PurchaseColumns {
  readonly customerCount: number;
  /** Repeat purchases, x in the papers: days with a purchase after the first. */
  readonly repeats: ArrayLike<number>;
  /** Age at the last purchase, t_x in the papers: 0 without repeats. */
  readonly lastAge: ArrayLike<number>;
  /** Age at the end of the observation, T in the papers. For BG/BB the number of opportunities. */
  readonly age: ArrayLike<number>;
  /** How many customers each entry stands for. @defaultValue 1 each */
  readonly weights?: ArrayLike<number>;
}
