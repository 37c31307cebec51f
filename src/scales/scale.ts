import type { Criterion } from "../criteria/criterion.ts";
import type { BuiltinFact, OwnFactKinds } from "../customers/facts.ts";

/** What every stored scale carries as its `format`. */
export const SCALE_FORMAT = "loyalty-ladder/scale@1";

/** Texts by locale code: `{ en: "Raving fan", vi: "Fan cuồng nhiệt" }`. */
export type Labels = Readonly<Record<string, string>>;

/**
 * How a customer climbs. `highest`: stands on the highest step whose criterion holds. `stepwise`: a step
 * counts only when every step below it holds too.
 */
export type Climb = "highest" | "stepwise";

/** One step of a scale, as its author writes it. */
export interface StepDefinition<Id extends string = string> {
  readonly id: Id;
  readonly when: Criterion;
  readonly labels?: Labels;
  readonly descriptions?: Labels;
}

/** A scale as its author writes it: 1 to 254 steps, from the lowest to the highest. */
export interface ScaleDefinition<Id extends string = string> {
  /** Stands in a stored scale; a definition may leave it out. */
  readonly format?: typeof SCALE_FORMAT;
  readonly name: string;
  /** Yours to raise when thresholds change. @defaultValue `"1"` */
  readonly version?: string;
  /** @defaultValue `"highest"` */
  readonly climb?: Climb;
  /** ISO 4217; required with money thresholds. Tables in another currency are refused. */
  readonly currency?: string;
  /** Whole days, at least 1. Tables with another window are refused; any window is taken when this is absent. */
  readonly windowDays?: number;
  /** Facts of your own that the criteria name: `{ vip: "flag", tenureYears: "number" }`. */
  readonly ownFacts?: OwnFactKinds;
  readonly labels?: Labels;
  readonly steps: readonly StepDefinition<Id>[];
  /** Stands in a scale that was calibrated; a definition leaves it out. */
  readonly calibration?: readonly CalibrationNote[];
}

/** What calibration decided for one threshold, written into the calibrated scale. */
export interface CalibrationNote {
  readonly step: string;
  /** The fact that is compared: the preferred one where it was complete. */
  readonly fact: BuiltinFact | (string & {});
  readonly top: number;
  /** How many customers the threshold was taken from. */
  readonly amongCount: number;
  /** In the unit of the fact (money: a decimal string in major units); null when nobody was there and the step is closed. */
  readonly threshold: number | string | null;
}

/** The key of a property that exists for the type checker only. */
export declare const OPEN: unique symbol;

/**
 * A checked scale: plain, frozen, JSON-serialisable data. `Step` is the union of its step ids. `Open` is true
 * while a threshold still waits for calibration; such a scale cannot be classified.
 */
export interface Scale<Step extends string = string, Open extends boolean = false> {
  readonly format: typeof SCALE_FORMAT;
  readonly name: string;
  readonly version: string;
  readonly climb: Climb;
  readonly currency?: string;
  readonly windowDays?: number;
  readonly ownFacts?: OwnFactKinds;
  readonly labels?: Labels;
  readonly steps: readonly StepDefinition<Step>[];
  readonly calibration?: readonly CalibrationNote[];
  /** Exists for the type checker only. */
  readonly [OPEN]?: Open;
}

/** A scale whose calibration is open, or not known to be closed. Every scale is one. */
export type OpenScale<Step extends string = string> = Scale<Step, boolean>;
