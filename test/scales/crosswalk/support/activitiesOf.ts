import type { Activity } from "../../../../src/customers/activity.ts";
import type { CustomerFacts } from "../../../../src/customers/facts.ts";
import type { PossibleCustomer } from "../../../../src/scales/crosswalk/possibleCustomer.ts";
import { MILLISECONDS_PER_DAY, parseDay } from "../../../../src/units/day.ts";

type Fields = Readonly<Record<string, unknown>>;
type Add = (kind: string, day: number, fields?: Fields) => void;

/** What a made-up customer must have done for a summary to give exactly those facts. */
export function activitiesOf(customer: PossibleCustomer, ownFacts: readonly string[] = []): Activity[] {
  const facts = customer.facts as CustomerFacts & Record<string, number | boolean | undefined>;
  const asOfDay = parseDay(customer.asOf) as number;
  const fromDay = asOfDay - customer.windowDays + 1;
  const activities: Activity[] = [];
  const add: Add = (kind, day, fields = {}) => {
    const base = { kind, customerId: "ann", day, atMs: day * MILLISECONDS_PER_DAY };
    activities.push({ ...base, ...fields } as unknown as Activity);
  };
  const parts = [
    { recent: true, day: asOfDay, countOf: (name: string) => Number(facts[recentName(name)]) },
    {
      recent: false,
      day: fromDay - 1,
      countOf: (name: string) => Number(facts[name]) - Number(facts[recentName(name)]),
    },
  ];
  for (const { recent, day, countOf } of parts) {
    const isLast = recent || facts.recentInterests === 0;
    repeat(countOf("interests"), () => add("interest", isLast ? (facts.lastInterestDay as number) : day));
    addOthers(add, day, countOf);
  }
  addOrders(add, facts, fromDay);
  add("membership", facts.memberSinceDay ?? fromDay, { joined: facts.member });
  for (const instrument of ["nps", "intent", "csat", "ces"]) {
    if (facts[instrument] !== undefined) add("survey", asOfDay, { instrument, score: facts[instrument] });
  }
  add("market", asOfDay, given(facts, ["targeted", "reachable"]));
  add("profile", asOfDay, { ...given(facts, ["contactable"]), facts: given(facts, ownFacts) });
  return activities;
}

function recentName(name: string): string {
  return `recent${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function given(facts: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(
    names.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])),
  );
}

function repeat(count: number, task: (index: number) => void): void {
  for (let index = 0; index < count; index += 1) task(index);
}

function addOthers(add: Add, day: number, countOf: (name: string) => number): void {
  repeat(countOf("testimonials"), () => add("testimonial", day));
  repeat(countOf("reviews"), () => add("review", day));
  repeat(countOf("mentions"), () => add("social", day));
  const [unprompted, converted] = [countOf("unpromptedReferrals"), countOf("convertedReferrals")];
  repeat(countOf("referrals"), (index) =>
    add("referral", day, { prompted: index >= unprompted, converted: index < converted }),
  );
  const [open, first] = [countOf("openComplaints"), countOf("firstContactResolutions")];
  repeat(countOf("complaints"), (index) =>
    add("complaint", day, index < open ? {} : { resolvedDay: day, contacts: index < open + first ? 1 : 2 }),
  );
}

/** Orders on the stated first and last day, the other order days next to them; the money on one order each. */
function addOrders(add: Add, facts: CustomerFacts, fromDay: number): void {
  const [first = 0, last = 0] = [facts.firstOrderDay, facts.lastOrderDay];
  const earlierDays = facts.orderDays - facts.recentOrderDays;
  const earlier = {
    dayCount: earlierDays,
    from: first,
    step: 1,
    extra: facts.recentOrders === 0 ? last : first,
  };
  const recent = {
    dayCount: facts.recentOrderDays,
    from: last,
    step: -1,
    extra: earlierDays === 0 ? first : last,
  };
  const recentCost = costOf(facts.recentRevenueMinor, facts.recentProfitMinor);
  const cost = costOf(facts.revenueMinor, facts.profitMinor);
  const earlierRevenue = Number(facts.revenueMinor) - Number(facts.recentRevenueMinor);
  const earlierCost = cost === undefined || recentCost === undefined ? undefined : cost - recentCost;
  addOrdersOn(add, daysOf(recent), facts.recentOrders, Number(facts.recentRevenueMinor), recentCost);
  addOrdersOn(add, daysOf(earlier), facts.orders - facts.recentOrders, earlierRevenue, earlierCost);
  if (facts.recentOrders > 0 && last < fromDay) throw new Error("the last order is not in the window");
}

function costOf(revenue: number | undefined, profit: number | undefined): number | undefined {
  return revenue === undefined || profit === undefined ? undefined : revenue - profit;
}

/** So many days: `from`, `extra`, and then one after the other beginning next to `from`. */
function daysOf(range: { dayCount: number; from: number; step: number; extra: number }): number[] {
  const days = new Set([range.from, range.extra]);
  for (let day = range.from + range.step; days.size < range.dayCount; day += range.step) days.add(day);
  return [...days];
}

function addOrdersOn(add: Add, days: readonly number[], count: number, revenue: number, cost?: number): void {
  repeat(count, (index) => {
    const costMinor = cost === undefined ? {} : { costMinor: index === 0 ? cost : 0 };
    add("order", days[Math.min(index, days.length - 1)] as number, {
      amountMinor: index === 0 ? revenue : 0,
      ...costMinor,
    });
  });
}
