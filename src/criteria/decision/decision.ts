/**
 * One question of a {@link Decision}: is a fact, or a sum of several, at least the threshold? Every comparison can
 * be asked so, with the answers swapped or twice. All nodes have one shape: the loops that walk them stay fast.
 */
export interface DecisionNode {
  /** The fact that is read; {@link SUM} for several, {@link ANSWER} where nothing is left to ask. */
  readonly slot: number;
  /** The facts that are added up, in this order; empty where there is only one. */
  readonly slots: readonly number[];
  readonly threshold: number;
  /** Where to go on from the threshold up, below it, and without the fact. */
  readonly atLeast: DecisionNode;
  readonly below: DecisionNode;
  readonly missing: DecisionNode;
  /** Where to go on when the fact is a flag. */
  readonly whenTrue: DecisionNode;
  readonly whenFalse: DecisionNode;
  /** At the end: −1 for unranked, else the index of a root. */
  readonly answer: number;
}

/**
 * A ranking as a graph of questions, entered at this node. No way through it reads or asks again what it has
 * decided already.
 */
export type Decision = DecisionNode;

/** The slot of a node that reads nothing and has the answer. */
export const ANSWER = -1;

/** The slot of a node that adds up several facts. */
export const SUM = -2;

/**
 * All nodes are made here, from one literal, so that they have one shape with all fields inside the object (what is
 * added later stands outside, which doubles the time of a step) and a double for a threshold.
 */
export function createNode(stated: DecisionNode): DecisionNode {
  const { slot, slots, atLeast, below, missing, whenTrue, whenFalse, answer } = stated;
  const node = { slot, slots, threshold: Number.NaN, atLeast, below, missing, whenTrue, whenFalse, answer };
  node.threshold = stated.threshold;
  return node;
}
