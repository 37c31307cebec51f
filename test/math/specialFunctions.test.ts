import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { digamma } from "../../src/math/digamma.ts";
import { lnBeta } from "../../src/math/lnBeta.ts";
import { lnGamma } from "../../src/math/lnGamma.ts";
import { lnGammaDifference } from "../../src/math/lnGammaDifference.ts";
import { lnHyp2f1 } from "../../src/math/lnHyp2f1.ts";
import { lnHyperU } from "../../src/math/lnHyperU.ts";
import { trigamma } from "../../src/math/trigamma.ts";
import { expectNear } from "./support/nearness.ts";

/** References of 34 digits stand beside the checkout on some machines and must not stand in it. */
const FILE = fileURLToPath(new URL("../../../shared/golden/special_functions.json", import.meta.url));
const RELATIVE = 1e-12;

type Row = Readonly<Record<string, number>>;
type Rows = Readonly<Record<string, readonly Row[]>>;

const CHECKS: Readonly<Record<string, (row: Row) => [actual: number, expected: number]>> = {
  ln_hyp2f1: (row) => {
    const { lnAbs, sign } = lnHyp2f1(row.a!, row.b!, row.c!, row.z!);
    return [sign === row.sign ? lnAbs : Number.NaN, row.log_abs!];
  },
  lgamma: (row) => [lnGamma(row.x!), row.value!],
  digamma: (row) => [digamma(row.x!), row.value!],
  trigamma: (row) => [trigamma(row.x!), row.value!],
  lgamma_diff: (row) => [lnGammaDifference(row.r!, row.x!), row.value!],
  lbeta: (row) => [lnBeta(row.a!, row.b!), row.value!],
  hyperu_s_s_z: (row) => [lnHyperU(row.s!, row.s!, row.z!), row.log!],
};

const sharedGolden = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as Rows) : undefined;
if (sharedGolden === undefined)
  process.stderr.write("Skipped: no shared/golden/special_functions.json here.\n");

describe.skipIf(sharedGolden === undefined)("special functions against shared references", () => {
  test.each(Object.keys(CHECKS))("%s", (name) => {
    const rows = sharedGolden?.[name] ?? [];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expectNear(...CHECKS[name]!(row), RELATIVE, `${name} ${JSON.stringify(row)}`);
  });

  test("nothing in the file is left out", () => {
    expect(Object.keys(sharedGolden ?? {}).sort()).toEqual(Object.keys(CHECKS).sort());
  });
});
