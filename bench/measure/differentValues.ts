/** The first place at which two lists differ, as a sentence; undefined where they are equal. */
export function differentValues(ours: ArrayLike<number>, peers: ArrayLike<number>): string | undefined {
  if (ours.length !== peers.length) return `ours has ${ours.length} values, the peer ${peers.length}`;
  for (let index = 0; index < ours.length; index += 1) {
    if (ours[index] !== peers[index]) return `at ${index} ours is ${ours[index]}, the peer's ${peers[index]}`;
  }
  return undefined;
}

/** The same for several lists side by side. */
export function differentAnswers(
  ours: readonly ArrayLike<number>[],
  others: readonly ArrayLike<number>[],
): string | undefined {
  if (ours.length !== others.length) return `ours are ${ours.length} lists, the other's ${others.length}`;
  for (const [list, values] of ours.entries()) {
    const found = differentValues(values, others[list]!);
    if (found !== undefined) return `list ${list}: ${found}`;
  }
  return undefined;
}
