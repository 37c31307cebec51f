import { createActivityTable } from "../../../../src/customers/createActivityTable.ts";
import { customerAt } from "../../../../src/customers/customerAt.ts";
import type { CustomerFacts, OwnFactKinds } from "../../../../src/customers/facts.ts";
import { summarizeCustomers } from "../../../../src/customers/summarizeCustomers.ts";
import type { PossibleCustomer } from "../../../../src/scales/crosswalk/possibleCustomer.ts";
import { activitiesOf } from "./activitiesOf.ts";

/** The facts that a summary gives when a made-up customer really does what they must have done. */
export function replay(customer: PossibleCustomer, ownFacts: OwnFactKinds = {}): CustomerFacts {
  const activities = activitiesOf(customer, Object.keys(ownFacts));
  const table = summarizeCustomers(createActivityTable(activities, { currency: "USD" }), {
    asOf: customer.asOf,
    windowDays: customer.windowDays,
    minimumGapDays: customer.minimumGapDays,
    ownFacts,
  });
  return customerAt(table, 0);
}
