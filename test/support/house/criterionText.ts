import type { Criterion, TopThreshold } from "../../../src/criteria/criterion.ts";

const SIGNS = { atLeast: ">=", moreThan: ">", atMost: "<=", lessThan: "<", is: "=" } as const;

/** A criterion in one line, for tables: `member and (referrals + testimonials >= 1 or nps >= 9)`. */
export function criterionText(criterion: Criterion): string {
  if ("all" in criterion) return criterion.all.map(partText).join(" and ");
  if ("any" in criterion) return criterion.any.map(partText).join(" or ");
  if ("not" in criterion) return `not ${partText(criterion.not)}`;
  const subject = "sum" in criterion ? criterion.sum.join(" + ") : criterion.fact;
  if ("between" in criterion) return `${subject} between ${criterion.between.join(" and ")}`;
  if ("is" in criterion && typeof criterion.is === "boolean")
    return criterion.is ? subject : `not ${subject}`;
  const [name, threshold] = Object.entries(criterion).find(([key]) => key in SIGNS) as [
    keyof typeof SIGNS,
    unknown,
  ];
  return isTop(threshold) ? topText(subject, threshold) : `${subject} ${SIGNS[name]} ${threshold}`;
}

/** A part of a longer text, in brackets where it has several parts itself or says among whom. */
function partText(criterion: Criterion): string {
  const parts = "all" in criterion ? criterion.all : "any" in criterion ? criterion.any : [];
  const isLong = parts.length > 1 || ("atLeast" in criterion && isTop(criterion.atLeast));
  return isLong ? `(${criterionText(criterion)})` : criterionText(criterion);
}

function isTop(threshold: unknown): threshold is TopThreshold {
  return typeof threshold === "object";
}

function topText(subject: string, { top, among, prefer }: TopThreshold): string {
  const fact = prefer === undefined ? subject : `${prefer} (else ${subject})`;
  return `${fact} in the top ${top * 100} % among ${partText(among)}`;
}
