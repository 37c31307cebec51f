import { createIssueList } from "../base/issueList.ts";
import { failOnIssues } from "../base/loyaltyError.ts";
import { checkScale } from "./checkScale.ts";
import { frozenCopy } from "./frozenCopy.ts";
import { type OpenScale, SCALE_FORMAT, type ScaleDefinition } from "./scale.ts";

/** The scales that came out of {@link parseScale}: frozen, so what was checked once holds for good. */
const checkedScales: WeakSet<object> = /* @__PURE__ */ new WeakSet();

/**
 * The scale that an unknown value defines; a scale that was checked before is returned as it is. Everything
 * that is wrong is collected (at most 100 issues) and thrown once.
 *
 * @throws LoyaltyError as `defineScale` says
 */
export function parseScale(definition: unknown): OpenScale {
  if (isChecked(definition)) return definition;
  const issues = createIssueList();
  checkScale(definition, issues);
  failOnIssues(issues.issues);
  const {
    format = SCALE_FORMAT,
    name,
    version = "1",
    climb = "highest",
    ...rest
  } = definition as ScaleDefinition;
  const scale: OpenScale = frozenCopy({ format, name, version, climb, ...rest });
  checkedScales.add(scale);
  return scale;
}

function isChecked(definition: unknown): definition is OpenScale {
  return typeof definition === "object" && definition !== null && checkedScales.has(definition);
}
