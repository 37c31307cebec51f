/** How many looks at a condition may still be taken. The search counts, it has no clock: equal input, equal answer. */
export interface Effort {
  left: number;
}

/** Lets a task spend at most `limit` of the effort; what the task leaves over stays. */
export function spendAtMost<Result>(effort: Effort, limit: number, task: (share: Effort) => Result): Result {
  const share = { left: Math.min(limit, effort.left) };
  effort.left -= share.left;
  const result = task(share);
  effort.left += share.left;
  return result;
}
