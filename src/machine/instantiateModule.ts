import { type HostWebAssembly, host, type WasmExports, type WasmImports, type WasmModule } from "./host.ts";

/**
 * Compiles a module; undefined where the host refuses: without WebAssembly, under a content security policy
 * that forbids it (which `WebAssembly.validate` does not tell), on the main thread of an older browser for a
 * module over 4 KB.
 */
export function compileModule(bytes: Uint8Array): WasmModule | undefined {
  try {
    return new (host.WebAssembly as HostWebAssembly).Module(bytes);
  } catch {
    return undefined;
  }
}

/** What a module exports, linked to what it imports; undefined where the host refuses. */
export function instantiateModule(module: WasmModule, imports: WasmImports): WasmExports | undefined {
  try {
    return new (host.WebAssembly as HostWebAssembly).Instance(module, imports).exports;
  } catch {
    return undefined;
  }
}
