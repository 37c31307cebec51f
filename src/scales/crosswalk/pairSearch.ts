import { assertInvariant } from "../../base/assertInvariant.ts";
import { factSchemaOf } from "../../customers/facts.ts";
import type { CompiledScale } from "../compileScale.ts";
import { stepIndexOf } from "../stepIndexOf.ts";
import { addCriteria, atomOf } from "./addCriteria.ts";
import { type Box, boxOf, copyBox, type Narrowing } from "./box.ts";
import { climbCondition } from "./climbCondition.ts";
import { type Atom, createConstraintSystem } from "./constraint.ts";
import { customerLaws } from "./customerLaws.ts";
import { addCustomerVariables, usualSettings } from "./customerVariables.ts";
import { type Effort, spendAtMost } from "./effort.ts";
import { findPoint, type SearchOutcome } from "./findPoint.ts";
import { narrowAtom } from "./narrowAtom.ts";
import { type PossibleCustomer, possibleCustomerOf } from "./possibleCustomer.ts";
import { type Problem, problemOf, propagate } from "./propagate.ts";

/** Whether two steps can be one customer's, and where they can, a customer who shows it. */
type PairVerdict =
  | { readonly status: "allowed"; readonly witness: PossibleCustomer }
  | { readonly status: "ruled-out" }
  | { readonly status: "undecided" };

/** Judges a step of the first scale with steps of the second. Steps go by their index; −1 is off the scale. */
type RowSearch = (rowIndex: number, effort: Effort) => ColumnSearch;
type ColumnSearch = (columnIndex: number, effort: Effort) => PairVerdict;

/**
 * Makes the search for two scales that fit one table: everything that a customer can be, the laws between the
 * facts, and the criteria of both scales. What a step of the first scale leaves possible is worked out once.
 * Customers in a table with the usual settings are looked for first, because they say most to a reader.
 */
export function createPairSearch(rowScale: CompiledScale, columnScale: CompiledScale): RowSearch {
  const ownFacts = { ...rowScale.scale.ownFacts, ...columnScale.scale.ownFacts };
  const schema = factSchemaOf(ownFacts);
  const system = createConstraintSystem();
  const windowDays = rowScale.scale.windowDays ?? columnScale.scale.windowDays;
  addCustomerVariables(system, ownFacts, windowDays);
  for (const { clauses } of customerLaws(system)) system.clauses.push(...clauses);
  const rowCriteria = addCriteria(system, rowScale.criteria);
  const columnCriteria = addCriteria(system, columnScale.criteria);
  const problem = problemOf(system);
  const settings = usualSettings(system, windowDays);

  return (rowIndex, rowEffort) => {
    const rowCondition = climbCondition(rowScale.scale.climb, rowCriteria, rowIndex).map(atomOf);
    const row = partWhere(problem, boxOf(problem.variables), rowCondition);
    const all = [...problem.variables.keys()];
    if (row === undefined || !propagate(problem, row.box, all, rowEffort))
      return () => ({ status: "ruled-out" });
    return (columnIndex, effort) => {
      const condition = climbCondition(columnScale.scale.climb, columnCriteria, columnIndex).map(atomOf);
      const usual = spendAtMost(effort, effort.left / 2, (share) =>
        findWhere(problem, row.box, [...condition, ...settings], share),
      );
      const outcome = usual.status === "found" ? usual : findWhere(problem, row.box, condition, effort);
      if (outcome.status !== "found") return outcome;
      const witness = possibleCustomerOf(system, schema, outcome.values);
      const place = [stepIndexOf(rowScale, witness.facts), stepIndexOf(columnScale, witness.facts)];
      assertInvariant(
        place[0] === rowIndex && place[1] === columnIndex,
        `${rowIndex}, ${columnIndex}`,
        place,
      );
      return { status: "allowed", witness };
    };
  };
}

function findWhere(problem: Problem, box: Box, atoms: readonly Atom[], effort: Effort): SearchOutcome {
  const part = partWhere(problem, box, atoms);
  return part === undefined ? { status: "ruled-out" } : findPoint(problem, part.box, part.changed, effort);
}

/** The part of the box in which the atoms hold; undefined where they contradict it or each other. */
function partWhere(problem: Problem, from: Box, atoms: readonly Atom[]) {
  const narrowing: Narrowing = { variables: problem.variables, box: copyBox(from), touched: [] };
  const isPossible = atoms.every((atom) => narrowAtom(atom, narrowing));
  return isPossible ? { box: narrowing.box, changed: narrowing.touched } : undefined;
}
