import type { IssuePath } from "../../base/issue.ts";
import { type CustomerCodes, createCustomerCodes, isKeyColumn } from "./customerCodes.ts";
import type { CustomerColumn } from "./orderBatch.ts";
import { highestOf } from "./scanColumns.ts";
import { createTextCodes, type DictionaryColumn, refuseCode } from "./textCodes.ts";

/** Keys are codes themselves while there are at most so many numbers per row. */
const KEYS_PER_ROW = 2;

/** So many numbers never hurt. */
const FEW_KEYS = 4096;

/**
 * Codes for a column that is given whole. Keys that are dense enough, and codes into ids that are all
 * different, are taken as they are: nothing is looked up row by row.
 */
export function wholeCodesOf(customers: CustomerColumn): CustomerCodes {
  if (isKeyColumn(customers)) {
    const size = customers.length === 0 ? 0 : highestOf(customers, 0, customers.length) + 1;
    return size <= Math.max(FEW_KEYS, KEYS_PER_ROW * customers.length)
      ? denseKeys(size)
      : createCustomerCodes();
  }
  if (!("codes" in customers)) return createCustomerCodes();
  assertCodes(customers, ["customers"]);
  return areDistinct(customers.ids, ["customers", "ids"])
    ? plainDictionary(customers.ids)
    : createCustomerCodes();
}

function denseKeys(size: number): CustomerCodes {
  return {
    size,
    idOf: String,
    areIdsMade: true,
    encode: (customers, first) => ({ codes: customers as Uint32Array, firstCode: first }),
  };
}

function plainDictionary(ids: readonly string[]): CustomerCodes {
  return {
    size: ids.length,
    idOf: (code) => ids[code] as string,
    allIds: () => ids.slice(),
    areIdsMade: false,
    encode: (customers, first) => ({ codes: (customers as DictionaryColumn).codes, firstCode: first }),
  };
}

function assertCodes({ codes, ids }: DictionaryColumn, path: IssuePath): void {
  if (codes.length === 0 || highestOf(codes, 0, codes.length) < ids.length) return;
  refuseCode(
    codes,
    codes.findIndex((code) => code >= ids.length),
    ids.length,
    path,
  );
}

/** Dictionaries whose ids were looked at before: their length then. Columns of many tables share one. */
const distinctLengths: WeakMap<readonly string[], number> = /* @__PURE__ */ new WeakMap();

/** Whether no id stands twice. A list is looked at once: it must not change its ids afterwards, but may grow. */
function areDistinct(ids: readonly string[], path: IssuePath): boolean {
  if (distinctLengths.get(ids) === ids.length) return true;
  const codes = createTextCodes();
  codes.encodeTexts(ids, 0, ids.length, new Uint32Array(ids.length), path);
  if (codes.size !== ids.length) return false;
  distinctLengths.set(ids, ids.length);
  return true;
}
