import type { SurveyInstrument } from "../activity.ts";

/** The lowest and the highest score of each instrument; scores are whole numbers. */
export const SCORE_RANGES: Readonly<Record<SurveyInstrument, readonly [low: number, high: number]>> = {
  nps: [0, 10],
  intent: [0, 10],
  csat: [1, 5],
  ces: [1, 7],
};
