import { expectTypeOf, test } from "vitest";
import { type ActivityReading, readActivities, readOrders } from "../../src/intake/index.ts";

declare const rows: unknown[];
declare const stream: AsyncIterable<unknown>;

test("an iterable gives a reading, an async one a promise of it", () => {
  expectTypeOf(readActivities(rows, { currency: "USD" })).toEqualTypeOf<ActivityReading>();
  expectTypeOf(readActivities(stream, { currency: "USD" })).toEqualTypeOf<Promise<ActivityReading>>();
  expectTypeOf(readOrders(rows, { currency: "USD" })).toEqualTypeOf<ActivityReading>();
  expectTypeOf(readOrders(stream, { currency: "USD" })).toEqualTypeOf<Promise<ActivityReading>>();
});

test("options are checked by name and value", () => {
  // @ts-expect-error the currency is never guessed
  readActivities(rows, {});
  // @ts-expect-error not a form of amounts
  readActivities(rows, { currency: "USD", amounts: "cents" });
  // @ts-expect-error a misspelt option
  readActivities(rows, { currency: "USD", timezone: "UTC" });
  // @ts-expect-error not a field of an order
  readOrders(rows, { currency: "USD", columns: { customer: "Email" } });
  // @ts-expect-error no rows
  readActivities(5, { currency: "USD" });
});
