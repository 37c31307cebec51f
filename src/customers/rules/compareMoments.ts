/**
 * Which of two statements is the later one: by instant, then by activity id in code-unit order (one without
 * an id comes first), then the less favourable wins, which is the smaller value: a no, a lower score.
 * Negative when `a` gives way to `b`, positive when it stands, 0 when they say the same.
 */
export function compareMoments<Value extends number | string | boolean>(
  a: { readonly atMs: number; readonly id?: string | undefined; readonly value: Value },
  b: { readonly atMs: number; readonly id?: string | undefined; readonly value: Value },
): number {
  if (a.atMs !== b.atMs) return a.atMs - b.atMs;
  const idA = a.id ?? "";
  const idB = b.id ?? "";
  if (idA !== idB) return idA < idB ? -1 : 1;
  if (a.value === b.value) return 0;
  return a.value < b.value ? 1 : -1;
}
