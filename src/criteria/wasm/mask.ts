import { V128_AND, V128_AND_NOT, V128_OR, type WasmCode } from "../../machine/wasmCode.ts";
import { BYTE, splat } from "./splat.ts";

/**
 * For which of 16 rows a condition holds: code that pushes a byte per row, 0 or 255. The condition holds where
 * the byte is 255 or, where `isNegated`, where it is 0: so a `not` costs no instruction.
 */
export interface Mask {
  readonly code: WasmCode;
  readonly isNegated: boolean;
}

/** The condition that holds for no row. */
export const NEVER: Mask = /* @__PURE__ */ createNever();

function createNever(): Mask {
  return { code: splat(BYTE, 0), isNegated: false };
}

/** The opposite condition. */
export function negate({ code, isNegated }: Mask): Mask {
  return { code, isNegated: !isNegated };
}

/** Holds where all of some conditions hold; for every row, where there are none. */
export function meetAll(masks: readonly Mask[]): Mask {
  const [first, ...others] = [...masks].sort((one, other) => Number(one.isNegated) - Number(other.isNegated));
  if (first === undefined) return negate(NEVER);
  const join = ({ code, isNegated }: Mask): WasmCode => {
    if (first.isNegated) return [...code, V128_OR]; // all are: where any byte is 255, not all hold
    return [...code, isNegated ? V128_AND_NOT : V128_AND];
  };
  return { code: [...first.code, ...others.flatMap(join)], isNegated: first.isNegated };
}

/** Holds where any of some conditions holds; for no row, where there are none. */
export function meetAny(masks: readonly Mask[]): Mask {
  return negate(meetAll(masks.map(negate)));
}
