import { fail } from "../base/loyaltyError.ts";
import { anniversaryIn } from "../units/calendar.ts";
import { type EpochDay, isoDayOf, parseDay } from "../units/day.ts";
import type { CustomerTable } from "./customerTable.ts";

/** Someone whose birthday falls into the asked span. */
export interface BirthdayCustomer {
  readonly id: string;
  /** The row in the table. */
  readonly row: number;
  /** The day on which it falls, `YYYY-MM-DD`; 29 February falls on the 28th in common years. */
  readonly on: string;
}

/**
 * Who has a birthday from `from` to `to`, both ends in, sorted by day and then by id in code-unit order;
 * nobody when no birthday is known. Whoever said no to contact is left out unless `includeUncontactable`.
 *
 * @throws `invalid_option` for days that are none, or more than 366 days from end to end
 * @example
 * const table = createCustomerTable({
 *   ids: ["ann", "bob"],
 *   asOf: "2026-06-30",
 *   currency: "USD",
 *   birthdays: Uint16Array.of(229, 1231),
 * });
 * customersWithBirthday(table, { from: "2027-02-20", to: "2027-03-05" }); // => [{ id: "ann", row: 0, on: "2027-02-28" }]
 */
export function customersWithBirthday(
  table: CustomerTable,
  span: { readonly from: string; readonly to: string; readonly includeUncontactable?: boolean },
): BirthdayCustomer[] {
  const fromDay = dayOption("from", span.from);
  const toDay = dayOption("to", span.to);
  if (toDay < fromDay || toDay - fromDay > 365) {
    fail("invalid_option", ["to"], "a day from `from` on, at most 366 days in all", span.to);
  }
  const dayOfBirthday = birthdayFinder(fromDay, toDay);
  const found: { id: string; row: number; day: EpochDay }[] = [];
  for (let row = 0; row < table.rowCount; row += 1) {
    const day = dayOfBirthday(table.birthdays[row] as number);
    if (day === undefined) continue;
    if (table.columns.contactable[row] === 0 && span.includeUncontactable !== true) continue;
    found.push({ id: table.ids[row] as string, row, day });
  }
  found.sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
  return found.map(({ id, row, day }) => ({ id, row, on: isoDayOf(day) }));
}

function dayOption(name: string, text: string): EpochDay {
  const day = typeof text === "string" ? parseDay(text) : undefined;
  return day ?? fail("invalid_option", [name], "a calendar day, YYYY-MM-DD", text);
}

/** Birthday number → the day inside the span; each of the 366 birthdays is worked out once. */
function birthdayFinder(fromDay: EpochDay, toDay: EpochDay): (birthday: number) => EpochDay | undefined {
  const firstYear = Number(isoDayOf(fromDay).slice(0, 4));
  const lastYear = Number(isoDayOf(toDay).slice(0, 4));
  const known = new Map<number, EpochDay | undefined>([[0, undefined]]);
  return (birthday) => {
    if (!known.has(birthday)) known.set(birthday, dayInSpan(birthday));
    return known.get(birthday);
  };

  function dayInSpan(birthday: number): EpochDay | undefined {
    for (let year = firstYear; year <= lastYear; year += 1) {
      const day = anniversaryIn(year, Math.floor(birthday / 100), birthday % 100);
      if (day >= fromDay && day <= toDay) return day;
    }
    return undefined;
  }
}
