import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { brokenClausesAt } from "../../../src/scales/crosswalk/brokenClausesAt.ts";
import { createConstraintSystem } from "../../../src/scales/crosswalk/constraint.ts";
import { customerLaws } from "../../../src/scales/crosswalk/customerLaws.ts";
import { addCustomerVariables } from "../../../src/scales/crosswalk/customerVariables.ts";
import { summarizedTables } from "./support/population.ts";
import { valuesOf } from "./support/valuesOf.ts";

const system = createConstraintSystem();
addCustomerVariables(system, {}, undefined);
const laws = customerLaws(system);

describe("law: the facts of every summarised customer obey the laws of facts", () => {
  test.prop([summarizedTables], { numRuns: 300 })("each law, and the range of each fact", (table) => {
    for (let row = 0; row < table.rowCount; row += 1) {
      const values = valuesOf(system, table, row);
      for (const { because, clauses } of laws) {
        expect({ because, broken: brokenClausesAt(clauses, values) }).toEqual({ because, broken: [] });
      }
      system.variables.forEach(({ name, low, high, whole }, index) => {
        const value = values[index] as number;
        const isAbsent = values[system.indexes.get(`known ${name}`) ?? -1] === 0 || /rhythm gap/.test(name);
        const fits = (value >= low && value <= high && (!whole || Number.isInteger(value))) || isAbsent;
        expect({ name, value, fits }).toEqual({ name, value, fits: true });
      });
    }
  });

  test.each(laws.map((law) => [law.because, law] as const))(
    "%s (a wrong fact breaks it)",
    (_, { clauses }) => {
      const tables = fc.sample(summarizedTables, { numRuns: 60, seed: 1 });
      const breaks = tables.some((table) => {
        for (let row = 0; row < table.rowCount; row += 1) {
          const values = valuesOf(system, table, row);
          for (let index = 0; index < values.length; index += 1) {
            for (const change of [-1, 1]) {
              const wrong = values.slice();
              wrong[index] = (wrong[index] as number) + change;
              if (brokenClausesAt(clauses, wrong).length > 0) return true;
            }
          }
        }
        return false;
      });
      expect(breaks).toBe(true);
    },
  );
});
