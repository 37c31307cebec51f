import { encodeUnsigned } from "./encodeInteger.ts";
import { END, type WasmCode } from "./wasmCode.ts";

/** A function of a module. Its locals count on from its parameters. */
export interface WasmFunction {
  /** Its name among the exports; ASCII. */
  readonly name: string;
  /** The types of its parameters. */
  readonly parameters: readonly number[];
  /** The types of its results. */
  readonly results: readonly number[];
  /** Its locals, which start at 0: how many of which type, in order. */
  readonly locals: readonly (readonly [count: number, type: number])[];
  /** Its code, without the last `END`. */
  readonly code: WasmCode;
}

/**
 * The bytes of a module. It exports all its functions, which call each other by their place in the list, and
 * imports one memory, of at least a page (64 KiB), as `{ env: { memory } }`.
 */
export function assembleModule(functions: readonly WasmFunction[]): Uint8Array {
  const sections = [
    section(1, functions.map(typeOf)),
    section(2, [[...text("env"), ...text("memory"), 0x02, 0x00, 0x01]]),
    section(3, [...functions.keys()].map(encodeUnsigned)),
    section(
      7,
      functions.map(({ name }, index) => [...text(name), 0x00, ...encodeUnsigned(index)]),
    ),
    section(10, functions.map(bodyOf)),
  ];
  return Uint8Array.from([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, ...sections.flat()]); // "\0asm", 1
}

function section(id: number, items: readonly WasmCode[]): WasmCode {
  return [id, ...list(list(items))];
}

function typeOf({ parameters, results }: WasmFunction): WasmCode {
  return [0x60, ...list(parameters), ...list(results)];
}

function bodyOf({ locals, code }: WasmFunction): WasmCode {
  const groups = locals.map(([count, type]) => [...encodeUnsigned(count), type]);
  return list([...list(groups), ...code.flatMap(bytesOf), END]);
}

function bytesOf(code: number): number | WasmCode {
  return code < 0x100 ? code : [0xfd, ...encodeUnsigned(code - 0x100)];
}

/** How many there are, and then they. */
function list(items: readonly (number | WasmCode)[]): WasmCode {
  return [...encodeUnsigned(items.length), ...items.flat()];
}

function text(name: string): WasmCode {
  return list(Array.from(name, (letter) => letter.charCodeAt(0)));
}
