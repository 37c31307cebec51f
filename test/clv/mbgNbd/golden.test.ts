import { describe, expect, test } from "vitest";
import { fitMbgNbd } from "../../../src/clv/mbgNbd/fit.ts";
import { mbgNbdLogLikelihood } from "../../../src/clv/mbgNbd/logLikelihood.ts";
import { mbgNbd } from "../../../src/clv/mbgNbd/predict.ts";
import { expectClose } from "../betaGeometric/support/closeTo.ts";
import { describeGoldenFit, describeStressCases } from "../betaGeometric/support/golden.ts";
import { describeShared } from "../betaGeometric/support/sharedFiles.ts";

const FILES = {
  model: mbgNbd,
  fitModel: fitMbgNbd,
  logLikelihood: mbgNbdLogLikelihood,
  expectations: mbgNbd.conditionalExpectations,
};

const CDNOW = [
  "golden/cdnow_mbg_nbd.json",
  "data/cdnow_summary_paper.csv",
  "data/cdnow_summary_exact.csv",
  "golden/stress_models.json",
];

describeShared("MBG/NBD against the golden figures", CDNOW, ([golden, paper, exact, stress]) => {
  const { paper: ofPaper, exact: ofExact } = JSON.parse(golden!);
  describeGoldenFit("CDNOW as published, rounded", FILES, ofPaper, paper!);
  describeGoldenFit("CDNOW, exact", FILES, ofExact, exact!);
  describeStressCases(FILES, stress!);
});

describe("MBG/NBD in print", () => {
  const published = [0.525, 6.183, 0.891, 1.614];

  test("at the published parameters the customer with two repeats buys 1.26 times in the next 39 weeks", () => {
    expect(mbgNbd.conditionalExpectation(published, 2, 30.43, 38.86, 39).toFixed(6)).toBe("1.262961");
  });

  test("the limit where the papers divide by 0", () => {
    const values = [0.525, 6.183, 1, 1.614]; // 34-digit figures at a = 1
    expectClose(mbgNbd.conditionalExpectation(values, 2, 30.43, 38.86, 39), 1.1953133208487834);
    expectClose(mbgNbd.expectation(values, 39), 1.0799969348367244);
  });

  test("hard inputs", () => {
    const past = [5000, 1459, 1460] as const;
    expectClose(mbgNbdLogLikelihood(published, ...past), 1124.4285564467286);
    expectClose(mbgNbd.aliveProbability(published, ...past, 0), 0.9946281126621764);
    expectClose(mbgNbd.conditionalExpectation(published, ...past, 365), 1119.1891856930195);
    expectClose(mbgNbd.aliveProbability(published, 150, 10, 1460, 0), 4.3052360584308537e-293);
    expect(mbgNbd.conditionalExpectation(published, 2000, 700, 1460, 365)).toBe(0);
  });

  test("who has not come back fades, unlike in BG/NBD", () => {
    const ages = [0, 5, 50, 500];
    const chances = ages.map((age) => mbgNbd.aliveProbability(published, 0, 0, age, 0));
    expect(chances).toEqual([...chances].sort((one, other) => other - one));
    expectClose(chances[0]!, 1.614 / (0.891 + 1.614), 1e-14);
    expect(chances[3]).toBeLessThan(0.2);
  });
});
