import { fail } from "../../base/loyaltyError.ts";
import { freshRow } from "./freshRow.ts";
import { type FactPlace, placeOf, readFactAt } from "./readFacts.ts";
import type { TrackerState } from "./trackerState.ts";

/**
 * Writes the facts that were asked for, of the person in a row, as numbers to `into`, from 0 on: flags are 1 and 0,
 * what is missing is `NaN`.
 *
 * @throws `unknown_customer`
 */
export type FactReader = (row: number, into: Float64Array) => void;

/** A reader of some facts, by their fields. */
export function factReader(state: TrackerState, fields: readonly string[]): FactReader {
  const found = fields.map((field, index): FactPlace => {
    const place = placeOf(state.ownNames, field);
    return place ?? fail("unknown_fact", [index], "the field of a tracked fact", field);
  });
  return (row, into) => {
    const fresh = freshRow(state, row);
    for (let index = 0; index < found.length; index += 1) {
      into[index] = readFactAt(state, fresh, found[index] as FactPlace);
    }
  };
}
