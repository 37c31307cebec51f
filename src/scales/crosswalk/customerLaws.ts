import { recentTwinOf } from "../../customers/facts.ts";
import {
  atLeast,
  atMost,
  type Clause,
  type ConstraintSystem,
  noMoreThan,
  quotientOf,
  sumOf,
  variableOf,
} from "./constraint.ts";
import { earlierTwinOf, knownTwinOf, lifetimeCounts, PARTS, type PartOf } from "./customerVariables.ts";

/** What holds for the facts of every customer whom a summary makes, whatever happened. */
interface CustomerLaw {
  readonly because: string;
  readonly clauses: readonly Clause[];
}

type VariableOf = (name: string) => number;

/**
 * The laws that tie the facts of a customer together, with the reason of each. They hold for every row of
 * `summarizeCustomers`; columns that were gathered elsewhere may break them.
 */
export function customerLaws(system: ConstraintSystem): readonly CustomerLaw[] {
  const of: VariableOf = (name) => variableOf(system, name);
  return [...countLaws(of), ...moneyLaws(of), ...dayLaws(of), ...windowLaws(of), ...rhythmLaws(of)];
}

function none(variable: number) {
  return atMost(variable, 0);
}

function some(variable: number) {
  return atLeast(variable, 1);
}

/** There is something of the one exactly where there is something of the other. */
function together(one: number, other: number): readonly Clause[] {
  return [
    [none(one), some(other)],
    [none(other), some(one)],
  ];
}

function countLaws(of: VariableOf): readonly CustomerLaw[] {
  return [
    {
      because: "An activity lies in the window or before it.",
      clauses: lifetimeCounts().map((name) => [
        sumOf(of(name), [of(earlierTwinOf(name)), of(recentTwinOf(name))]),
      ]),
    },
    {
      because: "Every day with an order has an order, and orders happen on days.",
      clauses: PARTS.flatMap((part) => [
        [noMoreThan([of(part("orderDays"))], [of(part("orders"))])],
        ...together(of(part("orderDays")), of(part("orders"))),
      ]),
    },
    {
      because: "An unprompted or converted referral is a referral.",
      clauses: PARTS.flatMap((part) => [
        [noMoreThan([of(part("unpromptedReferrals"))], [of(part("referrals"))])],
        [noMoreThan([of(part("convertedReferrals"))], [of(part("referrals"))])],
      ]),
    },
    {
      because: "A complaint is open or resolved, not both.",
      clauses: PARTS.map((part) => [
        noMoreThan(
          [of(part("openComplaints")), of(part("firstContactResolutions"))],
          [of(part("complaints"))],
        ),
      ]),
    },
  ];
}

function moneyLaws(of: VariableOf): readonly CustomerLaw[] {
  const known = (part: PartOf) => of(knownTwinOf(part("profit")));
  const [knownEarlier, knownRecent, knownProfit] = PARTS.map(known) as [number, number, number];
  const inParts = (name: string) => sumOf(of(name), [of(earlierTwinOf(name)), of(recentTwinOf(name))]);
  return [
    {
      because: "Revenue and cost come with orders, and never fall below 0.",
      clauses: PARTS.flatMap((part) => [
        [some(of(part("orders"))), none(of(part("revenue")))],
        [some(of(part("orders"))), none(of(part("cost of orders")))],
      ]),
    },
    {
      because: "Revenue, and what is known of cost and profit, is made in the window or before it.",
      clauses: [
        [inParts("revenue")],
        [none(knownProfit), inParts("cost of orders")],
        [none(knownProfit), inParts("profit")],
      ],
    },
    {
      because: "Profit is revenue less cost.",
      clauses: PARTS.map((part) => [
        none(known(part)),
        sumOf(of(part("revenue")), [of(part("profit")), of(part("cost of orders"))]),
      ]),
    },
    {
      because: "Profit is known where the cost of every order is.",
      clauses: [
        ...PARTS.map((part) => [some(of(part("orders"))), some(known(part))]),
        [none(knownProfit), some(knownEarlier)],
        [none(knownProfit), some(knownRecent)],
        [none(knownEarlier), none(knownRecent), some(knownProfit)],
      ],
    },
  ];
}

function dayLaws(of: VariableOf): readonly CustomerLaw[] {
  const known = (fact: string) => of(knownTwinOf(fact));
  const noOrders = none(of("orders"));
  return [
    {
      because: "Whoever ordered did so on a first and a last day.",
      clauses: ["firstOrderAt", "lastOrderAt", "recencyDays"].flatMap((fact) =>
        together(known(fact), of("orders")),
      ),
    },
    {
      because: "Nothing after the day of the summary counts.",
      clauses: [
        [noOrders, sumOf(of("as-of day"), [of("lastOrderAt"), of("recencyDays")])],
        [none(known("lastInterestAt")), noMoreThan([of("lastInterestAt")], [of("as-of day")])],
        [none(known("memberSince")), noMoreThan([of("memberSince")], [of("as-of day")])],
      ],
    },
    {
      because: "Order days lie between the first and the last, both of which are among them.",
      clauses: [
        [noOrders, sumOf(of("lastOrderAt"), [of("firstOrderAt"), of("order span days")])],
        [noOrders, noMoreThan([of("orderDays")], [of("order gaps")], 1)],
        [noOrders, noMoreThan([of("order gaps")], [of("orderDays")], -1)],
        [some(of("orders")), none(of("order gaps"))],
        [noMoreThan([of("order gaps")], [of("order span days")])],
        [some(of("order gaps")), none(of("order span days"))],
      ],
    },
    {
      because: "Whoever showed interest did so on a day; whoever is a member is one since a day.",
      clauses: [
        ...together(known("lastInterestAt"), of("interests")),
        ...together(known("memberSince"), of("member")),
      ],
    },
  ];
}

/** A day is in the window when it is fewer than `windowDays` days ago. */
function windowLaws(of: VariableOf): readonly CustomerLaw[] {
  const [window, recency, span] = [of("window days"), of("recencyDays"), of("order span days")];
  const [recentOrders, earlierOrders] = [of("recentOrders"), of("earlier orders")];
  const noOrders = none(of("orders"));
  return [
    {
      because: "There are orders in the window exactly where the last order is in it.",
      clauses: [
        [none(recentOrders), noMoreThan([recency], [window], -1)],
        [noOrders, some(recentOrders), noMoreThan([window], [recency])],
      ],
    },
    {
      because: "There are orders before the window exactly where the first order is before it.",
      clauses: [
        [none(earlierOrders), noMoreThan([window], [recency, span])],
        [noOrders, some(earlierOrders), noMoreThan([recency, span], [window], -1)],
      ],
    },
    {
      because: "There are no more order days in the window, or before it, than days.",
      clauses: [
        [none(recentOrders), noMoreThan([of("recentOrderDays"), recency], [window])],
        [none(earlierOrders), noMoreThan([of("earlier orderDays"), window], [recency, span], 1)],
      ],
    },
    {
      because: "There is interest in the window exactly where the last interest is in it.",
      clauses: [
        [none(of("recentInterests")), noMoreThan([of("as-of day")], [of("lastInterestAt"), window], -1)],
        [
          none(of("interests")),
          some(of("recentInterests")),
          noMoreThan([of("lastInterestAt"), window], [of("as-of day")]),
        ],
      ],
    },
  ];
}

function rhythmLaws(of: VariableOf): readonly CustomerLaw[] {
  const known = (fact: string) => of(knownTwinOf(fact));
  const noGaps = none(of("order gaps"));
  const [meanGap, leastGap] = [of("meanGapDays"), of("minimum gap days")];
  const rhythmGap = of("rhythm gap days");
  return [
    {
      because: "A mean gap and a rhythm need two days with orders.",
      clauses: [
        ...together(known("meanGapDays"), of("order gaps")),
        ...together(known("rhythm"), of("order gaps")),
      ],
    },
    {
      because: "The mean gap is the time between the first and the last order day by the number of gaps.",
      clauses: [[noGaps, quotientOf(meanGap, of("order span days"), of("order gaps"))]],
    },
    {
      because:
        "The rhythm is the time since the last order by the mean gap, or by the least gap where that is more.",
      clauses: [
        [noGaps, noMoreThan([meanGap], [rhythmGap])],
        [noGaps, noMoreThan([leastGap], [rhythmGap])],
        [noGaps, noMoreThan([rhythmGap], [meanGap]), noMoreThan([rhythmGap], [leastGap])],
        [noGaps, quotientOf(of("rhythm"), of("recencyDays"), rhythmGap)],
      ],
    },
  ];
}
