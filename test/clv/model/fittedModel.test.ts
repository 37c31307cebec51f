import { describe, expect, test } from "vitest";
import type { Estimate } from "../../../src/clv/fitting/estimate.ts";
import { fittedModelOf, MODEL_FORMAT } from "../../../src/clv/model/fittedModel.ts";
import { readFittedModel } from "../../../src/clv/model/readFittedModel.ts";

const NAMES = ["r", "alpha"] as const;
type Parameters = Readonly<Record<(typeof NAMES)[number], number>>;

const CONVERGED: Estimate = {
  status: "converged",
  reason: null,
  parameters: Float64Array.of(0.25, 4),
  logLikelihood: -95.5,
  aic: 195,
  bic: 196.5,
  standardErrors: Float64Array.of(0.1, 1),
  covariance: Float64Array.of(0.01, 0.02, 0.02, 1),
  iterations: 12,
  starts: 1,
};

const counts = { customerCount: 20, patternCount: 15 };
const stored = fittedModelOf<Parameters>("toy", NAMES, CONVERGED, counts);
const TOY = { name: "toy", parameterNames: NAMES };

describe("the stored form", () => {
  test("names the numbers, and is plain data", () => {
    expect(stored).toEqual({
      format: "loyalty-ladder/clv-model@1",
      model: "toy",
      parameters: { r: 0.25, alpha: 4 },
      fit: {
        status: "converged",
        reason: null,
        logLikelihood: -95.5,
        aic: 195,
        bic: 196.5,
        customerCount: 20,
        patternCount: 15,
        iterations: 12,
        starts: 1,
        standardErrors: { r: 0.1, alpha: 1 },
        covariance: [
          [0.01, 0.02],
          [0.02, 1],
        ],
      },
    });
    expect(JSON.parse(JSON.stringify(stored))).toEqual(stored);
  });

  test("has null for what is not known or no number", () => {
    const failed: Estimate = {
      ...CONVERGED,
      status: "degenerate_data",
      reason: "likelihood_not_finite",
      logLikelihood: Number.NaN,
      aic: Number.NaN,
      bic: Number.POSITIVE_INFINITY,
      standardErrors: null,
      covariance: null,
    };
    const { fit } = fittedModelOf<Parameters>("toy", NAMES, failed, counts);
    expect(fit).toMatchObject({
      reason: "likelihood_not_finite",
      logLikelihood: null,
      aic: null,
      bic: null,
      standardErrors: null,
      covariance: null,
    });
    expect(JSON.stringify(fit)).not.toMatch(/NaN|Infinity/);
  });
});

describe("reading it back", () => {
  test("gives the same, as a copy", () => {
    const text = JSON.stringify(stored);
    const read = readFittedModel(JSON.parse(text), [{ name: "other", parameterNames: [] }, TOY]);
    expect(read).toEqual(stored);
    expect(readFittedModel(stored, [TOY])).not.toBe(stored);
    expect(readFittedModel(stored, [TOY]).fit.covariance).not.toBe(stored.fit.covariance);
  });

  test("a fit that did not converge too", () => {
    const fit = {
      ...stored.fit,
      status: "iteration_limit",
      reason: "iteration_limit",
      bic: null,
      standardErrors: null,
      covariance: null,
    };
    expect(readFittedModel({ ...stored, fit }, [TOY])).toEqual({ ...stored, fit });
  });

  test("leaves out what is not known here", () => {
    const more = { ...stored, note: "mine", fit: { ...stored.fit, seconds: 2 } };
    expect(readFittedModel(more, [TOY])).toEqual(stored);
  });

  test.each([null, "model", 5, []])("%j is no model", (value) => {
    expect(() => readFittedModel(value, [TOY])).toThrow(
      expect.objectContaining({ code: "invalid_definition" }),
    );
  });

  test.each([undefined, "loyalty-ladder/clv-model@2", "loyalty-ladder/scale@1"])(
    "format %j is not known",
    (format) => {
      expect(() => readFittedModel({ ...stored, format }, [TOY])).toThrow(
        expect.objectContaining({ code: "unknown_format", path: ["format"] }),
      );
    },
  );

  test("a model that was not asked for is refused", () => {
    expect(() => readFittedModel(stored, [{ name: "bg-nbd", parameterNames: NAMES }])).toThrow(
      expect.objectContaining({ code: "invalid_definition", path: ["model"] }),
    );
  });

  const fitWith = (wrong: object) => ({ ...stored, fit: { ...stored.fit, ...wrong } });
  test.each<[string, unknown, (string | number)[]]>([
    ["no parameters", { ...stored, parameters: undefined }, ["parameters", "r"]],
    ["a parameter missing", { ...stored, parameters: { r: 1 } }, ["parameters", "alpha"]],
    ["one too many", { ...stored, parameters: { r: 1, alpha: 1, beta: 1 } }, ["parameters", "beta"]],
    ["a parameter of 0", { ...stored, parameters: { r: 0, alpha: 1 } }, ["parameters", "r"]],
    ["a parameter as text", { ...stored, parameters: { r: "1", alpha: 1 } }, ["parameters", "r"]],
    ["no fit", { ...stored, fit: undefined }, ["fit"]],
    ["an unknown status", fitWith({ status: "fine" }), ["fit", "status"]],
    ["a reason that is no text", fitWith({ reason: 5 }), ["fit", "reason"]],
    ["a count below 0", fitWith({ customerCount: -1 }), ["fit", "customerCount"]],
    ["a count missing", fitWith({ starts: undefined }), ["fit", "starts"]],
    ["an endless measure", fitWith({ aic: Number.POSITIVE_INFINITY }), ["fit", "aic"]],
    ["a measure missing", fitWith({ bic: undefined }), ["fit", "bic"]],
    ["an error below 0", fitWith({ standardErrors: { r: -1, alpha: 1 } }), ["fit", "standardErrors", "r"]],
    ["errors missing", fitWith({ standardErrors: undefined }), ["fit", "standardErrors", "r"]],
    ["a covariance of another size", fitWith({ covariance: [[1]] }), ["fit", "covariance"]],
    ["a ragged covariance", fitWith({ covariance: [[1, 2], [3]] }), ["fit", "covariance"]],
    [
      "a covariance with null",
      fitWith({
        covariance: [
          [1, 2],
          [null, 3],
        ],
      }),
      ["fit", "covariance"],
    ],
    ["a covariance that is none", fitWith({ covariance: "1" }), ["fit", "covariance"]],
  ])("refused with its place: %s", (_name, value, path) => {
    expect(() => readFittedModel(value, [TOY])).toThrow(
      expect.objectContaining({
        code: "invalid_definition",
        issues: expect.arrayContaining([expect.objectContaining({ path })]),
      }),
    );
  });

  test("everything that is wrong is told at once", () => {
    const wrong = { format: MODEL_FORMAT, model: "toy", parameters: { r: -1, alpha: 0 }, fit: { status: 1 } };
    try {
      readFittedModel(wrong, [TOY]);
      expect.unreachable();
    } catch (error) {
      expect((error as { issues: unknown[] }).issues.length).toBeGreaterThan(10);
    }
  });
});
