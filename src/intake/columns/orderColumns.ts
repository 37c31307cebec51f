/** Which property of an order row holds which field. */
export interface OrderColumns {
  readonly customerId: string;
  readonly at: string;
  readonly amount: string;
  readonly id?: string;
  readonly cost?: string;
  readonly currency?: string;
  readonly units?: string;
}

/** The fields that {@link OrderColumns} may name. */
export const ORDER_FIELDS: readonly (keyof OrderColumns)[] = [
  "customerId",
  "at",
  "amount",
  "id",
  "cost",
  "currency",
  "units",
];

/** Without these there is no order. */
export const REQUIRED_ORDER_FIELDS: readonly (keyof OrderColumns)[] = ["customerId", "at", "amount"];
