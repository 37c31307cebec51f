import { loadPeer } from "../loadPeer.ts";

// As much of arquero as the bench needs.

export interface ArqueroTable {
  derive(columns: Readonly<Record<string, string>>, options?: { readonly drop: boolean }): ArqueroTable;
  groupby(...columns: readonly string[]): ArqueroTable;
  rollup(columns: Readonly<Record<string, string>>): ArqueroTable;
  array(column: string): ArrayLike<unknown>;
}

export interface Arquero {
  table(columns: Readonly<Record<string, ArrayLike<unknown>>>): ArqueroTable;
}

/** The package, or why it cannot be had. */
export function loadArquero(): Promise<Arquero | { readonly why: string }> {
  return loadPeer<Arquero>("arquero");
}
