/** A WebAssembly memory. This library never grows one, so its buffer stays the same. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

/** A compiled module; opaque. */
export type WasmModule = object;

/** What a module is given, by the module's name of the giver and of the thing. */
export type WasmImports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What a module gives, by name. */
export type WasmExports = Readonly<Record<string, unknown>>;

/** The part of the host's WebAssembly that this library uses. */
export interface HostWebAssembly {
  readonly Memory: new (limits: { readonly initial: number; readonly maximum: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Instance: new (module: WasmModule, imports: WasmImports) => { readonly exports: WasmExports };
}

/** The part of the host's text encoder that this library uses. */
export interface HostTextEncoder {
  /** Writes as many whole characters as fit; `read` counts UTF-16 units, `written` bytes. */
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number };
}

/** What a host may have beyond the language itself. */
interface Host {
  readonly WebAssembly?: HostWebAssembly;
  readonly TextEncoder?: new () => HostTextEncoder;
}

/** The host. Anything may be absent: ask at every use, since a sandbox may take it away. */
export const host: Host = globalThis as unknown as Host;
