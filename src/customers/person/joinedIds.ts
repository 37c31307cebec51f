import type { Activity } from "../activity.ts";

/** The ids that aliases join with `customerId`, itself included; transitive, in any order. */
export function joinedIds(activities: readonly Activity[], customerId: string): ReadonlySet<string> {
  const neighbours = new Map<string, string[]>();
  const link = (from: string, to: string) => {
    const known = neighbours.get(from);
    if (known === undefined) neighbours.set(from, [to]);
    else known.push(to);
  };
  for (const activity of activities) {
    if (activity.kind !== "alias") continue;
    link(activity.customerId, activity.otherId);
    link(activity.otherId, activity.customerId);
  }
  const ids = new Set([customerId]);
  for (const id of ids) for (const neighbour of neighbours.get(id) ?? []) ids.add(neighbour); // a set grows while it is walked
  return ids;
}

/** The smallest of some ids in code-unit order. */
export function smallestId(ids: ReadonlySet<string>): string {
  let [smallest = ""] = ids;
  for (const id of ids) if (id < smallest) smallest = id;
  return smallest;
}
