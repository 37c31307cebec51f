import { createIssue, type IssuePath } from "../base/issue.ts";
import { addIssue, type IssueList } from "../base/issueList.ts";
import type { FactSchema } from "../units/column.ts";
import { checkComparison } from "./checkComparison.ts";
import { MAXIMUM_LEVELS } from "./criterion.ts";
import { type Fields, isFields, statedNames } from "./fields.ts";

/** What a criterion may name and say where it stands. */
interface CriterionContext {
  /** The facts that may be named. */
  readonly schema: FactSchema;
  /** ISO 4217 and known; thresholds on money are refused without one. */
  readonly currency?: string | undefined;
  /** Whether `{ top }` thresholds, which a population has yet to set, are allowed here. */
  readonly allowTop: boolean;
}

type Form = "fact" | "sum" | "all" | "any" | "not";

const FORMS: readonly string[] = ["fact", "sum", "all", "any", "not"] satisfies Form[];

/**
 * Checks an unknown value against everything that a {@link Criterion} must be, and adds one issue per mistake,
 * each with its exact path. When no issue was added, the value is a criterion. Properties that are `undefined`
 * count as absent, as in JSON.
 *
 * Codes: `invalid_criterion`, `unknown_fact`, `invalid_threshold`, `mixed_units`, `currency_required`,
 * `not_calibratable`, `criterion_too_deep`. It never throws, however deep or circular the value is.
 */
export function checkCriterion(
  criterion: unknown,
  context: CriterionContext,
  path: IssuePath,
  issues: IssueList,
): void {
  checkNode(criterion, { context, issues, ancestors: [] }, path);
}

interface Walk {
  readonly context: CriterionContext;
  readonly issues: IssueList;
  /** The criteria around the one in hand. Their number is its level; itself among them is a circle. */
  readonly ancestors: Fields[];
}

function checkNode(value: unknown, walk: Walk, path: IssuePath): void {
  const { ancestors, issues } = walk;
  if (!isFields(value)) {
    addIssue(issues, createIssue("invalid_criterion", path, "an object", value));
    return;
  }
  if (ancestors.length >= MAXIMUM_LEVELS || ancestors.includes(value)) {
    const received = ancestors.includes(value) ? "a criterion inside itself" : "a deeper one";
    addIssue(issues, createIssue("criterion_too_deep", path, `at most ${MAXIMUM_LEVELS} levels`, received));
    return;
  }
  const names = statedNames(value);
  const forms = names.filter((name) => FORMS.includes(name));
  if (forms.length !== 1) {
    addIssue(
      issues,
      createIssue("invalid_criterion", path, `exactly one of ${FORMS.join(", ")}`, names.join(", ")),
    );
    return;
  }
  ancestors.push(value);
  checkForm(forms[0] as Form, value, walk, path);
  ancestors.pop();
}

function checkForm(form: Form, fields: Fields, walk: Walk, path: IssuePath): void {
  if (form === "fact" || form === "sum") {
    checkComparison(fields, form, path, {
      ...walk.context,
      issues: walk.issues,
      checkAmong: (among, amongPath) =>
        checkNode(among, { ...walk, context: { ...walk.context, allowTop: false } }, amongPath),
    });
    return;
  }
  for (const name of statedNames(fields)) {
    if (name !== form)
      addIssue(walk.issues, createIssue("invalid_criterion", [...path, name], `only ${form}`, name));
  }
  const inner = fields[form];
  if (form === "not") checkNode(inner, walk, [...path, form]);
  else if (!Array.isArray(inner)) {
    addIssue(walk.issues, createIssue("invalid_criterion", [...path, form], "a list of criteria", inner));
  } else {
    for (let part = 0; part < inner.length; part += 1) checkNode(inner[part], walk, [...path, form, part]);
  }
}
