import type { Criterion } from "../criteria/criterion.ts";

/** Every fact that a checked criterion names, those of its `{ top }` thresholds too; with repetitions. */
export function criterionFacts(criterion: Criterion): readonly string[] {
  if ("all" in criterion) return criterion.all.flatMap(criterionFacts);
  if ("any" in criterion) return criterion.any.flatMap(criterionFacts);
  if ("not" in criterion) return criterionFacts(criterion.not);
  const named = "fact" in criterion ? [criterion.fact] : criterion.sum;
  if (!("atLeast" in criterion) || typeof criterion.atLeast !== "object") return named;
  const { among, prefer } = criterion.atLeast;
  return [...named, ...criterionFacts(among), ...(prefer === undefined ? [] : [prefer])];
}
