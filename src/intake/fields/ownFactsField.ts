import { isOwnFactName, isReservedFact } from "../../customers/rules/ownFact.ts";
import { type Field, isAbsent, type Payload, refuse } from "./field.ts";

type OwnFacts = Readonly<Record<string, number | boolean>>;

const NAME_EXPECTED = "a name of a letter, then letters, digits or _, at most 64 characters";

/**
 * Facts of the user's own: an object of finite numbers and booleans under plain names. Nothing is guessed from
 * text here, because `"1"` may be a number or a yes. Facts that say nothing are left out; without any, there are
 * none at all.
 */
export const OWN_FACTS: Field<OwnFacts | undefined> = {
  expected: "an object of numbers and booleans",
  parse: () => undefined, // rows with facts are few and their names need checking: the schema may have them all
  read(value, payload) {
    const stated = entriesOf(value);
    if (stated === undefined) return refuse(payload, "invalid_fact", OWN_FACTS.expected, value);
    const facts: [string, number | boolean][] = [];
    for (const [name, fact] of stated) {
      if (!isAbsent(fact)) facts.push([name, readFact(name, fact, payload)]);
    }
    return facts.length > 0 ? Object.fromEntries(facts) : undefined;
  },
};

/** Own enumerable properties; undefined where there is no object, or one that does not let itself be read. */
function entriesOf(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  try {
    return Array.isArray(value) ? undefined : Object.entries(value);
  } catch {
    return undefined;
  }
}

function readFact(name: string, fact: unknown, payload: Payload): number | boolean {
  if (isReservedFact(name)) return refuse(payload, "reserved_fact", "a name of your own", name, [name]);
  if (!isOwnFactName(name)) return refuse(payload, "invalid_fact", NAME_EXPECTED, name, [name]);
  if (typeof fact === "boolean") return fact;
  if (typeof fact === "number" && Number.isFinite(fact)) return fact + 0; // -0 becomes 0
  return refuse(payload, "invalid_fact", "a finite number or a boolean", fact, [name]);
}
