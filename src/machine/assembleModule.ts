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
  const memory = [...text("env"), ...text("memory"), 0x02, 0x00, 0x01];
  const numbers = functions.map((_, index) => encodeUnsigned(index));
  const names = functions.map(({ name }, index) => [...text(name), 0x00, ...encodeUnsigned(index)]);
  const head = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]; // "\0asm", version 1
  const sections = [
    section(1, functions.map(typeOf)),
    section(2, [memory]),
    section(3, numbers),
    section(7, names),
    section(10, functions.map(bodyOf)),
  ];
  return Uint8Array.from([head, ...sections].flat());
}

function section(id: number, items: readonly WasmCode[]): WasmCode {
  return [id, ...sized(list(items))];
}

function typeOf({ parameters, results }: WasmFunction): WasmCode {
  return [0x60, ...sized(parameters), ...sized(results)];
}

function bodyOf({ locals, code }: WasmFunction): WasmCode {
  const groups = locals.map(([count, type]) => [...encodeUnsigned(count), type]);
  return sized([...list(groups), ...code.flatMap(bytesOf), END]);
}

function bytesOf(code: number): number | WasmCode {
  return code < 0x100 ? code : [0xfd, ...encodeUnsigned(code - 0x100)];
}

function list(items: readonly WasmCode[]): WasmCode {
  return [...encodeUnsigned(items.length), ...items.flat()];
}

function sized(bytes: WasmCode): WasmCode {
  return [...encodeUnsigned(bytes.length), ...bytes];
}

function text(name: string): WasmCode {
  return sized(Array.from(name, (letter) => letter.charCodeAt(0)));
}
