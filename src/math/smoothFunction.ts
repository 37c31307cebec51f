/** What the optimiser asks of a function that it makes small. */
export interface SmoothFunction {
  /**
   * The value at `point`, and into `gradient` its slopes there. Where the function cannot be had, anything that is not
   * finite: it counts as +Infinity. Neither array may be kept or, for `point`, changed.
   */
  evaluate(point: Float64Array, gradient: Float64Array): number;
}
