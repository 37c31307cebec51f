import * as z from "zod";
import type { OrderActivity } from "../../../src/customers/activity.ts";
import { MILLISECONDS_PER_DAY } from "../../../src/units/day.ts";

const MONEY = z
  .union([z.string().regex(/^\d+(?:\.\d{1,2})?$/), z.number().nonnegative()])
  .transform((amount) => Math.round(Number(amount) * 100));

const ID = z.string().min(1);

const ORDER = z.object({
  kind: z.literal("order"),
  id: ID,
  customerId: ID,
  at: z.iso.date().transform((day) => Date.parse(day)),
  amount: MONEY,
  cost: MONEY.optional(),
});

/** One order row by a schema as one writes it for this job alone; it checks less than the library does. */
export function readByZod(row: unknown): OrderActivity {
  const { kind, id, customerId, at, amount, cost } = ORDER.parse(row);
  return {
    kind,
    id,
    customerId,
    atMs: at,
    day: at / MILLISECONDS_PER_DAY,
    amountMinor: amount,
    ...(cost === undefined ? {} : { costMinor: cost }),
  };
}
