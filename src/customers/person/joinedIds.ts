import type { Activity, AliasActivity } from "../activity.ts";

/** The ids that aliases join with `customerId`, itself included; transitive, in any order. */
export function joinedIds(activities: readonly Activity[], customerId: string): ReadonlySet<string> {
  const ids = new Set([customerId]);
  let open = activities.filter((activity): activity is AliasActivity => activity.kind === "alias");
  for (let grew = true; grew && open.length > 0; ) {
    const apart = open.filter((alias) => !ids.has(alias.customerId) && !ids.has(alias.otherId));
    grew = apart.length < open.length;
    for (const alias of open) {
      if (apart.includes(alias)) continue;
      ids.add(alias.customerId).add(alias.otherId);
    }
    open = apart;
  }
  return ids;
}

/** The smallest of some ids in code-unit order. */
export function smallestId(ids: Iterable<string>): string {
  let smallest: string | undefined;
  for (const id of ids) if (smallest === undefined || id < smallest) smallest = id;
  return smallest ?? "";
}
