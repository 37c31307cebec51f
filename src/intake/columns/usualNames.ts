import type { OrderColumns } from "./orderColumns.ts";

/** The names that exports usually give to each field, the preferred one first. */
export type UsualNames<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** Fields that orders and all other activities share, and those of orders. */
export const SHARED_NAMES: UsualNames<Exclude<keyof OrderColumns, "id">> = {
  customerId: [
    "customer_id",
    "client_id",
    "user_id",
    "buyer_id",
    "shopper_id",
    "member_id",
    "contact_id",
    "account_id",
    "email",
    "customer_email",
    "email_address",
    "customer",
    "client",
    "user",
    "buyer",
  ],
  at: [
    "at",
    "occurred_at",
    "order_date",
    "ordered_at",
    "purchase_date",
    "purchased_at",
    "transaction_date",
    "invoice_date",
    "date",
    "date_time",
    "created_at",
    "created",
    "opened_at",
    "processed_at",
    "paid_at",
    "timestamp",
    "ts",
    "when",
    "time",
  ],
  amount: [
    "amount",
    "total",
    "total_price",
    "grand_total",
    "order_total",
    "total_amount",
    "order_amount",
    "amount_paid",
    "order_value",
    "revenue",
    "sales",
    "sales_amount",
    "value",
  ],
  cost: ["cost", "cogs", "total_cost", "cost_of_goods", "cost_of_goods_sold"],
  currency: ["currency", "currency_code"],
  units: ["units", "quantity", "qty", "item_count", "total_quantity"],
};

/** What an order is called by: the order's own names come before that of the row. */
const ORDER_ID_NAMES: readonly string[] = [
  "order_id",
  "order_number",
  "order_no",
  "order_name",
  "transaction_id",
  "invoice_id",
  "invoice_number",
  "invoice_no",
  "id",
];

/**
 * The names under which an order may state its own id. In Shopify's export, which has a financial status, `Name`
 * is the order; elsewhere it is the customer's.
 */
export function orderIdNames(has: (name: string) => boolean): readonly string[] {
  return has("financial_status") ? ["name", ...ORDER_ID_NAMES] : ORDER_ID_NAMES;
}

/** One form for `Customer ID`, `customer_id` and `customerId`: letters and digits, in small letters. */
export function plainNameOf(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
}
