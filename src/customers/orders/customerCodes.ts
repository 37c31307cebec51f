import type { IssuePath } from "../../base/issue.ts";
import { fail } from "../../base/loyaltyError.ts";
import { createKeyDictionary, type KeyDictionary } from "./keyDictionary.ts";
import type { CustomerColumn } from "./orderBatch.ts";
import { SLICE_ROWS } from "./orderSlice.ts";
import { createTextCodes, type TextCodes } from "./textCodes.ts";

/** Codes of a slice of rows, from `firstCode` on. */
interface CodedRows {
  readonly codes: Uint32Array;
  readonly firstCode: number;
}

/** Numbers customers from 0, whatever form their column has. */
export interface CustomerCodes {
  /** All codes so far are below it. */
  readonly size: number;
  /** The codes of `count` rows from `first` on; they last until the next call. */
  encode(customers: CustomerColumn, first: number, count: number, path: IssuePath): CodedRows;
  idOf(code: number): string;
  /** The ids of all codes at once, where they are at hand. */
  readonly allIds?: (() => readonly string[] | undefined) | undefined;
  /** Whether ids are made of something else, which can wait until somebody asks for them. */
  readonly areIdsMade: boolean;
  /** Row → which of the given codes stands there, where that is another one than the one given. */
  readonly orderOf?: ((codesByRow: Uint32Array) => Uint32Array | undefined) | undefined;
}

/** Codes for batches that are not known beforehand. Texts and dictionary columns share their ids. */
export function createCustomerCodes(): CustomerCodes {
  const codes = new Uint32Array(SLICE_ROWS);
  let own: CustomerCodes | undefined;
  let areKeys = false;

  return {
    get size() {
      return own?.size ?? 0;
    },
    get areIdsMade() {
      return areKeys;
    },
    allIds: () => own?.allIds?.(),
    orderOf: (codesByRow) => own?.orderOf?.(codesByRow),
    idOf: (code) => own?.idOf(code) as string,
    encode(customers, first, count, path) {
      const arriving = isKeyColumn(customers);
      if (own !== undefined && arriving !== areKeys) {
        const expected = `${areKeys ? "integer keys" : "ids as texts"}, as in the batches before`;
        fail("invalid_option", path, expected, customers);
      }
      areKeys = arriving;
      own ??= areKeys ? keyCodes(codes) : textCodes(codes);
      return own.encode(customers, first, count, path);
    },
  };
}

/** Whether a column of customers holds integer keys. */
export function isKeyColumn(customers: CustomerColumn): customers is Uint32Array {
  return !Array.isArray(customers) && !("codes" in customers);
}

function keyCodes(codes: Uint32Array): CustomerCodes {
  const keys = createKeyDictionary();
  return {
    get size() {
      return keys.size;
    },
    orderOf: (codesByRow) => ascendingOrder(keys, codesByRow),
    idOf: (code) => String(keys.keyAt(code)),
    areIdsMade: true,
    encode(customers, first, count) {
      keys.encode(customers as Uint32Array, first, count, codes);
      return { codes, firstCode: 0 };
    },
  };
}

/** Rows of integer keys ascend by key, in whatever order the keys came. */
function ascendingOrder(keys: KeyDictionary, codesByRow: Uint32Array): Uint32Array {
  const rowOfCode = new Uint32Array(keys.size);
  for (let row = 0; row < codesByRow.length; row += 1) rowOfCode[codesByRow[row] as number] = row;
  const sorted = codesByRow.map(keys.keyAt).sort();
  const codes = new Uint32Array(sorted.length);
  keys.encode(sorted, 0, sorted.length, codes);
  return codes.map((code) => rowOfCode[code] as number);
}

function textCodes(codes: Uint32Array): CustomerCodes {
  const texts: TextCodes = createTextCodes();
  return {
    get size() {
      return texts.size;
    },
    idOf: texts.idOf,
    allIds: texts.allIds,
    areIdsMade: false,
    encode(customers, first, count, path) {
      if ("codes" in customers) texts.encodeCodes(customers, first, count, codes, path);
      else texts.encodeTexts(customers as readonly string[], first, count, codes, path);
      return { codes, firstCode: 0 };
    },
  };
}
