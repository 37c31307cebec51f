/** The first place at which two lists differ, as a sentence; undefined where they are equal. */
export function differentValues(ours: ArrayLike<number>, peers: ArrayLike<number>): string | undefined {
  if (ours.length !== peers.length) return `ours has ${ours.length} values, the peer ${peers.length}`;
  for (let index = 0; index < ours.length; index += 1) {
    if (ours[index] !== peers[index]) return `at ${index} ours is ${ours[index]}, the peer's ${peers[index]}`;
  }
  return undefined;
}
