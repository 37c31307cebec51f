import { createIssue, type IssuePath } from "../../base/issue.ts";
import { addIssue, createIssueList, type IssueList } from "../../base/issueList.ts";
import { fail, failOnIssues } from "../../base/loyaltyError.ts";
import { type Fields, isFields } from "../../criteria/fields.ts";
import { type FittedModel, MODEL_FORMAT, type ModelFit } from "./fittedModel.ts";

/** A model by its name and parameters; every `PurchaseModel` is one. */
export interface ModelShape<Name extends string = string> {
  readonly name: string;
  readonly parameterNames: readonly Name[];
}

/**
 * Reads a fitted model back from JSON: the value must be one of `models`, with exactly their parameters, all finite
 * and above 0, and with a whole account of its fit. Everything that is wrong is collected and thrown once. Properties
 * besides are left out.
 *
 * @throws LoyaltyError `unknown_format`; `invalid_definition` with the path of what is wrong
 *
 * @example
 * const columns = {
 *   customerCount: 6,
 *   repeats: [2, 0, 1, 5, 0, 3],
 *   lastAge: [30, 0, 5, 39, 0, 38],
 *   age: [39, 30, 39, 40, 35, 40],
 * };
 * const text = JSON.stringify(fitBgNbd(columns));
 * readFittedModel(JSON.parse(text), [bgNbd, mbgNbd]).model; // => "bg-nbd"
 */
export function readFittedModel<Name extends string>(
  value: unknown,
  models: readonly ModelShape<Name>[],
): FittedModel<Readonly<Record<Name, number>>> {
  if (!isFields(value)) fail("invalid_definition", [], "a fitted model", value);
  const { format, model, parameters, fit } = value;
  if (format !== MODEL_FORMAT) fail("unknown_format", ["format"], MODEL_FORMAT, format);
  const shape = models.find(({ name }) => name === model);
  if (shape === undefined) {
    fail("invalid_definition", ["model"], `one of ${models.map(({ name }) => name).join(", ")}`, model);
  }
  const issues = createIssueList();
  const names = shape.parameterNames;
  const read = {
    format: MODEL_FORMAT,
    model: shape.name,
    parameters: readNamed(parameters, names, (number) => number > 0, ["parameters"], issues),
    fit: readFit(fit, names, issues),
  } as const;
  failOnIssues(issues.issues);
  return read;
}

const STATUSES: readonly unknown[] = ["converged", "iteration_limit", "degenerate_data"];

const COUNTS = ["customerCount", "patternCount", "iterations", "starts"] as const;

const MEASURES = ["logLikelihood", "aic", "bic"] as const;

function readFit<Name extends string>(
  fit: unknown,
  names: readonly Name[],
  issues: IssueList,
): ModelFit<Record<Name, number>> {
  const fields: Fields = isFields(fit) ? fit : {};
  const expect = (holds: boolean, path: IssuePath, expected: string, received: unknown) => {
    if (!holds) addIssue(issues, createIssue("invalid_definition", ["fit", ...path], expected, received));
  };
  expect(isFields(fit), [], "an account of the fit", fit);
  const { status, reason, standardErrors, covariance } = fields;
  expect(STATUSES.includes(status), ["status"], STATUSES.join(", "), status);
  expect(reason === null || typeof reason === "string", ["reason"], "a text or null", reason);
  for (const name of COUNTS) {
    const count = fields[name];
    expect(isFiniteNumber(count) && count >= 0, [name], "a finite number from 0", count);
  }
  for (const name of MEASURES) {
    expect(
      fields[name] === null || isFiniteNumber(fields[name]),
      [name],
      "a finite number or null",
      fields[name],
    );
  }
  expect(
    isSquare(covariance, names.length),
    ["covariance"],
    "a row of numbers per parameter, or null",
    covariance,
  );
  const numbers = Object.fromEntries([...COUNTS, ...MEASURES].map((name) => [name, fields[name]]));
  const errorsPath = ["fit", "standardErrors"];
  return {
    status,
    reason,
    ...numbers,
    standardErrors:
      standardErrors === null
        ? null
        : readNamed(standardErrors, names, (number) => number >= 0, errorsPath, issues),
    covariance:
      isSquare(covariance, names.length) && covariance !== null ? covariance.map((row) => [...row]) : null,
  } as ModelFit<Record<Name, number>>;
}

/** An object with exactly the named numbers, each finite and of the asked sign. */
function readNamed<Name extends string>(
  value: unknown,
  names: readonly Name[],
  isSound: (number: number) => boolean,
  path: IssuePath,
  issues: IssueList,
): Record<Name, number> {
  const fields: Fields = isFields(value) ? value : {};
  for (const name of new Set([...names, ...Object.keys(fields)])) {
    const number = fields[name];
    if ((names as readonly string[]).includes(name) && isFiniteNumber(number) && isSound(number)) continue;
    const expected = `finite numbers above 0 for ${names.join(", ")}`;
    addIssue(issues, createIssue("invalid_definition", [...path, name], expected, number));
  }
  return Object.fromEntries(names.map((name) => [name, fields[name]])) as Record<Name, number>;
}

function isSquare(value: unknown, size: number): value is readonly (readonly number[])[] | null {
  const isRow = (row: unknown) => Array.isArray(row) && row.length === size && row.every(isFiniteNumber);
  return value === null || (Array.isArray(value) && value.length === size && value.every(isRow));
}

function isFiniteNumber(value: unknown): value is number {
  return Number.isFinite(value);
}
