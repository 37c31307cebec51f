import { isKeyColumn } from "../orders/customerCodes.ts";
import { createKeyDictionary } from "../orders/keyDictionary.ts";
import type { CustomerColumn } from "../orders/orderBatch.ts";
import { createTextCodes } from "../orders/textCodes.ts";

/** Who ordered: a code for each row, in order of first appearance, and the id of each code. */
interface CodedCustomers {
  readonly codes: Uint32Array;
  readonly customerIds: readonly string[];
}

/** The dictionary makes room for as many new keys as it is given at once. */
const KEYS_PER_PART = 4096;

/**
 * Codes a column of customers. An integer key becomes its decimal digits. Of a dictionary column, an id that
 * stands there twice is one, and an id that no row bears is none.
 *
 * @throws LoyaltyError `empty_id`, `invalid_column`
 */
export function customersOfOrders(customers: CustomerColumn, rowCount: number): CodedCustomers {
  const codes = new Uint32Array(rowCount);
  if (isKeyColumn(customers)) {
    const keys = createKeyDictionary();
    for (let first = 0; first < rowCount; first += KEYS_PER_PART) {
      keys.encode(customers, first, Math.min(KEYS_PER_PART, rowCount - first), codes.subarray(first));
    }
    return { codes, customerIds: Array.from({ length: keys.size }, (_, code) => String(keys.keyAt(code))) };
  }
  const texts = createTextCodes();
  if (!("codes" in customers)) {
    texts.encodeTexts(customers, 0, rowCount, codes, ["customers"]);
    return { codes, customerIds: texts.allIds() };
  }
  texts.encodeCodes(customers, 0, rowCount, codes, ["customers"]);
  const order = renumber(codes, texts.size);
  return { codes, customerIds: Array.from(order, texts.idOf) };
}

/** Replaces codes by others in order of first appearance; gives the old code of each new one. */
function renumber(codes: Uint32Array, codeCount: number): Uint32Array {
  const newCodes = new Uint32Array(codeCount); // 0 is none yet
  const oldCodes = new Uint32Array(codeCount);
  let count = 0;
  for (let row = 0; row < codes.length; row += 1) {
    const old = codes[row] as number;
    if (newCodes[old] === 0) {
      oldCodes[count] = old;
      count += 1;
      newCodes[old] = count;
    }
    codes[row] = (newCodes[old] as number) - 1;
  }
  return oldCodes.subarray(0, count);
}
