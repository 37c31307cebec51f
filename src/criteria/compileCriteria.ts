import { fail } from "../base/loyaltyError.ts";
import type { FactColumn, FactSchema } from "../units/column.ts";
import type { Operator } from "./compareValue.ts";
import { compileThreshold } from "./compileThreshold.ts";
import type { Criterion, Threshold } from "./criterion.ts";
import { shapeOf } from "./shapeOf.ts";

/** One distinct comparison of a set of criteria, in the units of the columns. */
export interface CompiledComparison {
  /** What is compared: one fact, or several that are added up, in this order. */
  readonly facts: readonly FactColumn[];
  /** The names of the same facts. */
  readonly names: readonly string[];
  readonly operator: Operator;
  /**
   * Integer minor units for money, an epoch day for days, 1 or 0 for flags, else the number itself; never −0.
   * For money it may lie far beyond every amount, even at -Infinity.
   */
  readonly threshold: number;
}

/** A boolean tree over comparisons, which are named by their index. Equal subtrees are one object. */
export type CompiledNode =
  | { readonly kind: "comparison"; readonly index: number }
  | { readonly kind: "all"; readonly parts: readonly CompiledNode[] }
  | { readonly kind: "any"; readonly parts: readonly CompiledNode[] }
  | { readonly kind: "not"; readonly part: CompiledNode };

/** Criteria made ready for the evaluators: each distinct comparison once, and a tree per criterion. */
export interface CompiledCriteria {
  readonly comparisons: readonly CompiledComparison[];
  /** The tree of each criterion, in the order in which the criteria were given. */
  readonly roots: readonly CompiledNode[];
  /** The currency of the thresholds on money, where one was given. */
  readonly currency?: string | undefined;
}

/** What compiling needs beside the criteria. */
export interface CompileOptions {
  readonly schema: FactSchema;
  /** ISO 4217; needed with thresholds on money. */
  readonly currency?: string | undefined;
}

interface Builder {
  readonly options: CompileOptions;
  readonly comparisons: CompiledComparison[];
  /** Nodes with their number, by a text that says them whole. */
  readonly nodes: Map<string, NumberedNode>;
}

interface NumberedNode {
  readonly id: number;
  readonly node: CompiledNode;
}

/**
 * Compiles criteria that `checkCriterion` found nothing wrong with. Comparisons and subtrees that occur more
 * than once, in one criterion or in several, are shared. Linear in the size of the criteria.
 *
 * @throws `not_calibrated` for a threshold that a population has yet to set; the path is the criterion's index.
 */
export function compileCriteria(criteria: readonly Criterion[], options: CompileOptions): CompiledCriteria {
  const builder: Builder = { options, comparisons: [], nodes: new Map() };
  const roots = criteria.map((criterion, index) => compileNode(criterion, builder, index).node);
  return { comparisons: builder.comparisons, roots, currency: options.currency };
}

function compileNode(criterion: Criterion, builder: Builder, root: number): NumberedNode {
  const shape = shapeOf(criterion);
  switch (shape.form) {
    case "all":
    case "any": {
      const parts = shape.parts.map((part) => compileNode(part, builder, root));
      return joinNodes(shape.form, parts, builder);
    }
    case "not": {
      const { id, node } = compileNode(shape.part, builder, root);
      return intern(`not ${id}`, builder, () => ({ kind: "not", part: node }));
    }
    case "between": {
      const low = compareWith(shape.names, "atLeast", shape.ends[0], builder);
      const high = compareWith(shape.names, "atMost", shape.ends[1], builder);
      return joinNodes("all", [low, high], builder);
    }
    case "plain":
      return compareWith(shape.names, shape.operator, shape.threshold, builder);
    case "top":
      return fail("not_calibrated", [root], "a plain threshold", shape.top);
  }
}

function compareWith(
  names: readonly string[],
  stated: Operator,
  bound: Threshold | boolean,
  builder: Builder,
): NumberedNode {
  const facts = names.map((name) => builder.options.schema.get(name) as FactColumn);
  const compiled = compileThreshold(facts, stated, bound, builder.options.currency);
  if (compiled === undefined) return joinNodes("any", [], builder); // nothing can equal it
  const { operator, threshold } = compiled;
  return intern(JSON.stringify([operator, threshold, names]), builder, () => {
    builder.comparisons.push({ facts, names: [...names], operator, threshold });
    return { kind: "comparison", index: builder.comparisons.length - 1 };
  });
}

function joinNodes(kind: "all" | "any", parts: readonly NumberedNode[], builder: Builder): NumberedNode {
  const ids = parts.map((part) => part.id).join(" ");
  return intern(`${kind} ${ids}`, builder, () => ({ kind, parts: parts.map((part) => part.node) }));
}

function intern(text: string, builder: Builder, create: () => CompiledNode): NumberedNode {
  const known = builder.nodes.get(text);
  if (known !== undefined) return known;
  const created = { id: builder.nodes.size, node: create() };
  builder.nodes.set(text, created);
  return created;
}
