import type { CustomerFacts } from "../../../src/customers/facts.ts";
import type { MissingSide } from "../../measure/contest.ts";
import { createLaterSide, type Side } from "../../measure/side.ts";
import type { Policy } from "../../policy/policy.ts";
import { type RuleText, rulesOfPolicy, sumName } from "../../policy/rulesOfPolicy.ts";
import { loadPeer } from "../loadPeer.ts";

// As much of json-rules-engine as the bench needs.

interface Almanac {
  factValue(name: string): Promise<number>;
}

interface RuleEvent {
  readonly type: string;
}

interface Engine {
  addRule(rule: RuleText): void;
  addFact(name: string, value: (parameters: unknown, almanac: Almanac) => Promise<number>): void;
  on(event: "success", then: (event: RuleEvent) => void): void;
  run(facts: object): Promise<{ readonly events: readonly RuleEvent[] }>;
  stop(): void;
}

interface JsonRulesEngine {
  readonly Engine: new (
    rules: readonly RuleText[],
    options: { readonly allowUndefinedFacts: boolean },
  ) => Engine;
}

/** So many rows are judged: a row takes hundreds of microseconds. */
const ROWS_MAXIMUM = 500;

/** The first ranking of a policy as rules, row by row; the engine stops at the first that holds, from the top. */
export async function rulesSide(
  policy: Policy,
  rows: readonly CustomerFacts[],
): Promise<Side<Uint8Array> | MissingSide> {
  const name = "json-rules-engine";
  const module = await loadPeer<JsonRulesEngine>(name);
  if ("why" in module) return { name, why: module.why };
  const engine = new module.Engine(rulesOfPolicy(policy), { allowUndefinedFacts: true });
  engine.on("success", () => engine.stop());
  for (const { facts } of policy.comparisons)
    addSum(
      engine,
      facts.map(({ field }) => field),
    );
  const judged = rows.slice(0, ROWS_MAXIMUM);
  return createLaterSide<Uint8Array, Uint8Array>({
    name,
    unitsPerRun: judged.length,
    work: () => ranksOf(engine, judged),
    outcomeOf: (ranks) => ranks,
  });
}

function addSum(engine: Engine, fields: readonly string[]): void {
  if (fields.length < 2) return;
  engine.addFact(sumName(fields), async (_, almanac) => {
    let sum = 0;
    for (const field of fields) sum += await almanac.factValue(field);
    return sum;
  });
}

/** Ranks from 1, and 0 off the scale. */
async function ranksOf(engine: Engine, rows: readonly CustomerFacts[]): Promise<Uint8Array> {
  const ranks = new Uint8Array(rows.length);
  for (const [row, facts] of rows.entries()) {
    const { events } = await engine.run(facts);
    ranks[row] = events.length === 0 ? 0 : Math.max(...events.map(({ type }) => Number(type) + 1));
  }
  return ranks;
}
