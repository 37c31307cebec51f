import type { ActivityKind } from "../../customers/activity.ts";
import { isAbsent } from "../fields/field.ts";
import { KIND_NAMES } from "./activityNames.ts";
import { type Fields, isName, isNoun, meaningsFor } from "./collectFields.ts";
import { kindWordOf } from "./kindWords.ts";
import { orderIdNames, plainNameOf } from "./usualNames.ts";

/** Where rows whose properties have the same names, in the same order, hold what. */
interface RowLayout {
  readonly names: readonly string[];
  readonly plainNames: readonly string[];
  /** Where rows may say their kind, the preferred place first. */
  readonly kindPlaces: readonly number[];
  /** Where rows may state each field of a kind; made when the first row of the kind comes. */
  readonly choices: Map<ActivityKind, readonly FieldChoice[]>;
}

/** The places where rows may state a field, the preferred one first. */
interface FieldChoice {
  readonly field: string;
  readonly places: readonly Place[];
}

interface Place {
  readonly index: number;
  /** What stands there counts only if it can name something. */
  readonly isNoun: boolean;
}

/** So many layouts are kept; a source has a handful. */
const LAYOUTS_KEPT = 64;

let layouts: RowLayout[] = [];
let last: RowLayout | undefined;

/**
 * The layout of rows with these names. To find out what each name means takes ten times as long as to take the
 * values, and rows of one source look alike, so it is done once per list of names. Undefined where only the
 * values tell: two names may be one (`Order ID`, `order_id`), and Shopify's `Name` is an order in some rows.
 */
export function layoutOf(names: readonly string[]): RowLayout | undefined {
  if (last === undefined || !areSame(last.names, names)) {
    last = layouts.find((layout) => areSame(layout.names, names)) ?? remember(createLayout(names));
  }
  return last.plainNames.length === names.length ? last : undefined;
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}

function remember(layout: RowLayout): RowLayout {
  if (layouts.length >= LAYOUTS_KEPT) layouts = [];
  layouts.push(layout);
  return layout;
}

function createLayout(names: readonly string[]): RowLayout {
  const plainNames = names.map(plainNameOf);
  const isClear = new Set(plainNames).size === names.length && !plainNames.includes(FINANCIAL_STATUS);
  const places = KIND_NAMES.map((name) => plainNames.indexOf(plainNameOf(name)));
  return {
    names,
    plainNames: isClear ? plainNames : [],
    kindPlaces: places.filter((place) => place >= 0),
    choices: new Map(),
  };
}

const FINANCIAL_STATUS: string = /* @__PURE__ */ plainNameOf("financial_status");
const KIND = "kind";

/** What a row states as its kind: whatever stands under `kind`; else the first known kind under the other names. */
export function kindIn({ kindPlaces, plainNames }: RowLayout, values: readonly unknown[]): unknown {
  let stated: unknown;
  for (const place of kindPlaces) {
    const value = values[place];
    if (isAbsent(value)) continue;
    if (plainNames[place] === KIND || kindWordOf(value) !== undefined) return value;
    stated ??= value;
  }
  return stated;
}

/** Adds the fields of a kind that the values state, each from its preferred place. */
export function addFields(
  fields: Fields,
  layout: RowLayout,
  kind: ActivityKind,
  values: readonly unknown[],
): void {
  let choices = layout.choices.get(kind);
  if (choices === undefined) {
    choices = choicesOf(layout.plainNames, kind);
    layout.choices.set(kind, choices);
  }
  for (const { field, places } of choices) {
    for (const place of places) {
      const value = values[place.index];
      if (isAbsent(value) || (place.isNoun && !isName(value))) continue;
      fields[field] = value;
      break;
    }
  }
}

function choicesOf(plainNames: readonly string[], kind: ActivityKind): readonly FieldChoice[] {
  const meanings = meaningsFor(kind);
  const placesByField = new Map<string, number[]>();
  // An order's own names come before the id of the row.
  const orderIds = kind === "order" ? orderIdNames(() => false).map(plainNameOf) : [];
  const ownPlaces = orderIds.map((name) => plainNames.indexOf(name)).filter((place) => place >= 0);
  if (ownPlaces.length > 0) placesByField.set("id", ownPlaces);
  const rankOf = (place: number): number => meanings.get(plainNames[place] as string)?.rank ?? 0;
  const ranked = [...plainNames.keys()].sort((a, b) => rankOf(a) - rankOf(b));
  for (const place of ranked) {
    const field = meanings.get(plainNames[place] as string)?.field;
    if (field === undefined) continue;
    const places = placesByField.get(field) ?? [];
    places.push(place);
    placesByField.set(field, places);
  }
  const placeOf = (index: number): Place => ({ index, isNoun: isNoun(plainNames[index] as string) });
  return [...placesByField].map(([field, places]) => ({ field, places: places.map(placeOf) }));
}
