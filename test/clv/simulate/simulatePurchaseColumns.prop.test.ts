import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import type { SimulatedModel } from "../../../src/clv/simulate/lifeOf.ts";
import { simulatePurchaseColumns } from "../../../src/clv/simulate/simulatePurchaseColumns.ts";

const OPTIONS = { seed: 4, numRuns: 200 };

const parameter = fc.double({ min: -12, max: 4, noNaN: true }).map((exponent) => 10 ** exponent);

/** Two parameters of rates, two of leaving. */
const four = fc.tuple(parameter, parameter, parameter, parameter);

const simulatedModel: fc.Arbitrary<SimulatedModel> = fc.oneof(
  fc.record({
    model: fc.constantFrom("bg-nbd" as const, "mbg-nbd" as const),
    parameters: four.map(([r, alpha, a, b]) => ({ r: Math.min(r, 50), alpha, a, b })),
  }),
  fc.record({
    model: fc.constant("pareto-nbd" as const),
    parameters: four.map(([r, alpha, s, beta]) => ({ r: Math.min(r, 50), alpha, s, beta })),
  }),
  fc.record({
    model: fc.constant("bg-bb" as const),
    parameters: four.map(([alpha, beta, gamma, delta]) => ({ alpha, beta, gamma, delta })),
  }),
);

const lengths = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 8 });

test.prop([simulatedModel, lengths, fc.maxSafeInteger()], OPTIONS)(
  "whatever the parameters, customers are histories that a fit takes",
  (simulated, counts, seed) => {
    const unit = simulated.model === "bg-bb" ? 1 : simulated.parameters.alpha;
    const ages = counts.map((count) => count * unit);
    const { customerCount, repeats, lastAge, age, alive } = simulatePurchaseColumns({
      ...simulated,
      age: ages,
      seed,
    });
    expect(customerCount).toBe(counts.length);
    expect([...age]).toEqual(ages);
    for (const [row, end] of age.entries()) {
      const count = repeats[row]!;
      const last = lastAge[row]!;
      expect(Number.isSafeInteger(count) && count >= 0).toBe(true);
      expect(last > 0).toBe(count > 0);
      expect(last).toBeLessThanOrEqual(end);
      if (simulated.model === "bg-bb") expect(Number.isInteger(last) && count <= last).toBe(true);
      if (simulated.model === "bg-nbd" && count === 0) expect(alive[row]).toBe(1);
    }
  },
);
