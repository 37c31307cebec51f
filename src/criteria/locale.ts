import type { ExplainedOperator } from "./explainedPart.ts";

/** The plural categories of Unicode; a language uses some of them, and `other` always. */
export type PluralForm = "zero" | "one" | "two" | "few" | "many" | "other";

/** A noun in the forms that its language needs: `{ one: "order", other: "orders" }`. */
export type NounForms = { readonly [F in PluralForm]?: string } & { readonly other: string };

/** How a fact that counts is called; with `window`, it counts inside the trailing window only. */
export type CountPhrase = NounForms & { readonly window?: true };

/** How an amount, a day, a number or a score is called, and what its number counts: `{ one: "day", other: "days" }`. */
export interface QuantityPhrase {
  readonly name: string;
  readonly unit?: NounForms;
  readonly window?: true;
  /** What to do where it must fall and only something new can lower it: "a new order". */
  readonly renewal?: RenewalTemplates;
}

/** Templates with `{actual}`, unit included, and `{required}`; `plain` says neither. */
export interface RenewalTemplates {
  readonly atMost: string;
  readonly lessThan: string;
  readonly plain: string;
}

/** How a flag is said when it is set, and when it is not: what someone has, or is missing, as "a membership". */
export interface FlagPhrase {
  readonly yes: string;
  readonly no: string;
}

/** How a fact is called, in the shape that its kind needs. */
export type FactPhrase = CountPhrase | QuantityPhrase | FlagPhrase;

/** A template for each way to compare. */
export type OperatorTemplates = Readonly<Record<ExplainedOperator, string>>;

/**
 * The sentences of one language: data, and the one rule that is no data. In templates, `{subject}` is what is
 * compared, `{required}` the threshold, `{actual}` what is there, `{gap}` the difference without its sign;
 * other tokens are said where they occur. Make your own by spreading a shipped one:
 * `{ ...en, facts: { ...en.facts, tenureYears: { name: "tenure", unit: { one: "year", other: "years" } } } }`.
 */
export interface Locale {
  /** BCP 47: `en`, `vi`. */
  readonly code: string;
  /** Which form a noun takes with a number. */
  readonly pluralOf: (count: number) => PluralForm;
  /** Phrases by the name of the fact. A fact without one goes by its name. */
  readonly facts: Readonly<Record<string, FactPhrase>>;
  /** The trailing window, when its length is known (`{days}`) and when it is not. */
  readonly window: { readonly days: NounForms; readonly unstated: string };
  /** Between the last two nouns, and between those before, where any of them counts: "referrals or reviews". */
  readonly or: { readonly last: string; readonly others: string };
  /** Between amounts or numbers that are added up. */
  readonly plus: string;
  /** A number with its unit: `{number}`, `{unit}`. */
  readonly measure: string;
  readonly counts: OperatorTemplates & {
    /** How many more it takes. */
    readonly more: string;
    /** None allowed. */
    readonly none: string;
  };
  readonly quantities: OperatorTemplates;
  readonly days: OperatorTemplates;
  /** A flag without a phrase of its own. */
  readonly flags: FlagPhrase;
  /** What is there, said behind the requirement. */
  readonly actual: {
    readonly known: string;
    readonly unknown: string;
    /** Not known, which satisfies the requirement too. */
    readonly unknownWillDo: string;
    readonly amountMissing: string;
    readonly amountTooHigh: string;
  };
  /** Until when, exclusive: `{sentence}`, `{day}`. */
  readonly before: string;
  /** A choice: `{options}`. */
  readonly oneOf: string;
  /** Between the options of a choice, and between the parts of one option. */
  readonly between: { readonly options: string; readonly parts: string };
  /** A choice inside an option of another: `{sentence}`. */
  readonly nested: string;
  readonly impossible: string;
}
