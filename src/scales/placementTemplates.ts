import type { Locale } from "../criteria/locale.ts";

/** The sentences around the parts of an explanation. Tokens: `{label}`, `{rank}`, `{stepCount}`, `{parts}`. */
export interface PlacementTemplates {
  /** On a step. */
  readonly standing: string;
  /** On none. */
  readonly off: string;
  /** What the next step takes. */
  readonly next: string;
  /** On the highest step. */
  readonly highest: string;
  /** No step above can be reached, since all of them are closed. */
  readonly closed: string;
  /** Between the parts. */
  readonly between: string;
}

/** A locale with the sentences around an explanation; without them they are English, or Vietnamese for `vi`. */
export interface PlacementLocale extends Locale {
  readonly placement?: PlacementTemplates;
}

const EN: PlacementTemplates = {
  standing: "{label}, step {rank} of {stepCount}.",
  off: "On no step.",
  next: "Missing for {label}: {parts}.",
  highest: "This is the highest step.",
  closed: "No higher step can be reached.",
  between: "; ",
};

const VI: PlacementTemplates = {
  standing: "{label}, bậc {rank}/{stepCount}.",
  off: "Chưa ở bậc nào.",
  next: "Để lên {label} cần: {parts}.",
  highest: "Đây là bậc cao nhất.",
  closed: "Không thể lên bậc nào cao hơn.",
  between: "; ",
};

/** The templates of a locale: its own, else those shipped for its code, else the English ones. */
export function placementTemplates(locale: PlacementLocale): PlacementTemplates {
  return locale.placement ?? (locale.code === "vi" ? VI : EN);
}
