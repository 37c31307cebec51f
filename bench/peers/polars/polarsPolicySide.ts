import type { MissingSide } from "../../measure/contest.ts";
import { createSide, type Side } from "../../measure/side.ts";
import { type PolarsConstants, polarsOfPolicy } from "../../policy/polarsOfPolicy.ts";
import { namedColumns, type PolicyInput } from "../policyInput.ts";
import { loadPolars, type Polars, type PolarsFrame, polarsFrame } from "./polars.ts";

/** A frame with the columns of a policy, and what made it. */
export interface LoadedPolars {
  readonly polars: Polars;
  readonly frame: PolarsFrame;
}

/** Loads the columns of a policy. */
export async function loadPolarsFrame(input: PolicyInput): Promise<LoadedPolars | { readonly why: string }> {
  const polars = await loadPolars();
  if ("why" in polars) return polars;
  return { polars, frame: polarsFrame(polars, namedColumns(input)) };
}

/** The policy as `when … then …`; on as many threads as polars takes, since one setting holds for a process. */
export function polarsPolicySide(
  loaded: LoadedPolars | { readonly why: string },
  constants: PolarsConstants,
  { policy, rowCount }: PolicyInput,
): Side<readonly Uint8Array[]> | MissingSide {
  const name = "polars";
  if ("why" in loaded) return { name, why: loaded.why };
  const { polars, frame } = loaded;
  const expressions = polarsOfPolicy(polars, policy, constants);
  return createSide<PolarsFrame, readonly Uint8Array[]>({
    name,
    detail: `polars of nodejs-polars ${polars.version}`,
    unitsPerRun: rowCount,
    work: () => frame.select(...expressions),
    outcomeOf: (answers) => answers.columns.map((column) => answers.getColumn(column).toTypedArray()),
  });
}
