import { fillTemplate } from "../criteria/fillTemplate.ts";
import { isEcho } from "../criteria/renewal.ts";
import { mayCountTwice } from "./mayCountTwice.ts";
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
  const { standing, off, next, highest, closed, unreachable, between, shared } = placementTemplates(locale);
  const { rank, label } = placement;
  const here = rank === null || label === null ? off : fillTemplate(standing, { label, rank, stepCount });
  if (placement.next === null) {
    const end = rank === null ? unreachable : rank === stepCount ? highest : closed;
    return `${here} ${end}`;
  }
  const listed = sideBySide(placement.next, locale).join(between);
  const parts = mayCountTwice(placement.next.missing) ? fillTemplate(shared, { parts: listed }) : listed;
  return `${here} ${fillTemplate(next, { label: placement.next.label, parts })}`;
}

/** The phrases of several parts, without what another one says already; a choice among them is set off, so that its options do not run on. */
function sideBySide({ missing, sentences }: ExplainedNextStep, locale: PlacementLocale): readonly string[] {
  if (sentences.length === 1) return sentences;
  return missing.flatMap((part, index) => {
    const sentence = sentences[index] as string;
    if (isEcho(part, missing)) return [];
    return [part.kind === "oneOf" ? fillTemplate(locale.nested, { sentence }) : sentence];
  });
}
