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
  /** On a step below the highest when none above can be reached by this customer. */
  readonly closed: string;
  /** Off the scale when no step can be reached. */
  readonly unreachable: string;
  /** Between the parts. */
  readonly between: string;
  /** Two parts (`{parts}`) that one and the same thing may serve. */
  readonly shared: string;
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
  closed: "This is the highest step that can be reached.",
  unreachable: "No step can be reached.",
  between: "; ",
  shared: "{parts} (one may count for both)",
};

const VI: PlacementTemplates = {
  standing: "{label}, bậc {rank}/{stepCount}.",
  off: "Chưa ở bậc nào.",
  next: "Để lên {label} cần: {parts}.",
  highest: "Đây là bậc cao nhất.",
  closed: "Đây là bậc cao nhất có thể đạt được.",
  unreachable: "Không thể lên bậc nào.",
  between: "; ",
  shared: "{parts} (một lượt có thể tính cho cả hai)",
};

/** The templates of a locale: its own, else those shipped for its code, else the English ones. */
export function placementTemplates(locale: PlacementLocale): PlacementTemplates {
  return locale.placement ?? (locale.code === "vi" ? VI : EN);
}
