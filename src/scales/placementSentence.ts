import { fillTemplate } from "../criteria/fillTemplate.ts";
import type { ExplainedNextStep } from "./nextStepOf.ts";
import { type PlacementLocale, placementTemplates } from "./placementTemplates.ts";

/** What the sentence is about; `rank` and `label` are null off the scale. */
interface SaidPlacement {
  readonly rank: number | null;
  readonly label: string | null;
  readonly next: ExplainedNextStep | null;
}

/** Where someone stands and what is missing for the next step, in words. */
export function placementSentence(
  placement: SaidPlacement,
  stepCount: number,
  locale: PlacementLocale,
): string {
  const { standing, off, next, highest, closed, between } = placementTemplates(locale);
  const { rank, label } = placement;
  const here = rank === null || label === null ? off : fillTemplate(standing, { label, rank, stepCount });
  if (placement.next === null) return `${here} ${rank === stepCount ? highest : closed}`;
  const parts = sideBySide(placement.next, locale).join(between);
  return `${here} ${fillTemplate(next, { label: placement.next.label, parts })}`;
}

/** The phrases of several parts; a choice among them is set off, so that its options do not run on. */
function sideBySide({ missing, sentences }: ExplainedNextStep, locale: PlacementLocale): readonly string[] {
  if (sentences.length === 1) return sentences;
  return sentences.map((sentence, index) =>
    missing[index]?.kind === "oneOf" ? fillTemplate(locale.nested, { sentence }) : sentence,
  );
}
