import type { MissingSide } from "../../measure/contest.ts";
import { createSide, type Side } from "../../measure/side.ts";
import { javascriptOfPolicy } from "../../policy/javascriptOfPolicy.ts";
import { namedColumns, type PolicyInput } from "../policyInput.ts";
import { type ArqueroTable, loadArquero } from "./arquero.ts";

/** The policy as derived columns, which arquero compiles to JavaScript. */
export async function arqueroPolicySide(
  input: PolicyInput,
): Promise<Side<readonly Uint8Array[]> | MissingSide> {
  const arquero = await loadArquero();
  if ("why" in arquero) return { name: "arquero", why: arquero.why };
  const table = arquero.table(
    Object.fromEntries(namedColumns(input).map(({ name, values }) => [name, values])),
  );
  const texts = javascriptOfPolicy(input.policy).map((text, ranking) => [`r${ranking}`, `d => ${text}`]);
  const columns: Readonly<Record<string, string>> = Object.fromEntries(texts);
  return createSide<ArqueroTable, readonly Uint8Array[]>({
    name: "arquero",
    unitsPerRun: input.rowCount,
    work: () => table.derive(columns, { drop: true }),
    outcomeOf: (derived) =>
      Object.keys(columns).map((name) => Uint8Array.from(derived.array(name) as ArrayLike<number>)),
  });
}
