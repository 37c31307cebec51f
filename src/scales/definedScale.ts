import type { OPEN, Scale, ScaleDefinition } from "./scale.ts";

/**
 * The type of the scale that a definition gives: its step ids as a union of literals, and whether a threshold
 * still waits for calibration.
 */
export type DefinedScale<D extends ScaleDefinition> = Scale<StepIdOf<D>, OpennessOf<D>>;

/** The union of the step ids of a definition or a scale; `string` where its type does not tell. */
export type StepIdOf<D extends ScaleDefinition> = 0 extends 1 & D ? string : D["steps"][number]["id"];

/**
 * Whether a `{ top }` threshold stands in a definition, a step or a criterion: true, false, or boolean where the
 * type does not tell, as with a plain `Criterion` or below ten levels of nesting.
 *
 * Every part gets a mark of its own before the marks are joined: otherwise a closed part beside an open one
 * could not be told from a part that may be either.
 */
export type OpennessOf<Part, Depth extends 0[] = []> = 0 extends 1 & Part
  ? boolean // any
  : typeof OPEN extends keyof Part
    ? Part extends Scale<string, infer Open>
      ? Open
      : boolean
    : Depth["length"] extends 10
      ? boolean
      : Part extends { readonly atLeast: infer Threshold }
        ? Threshold extends { readonly top: unknown }
          ? true
          : false
        : Part extends { readonly not: infer Inner } | { readonly when: infer Inner }
          ? OpennessOf<Inner, [...Depth, 0]>
          : Part extends
                | { readonly all: infer Parts extends readonly unknown[] }
                | { readonly any: infer Parts extends readonly unknown[] }
                | { readonly steps: infer Parts extends readonly unknown[] }
            ? {
                [K in keyof Parts]: [OpennessOf<Parts[K], [...Depth, 0]>] extends [infer Openness]
                  ? [Openness] extends [false]
                    ? never
                    : [Openness] extends [true]
                      ? "open"
                      : "maybe"
                  : never;
              }[number] extends infer Marks
              ? "open" extends Marks
                ? true
                : [Marks] extends [never]
                  ? false
                  : boolean
              : never
            : false;
