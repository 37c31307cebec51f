import type { EpochDay } from "../../units/day.ts";
import type { SplitHistory } from "../purchases/splitPurchases.ts";

export const DAYS_PER_WEEK = 7;

/** The weeks from a cohort's first purchase to the end of the hold-out. */
export interface Weeks {
  readonly calibrationEndDay: EpochDay;
  readonly holdoutEndDay: EpochDay;
  /** How many of them belong to the calibration. */
  readonly calibrationWeeks: number;
  /** The last day of each. */
  readonly endDays: readonly EpochDay[];
}

/**
 * Cuts time into weeks of seven days, counted from the end of the calibration both ways, so that no week belongs to
 * both parts: the first and the last may be shorter.
 */
export function weeksOf({ calibration, holdout }: SplitHistory): Weeks {
  const { age, daysPerUnit, observationEndDay: calibrationEndDay } = calibration;
  const oldest = age.reduce((longest, one) => Math.max(longest, one), 0);
  const holdoutDays = Math.round(holdout.length * daysPerUnit);
  const calibrationWeeks = Math.floor(Math.round(oldest * daysPerUnit) / DAYS_PER_WEEK) + 1;
  const weekCount = calibrationWeeks + Math.ceil(holdoutDays / DAYS_PER_WEEK);
  const holdoutEndDay = calibrationEndDay + holdoutDays;
  const endDays = Array.from({ length: weekCount }, (_, week) =>
    Math.min(holdoutEndDay, calibrationEndDay + (week + 1 - calibrationWeeks) * DAYS_PER_WEEK),
  );
  return { calibrationEndDay, holdoutEndDay, calibrationWeeks, endDays };
}
