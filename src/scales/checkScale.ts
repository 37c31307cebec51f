import { createIssue, type IssuePath } from "../base/issue.ts";
import { addIssue, createIssueList, type IssueList } from "../base/issueList.ts";
import { checkCriterion } from "../criteria/checkCriterion.ts";
import { type Fields, isFields, statedNames } from "../criteria/fields.ts";
import { factSchemaOf, type OwnFactKinds } from "../customers/facts.ts";
import { isReservedFact } from "../customers/rules/ownFact.ts";
import { isWindowDays, WINDOW_DAYS_EXPECTED } from "../customers/rules/window.ts";
import type { FactSchema } from "../units/column.ts";
import { isCurrency } from "../units/currency.ts";
import { checkCalibration } from "./checkCalibration.ts";
import { checkLabels } from "./checkLabels.ts";
import { checkOwnFacts, isOwnFactKind } from "./checkOwnFacts.ts";
import { SCALE_FORMAT } from "./scale.ts";

/** The last index but one of a byte: 255 says "off the scale". */
const MAXIMUM_STEPS = 254;

const SCALE_NAMES: readonly string[] = [
  "format",
  "name",
  "version",
  "climb",
  "currency",
  "windowDays",
  "ownFacts",
  "labels",
  "steps",
  "calibration",
];

const STEP_NAMES: readonly string[] = ["id", "when", "labels", "descriptions"];

/**
 * Checks an unknown value against everything that a scale definition must be, and adds one issue per mistake.
 * Properties that are `undefined` count as absent, as in JSON. It never throws.
 */
export function checkScale(definition: unknown, issues: IssueList): void {
  if (!isFields(definition)) {
    addIssue(issues, createIssue("invalid_definition", [], "a scale definition", definition));
    return;
  }
  checkNames(definition, SCALE_NAMES, [], issues);
  checkHead(definition, issues);
  checkOwnFacts(definition.ownFacts, ["ownFacts"], issues);
  checkLabels(definition.labels, ["labels"], issues);
  checkSteps(definition, issues);
  checkCalibration(definition.calibration, ["calibration"], issues);
}

function checkHead(definition: Fields, issues: IssueList): void {
  const { format, name, version, climb, currency, windowDays } = definition;
  if (format !== undefined && format !== SCALE_FORMAT) {
    addIssue(issues, createIssue("unknown_format", ["format"], SCALE_FORMAT, format));
  }
  checkText(name, ["name"], issues);
  if (version !== undefined) checkText(version, ["version"], issues);
  if (climb !== undefined && climb !== "highest" && climb !== "stepwise") {
    addIssue(issues, createIssue("invalid_definition", ["climb"], "highest or stepwise", climb));
  }
  if (currency !== undefined && !isCurrency(currency)) {
    addIssue(issues, createIssue("unknown_currency", ["currency"], "an ISO 4217 code", currency));
  }
  if (windowDays !== undefined && !isWindowDays(windowDays)) {
    addIssue(issues, createIssue("invalid_definition", ["windowDays"], WINDOW_DAYS_EXPECTED, windowDays));
  }
}

function checkText(value: unknown, path: IssuePath, issues: IssueList): void {
  if (typeof value === "string" && value !== "") return;
  addIssue(issues, createIssue("invalid_definition", path, "a non-empty text", value));
}

function checkSteps(definition: Fields, issues: IssueList): void {
  const { steps } = definition;
  if (!Array.isArray(steps)) {
    addIssue(issues, createIssue("invalid_definition", ["steps"], "a list of steps", steps));
  } else if (steps.length === 0) {
    addIssue(issues, createIssue("no_steps", ["steps"], "at least one step", steps));
  } else if (steps.length > MAXIMUM_STEPS) {
    addIssue(issues, createIssue("too_many_steps", ["steps"], `at most ${MAXIMUM_STEPS} steps`, steps));
  } else {
    const ids = new Set<string>();
    const schema = schemaOf(definition.ownFacts);
    for (let index = 0; index < steps.length; index += 1) {
      checkStep(steps[index], { definition, schema, ids, path: ["steps", index], issues });
    }
  }
}

/** The facts that may be named. Own facts that are wrong in themselves have their issue already. */
function schemaOf(ownFacts: unknown): FactSchema {
  const entries = isFields(ownFacts) ? Object.entries(ownFacts) : [];
  const sound = entries.filter(([name, kind]) => isOwnFactKind(kind) && !isReservedFact(name));
  return factSchemaOf(Object.fromEntries(sound) as OwnFactKinds);
}

interface StepWalk {
  readonly definition: Fields;
  readonly schema: FactSchema;
  /** The ids so far. */
  readonly ids: Set<string>;
  readonly path: IssuePath;
  readonly issues: IssueList;
}

function checkStep(step: unknown, walk: StepWalk): void {
  const { path, issues } = walk;
  if (!isFields(step)) {
    addIssue(issues, createIssue("invalid_definition", path, "a step", step));
    return;
  }
  checkNames(step, STEP_NAMES, path, issues);
  checkId(step.id, walk);
  checkWhen(step.when, walk);
  checkLabels(step.labels, [...path, "labels"], issues);
  checkLabels(step.descriptions, [...path, "descriptions"], issues);
}

function checkId(id: unknown, { ids, path, issues }: StepWalk): void {
  const idPath = [...path, "id"];
  if (id === undefined || id === "") {
    addIssue(issues, createIssue("empty_step", idPath, "a non-empty text", id));
  } else if (typeof id !== "string") {
    addIssue(issues, createIssue("invalid_definition", idPath, "a non-empty text", id));
  } else if (ids.has(id)) {
    addIssue(issues, createIssue("duplicate_step", idPath, "an id of its own", id));
  } else {
    ids.add(id);
  }
}

function checkWhen(when: unknown, { definition, schema, path, issues }: StepWalk): void {
  const { currency } = definition;
  const known = isCurrency(currency) ? { currency } : {};
  const found = createIssueList(issues.limit);
  checkCriterion(when, { schema, ...known, allowTop: true }, [...path, "when"], found);
  for (const issue of found.issues) {
    // a currency that is wrong is one mistake, not one more per threshold
    const stated = issue.code === "currency_required" && currency !== undefined;
    if (!stated) addIssue(issues, issue);
  }
}

function checkNames(fields: Fields, known: readonly string[], path: IssuePath, issues: IssueList): void {
  for (const name of statedNames(fields)) {
    if (known.includes(name)) continue;
    addIssue(issues, createIssue("invalid_definition", [...path, name], `one of ${known.join(", ")}`, name));
  }
}
