/** Activity ids, undefined where there is none. */
export type Ids = readonly (string | undefined)[];

/** Where ids stand. */
export interface IdRows {
  /** The first row that bears the same id as a row; `NO_ROW` for rows without an id or left out. */
  readonly firstRows: Int32Array;
  /** The first row that bears each of other ids, or `NO_ROW`. */
  readonly find: (ids: Ids) => Int32Array;
}
