import { expect, test } from "vitest";
import { cOfPolicy } from "../../../bench/policy/cOfPolicy.ts";
import { policyOf } from "../../../bench/policy/policy.ts";
import { sqlOfPolicy } from "../../../bench/policy/sqlOfPolicy.ts";
import { statementsOf } from "../../../bench/policy/statements.ts";
import { compileScale } from "../../../src/scales/compileScale.ts";
import { defineScale } from "../../../src/scales/defineScale.ts";

const scale = defineScale({
  name: "small",
  climb: "stepwise",
  steps: [
    { id: "one", when: { fact: "orders", atLeast: 1 } },
    { id: "two", when: { not: { fact: "nps", atMost: 6 } } },
  ],
});
const policy = policyOf(compileScale(scale).plan);

test("stepwise becomes a highest that includes what lies below", () => {
  expect(statementsOf(policy)).toEqual({
    joints: [
      { name: "j0", kind: "not", parts: ["t1"] },
      { name: "j1", kind: "all", parts: ["t0", "j0"] },
    ],
    rankings: [["t0", "j1"]],
  });
});

test("SQL is what one would write, but for null under NOT", () => {
  expect(sqlOfPolicy(policy)).toBe(
    "CAST(CASE WHEN ((c_orders >= 1) AND ((c_nps <= 6) IS NOT TRUE)) THEN 1 WHEN (c_orders >= 1) THEN 0 " +
      "ELSE 255 END AS UTINYINT) AS r0",
  );
});

test("C has a form with branches, and forms without", () => {
  expect(cOfPolicy(policy).map(({ name }) => name)).toEqual([
    "branches",
    "branch-free rows",
    "masks by block",
    "narrowed by block",
  ]);
  const [branches, ...others] = cOfPolicy(policy).map(({ body }) => body);
  expect(branches).toContain("if ((((c_orders[i] >= 1)) && !((c_nps[i] <= 6)))) r0[i] = 1; else if");
  for (const body of others) expect(body).not.toMatch(/if|&&|\|\|/);
});
