import type { CustomerTable } from "../customers/customerTable.ts";
import type { Placements } from "../scales/placement.ts";
import { stepAt } from "../scales/stepAt.ts";
import { assertCurrency } from "../units/currency.ts";
import { formatMinor } from "../units/money.ts";
import type { PlacedCustomers } from "./placeCustomers.ts";

/** One customer in a list: where they stand on every scale of the report, and what they brought. */
export interface CustomerRow<Steps extends Readonly<Record<string, string>> = Record<string, string>> {
  readonly id: string;
  /** The step by key of the scale; null off the scale. */
  readonly steps: { readonly [Key in keyof Steps]: Steps[Key] | null };
  /** Lifetime revenue, net: a decimal string in major units. */
  readonly value: string;
}

/**
 * Every customer of a report, one at a time: the highest value first, equals by id in code-unit order. Only the
 * row that is asked for is in memory, so a million customers can be written to a file.
 *
 * @throws LoyaltyError `unknown_customer` when placements are not those of the table
 *
 * @example
 * const activities = createActivityTable(
 *   [
 *     { kind: "order", id: "o1", customerId: "ann", atMs: 0, day: 0, amountMinor: 1250 },
 *     { kind: "interest", id: "i1", customerId: "bob", atMs: 0, day: 4 },
 *   ],
 *   { currency: "USD", timeZone: "UTC" },
 * );
 * const placed = placeCustomers(activities, { scales: { ladder: ladderOfLoyalty() } }, { asOf: "1970-01-31" });
 * const rows = [...composeCustomerRows(placed)];
 * rows[1]; // => { id: "bob", steps: { ladder: "prospect" }, value: "0.00" }
 */
export function* composeCustomerRows<Steps extends Readonly<Record<string, string>>>(
  placed: PlacedCustomers<Steps>,
): Generator<CustomerRow<Steps>, void, undefined> {
  const { table } = placed;
  const digits = assertCurrency(table.currency, ["currency"]);
  const scales = Object.entries<Placements>(placed.placements);
  for (const row of rowsByValue(table)) {
    const steps = Object.fromEntries(scales.map(([key, placements]) => [key, stepAt(placements, row)]));
    yield {
      id: table.ids[row] as string,
      steps: steps as CustomerRow<Steps>["steps"],
      value: formatMinor(table.columns.revenueMinor[row] as number, digits),
    };
  }
}

function rowsByValue({ ids, columns: { revenueMinor } }: CustomerTable): Uint32Array {
  return Uint32Array.from(revenueMinor.keys()).sort((a, b) => {
    const difference = (revenueMinor[b] as number) - (revenueMinor[a] as number);
    if (difference !== 0) return difference;
    return (ids[a] as string) < (ids[b] as string) ? -1 : 1; // ids stand once in a table
  });
}
