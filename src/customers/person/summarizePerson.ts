import type { IssueList } from "../../base/issueList.ts";
import type { CustomerFacts, OwnFactKinds } from "../facts.ts";
import type { Window } from "../rules/window.ts";
import { emptyRow } from "./emptyRow.ts";
import { factsAt } from "./factsAt.ts";
import { gatherComplaints } from "./gatherComplaints.ts";
import { gatherCounts } from "./gatherCounts.ts";
import { gatherOrders } from "./gatherOrders.ts";
import { gatherStates } from "./gatherStates.ts";
import { type Person, personOn } from "./personOn.ts";
import { standingOrders } from "./standingOrders.ts";

/** What is asked for, checked. */
export interface PersonQuestion {
  readonly window: Window;
  readonly minimumGapDays: number;
  readonly countFreeOrders: boolean;
  readonly ownFacts: OwnFactKinds;
}

/** The facts of a person, and the smallest of the ids that are joined on that day. */
interface PersonFacts {
  readonly customerId: string;
  readonly facts: CustomerFacts;
}

/** Gathers the facts of one person on one day; adds what is odd to `issues`. */
export function summarizePerson(
  person: Person,
  { window, minimumGapDays, countFreeOrders, ownFacts }: PersonQuestion,
  issues: IssueList,
): PersonFacts {
  const { asOfDay } = window;
  const { customerId, isTheirs, activities } = personOn(person, asOfDay, issues);
  const orders = standingOrders(activities, asOfDay, countFreeOrders, issues);
  const theirs = orders.filter(({ order }) => isTheirs(order.customerId));
  const row = emptyRow();
  gatherOrders(row, theirs, customerId, window, minimumGapDays);
  gatherComplaints(row, activities, isTheirs, window, issues);
  gatherCounts(row, activities.others, window);
  const own = gatherStates(row, activities, asOfDay, ownFacts, issues);
  const facts = factsAt(row, 0) as unknown as Record<string, number | boolean>;
  for (const [name, { value }] of own) facts[name] = value;
  return { customerId, facts: facts as unknown as CustomerFacts };
}
