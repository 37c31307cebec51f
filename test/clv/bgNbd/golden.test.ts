import { describe, expect, test } from "vitest";
import { fitBgNbd } from "../../../src/clv/bgNbd/fit.ts";
import { bgNbdLogLikelihood } from "../../../src/clv/bgNbd/logLikelihood.ts";
import { bgNbd } from "../../../src/clv/bgNbd/predict.ts";
import { expectClose } from "../betaGeometric/support/closeTo.ts";
import { describeGoldenFit, describeStressCases } from "../betaGeometric/support/golden.ts";
import { describeShared } from "../betaGeometric/support/sharedFiles.ts";

const FILES = {
  model: bgNbd,
  fitModel: fitBgNbd,
  logLikelihood: bgNbdLogLikelihood,
  expectations: bgNbd.conditionalExpectations,
};

const CDNOW = [
  "golden/cdnow_bg_nbd.json",
  "data/cdnow_summary_paper.csv",
  "data/cdnow_summary_exact.csv",
  "golden/stress_models.json",
];

describeShared("BG/NBD against the golden figures", CDNOW, ([golden, paper, exact, stress]) => {
  const { paper: ofPaper, exact: ofExact } = JSON.parse(golden!);
  describeGoldenFit("CDNOW as published, rounded", FILES, ofPaper, paper!);
  describeGoldenFit("CDNOW, exact", FILES, ofExact, exact!);
  describeStressCases(FILES, stress!);
});

describe("BG/NBD in print", () => {
  const published = [0.243, 4.414, 0.793, 2.426];

  test("Fader, Hardie & Lee 2005: the customer with two repeats buys 1.23 times in the next 39 weeks", () => {
    expect(bgNbd.conditionalExpectation(published, 2, 30.43, 38.86, 39).toFixed(6)).toBe("1.226028");
  });

  test("limits where the papers divide by 0", () => {
    // 34-digit figures: a = 1; and a + b = 1 without repeats
    expectClose(
      bgNbd.conditionalExpectation([0.243, 4.414, 1, 2.426], 2, 30.43, 38.86, 39),
      1.1021367860399558,
    );
    expectClose(bgNbd.expectation([0.243, 4.414, 1, 2.426], 39), 1.0842790105915188);
    expectClose(bgNbd.conditionalExpectation([0.243, 4.414, 0.3, 0.7], 0, 0, 38.86, 39), 0.1927148763);
  });

  test("hard inputs", () => {
    const past = [5000, 1459, 1460] as const;
    expectClose(bgNbdLogLikelihood(published, ...past), 1129.8360007411682);
    expectClose(bgNbd.aliveProbability(published, ...past, 0), 0.9951972060741282);
    expectClose(bgNbd.conditionalExpectation(published, ...past, 365), 1133.352593158994);
    expectClose(bgNbd.conditionalExpectation(published, 2, 30.43, 38.86, 1e-10), 3.7660390365809064e-12);
  });

  test("who has not come back yet is alive for certain", () => {
    expect(bgNbd.aliveProbability(published, 0, 0, 1e6, 0)).toBe(1);
    expect(bgNbd.aliveProbability(published, 0, 0, 1e6, 10)).toBeLessThan(1);
  });
});
