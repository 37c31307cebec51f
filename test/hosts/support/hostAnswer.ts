import { customerAt } from "../../../src/customers/customerAt.ts";
import { residentTable } from "../../../src/customers/residentTable.ts";
import { classifyCustomer } from "../../../src/scales/classifyCustomer.ts";
import { classifyTable } from "../../../src/scales/classifyTable.ts";
import { HOST_SCALES } from "./hostScales.ts";
import { seededTable } from "./seededTable.ts";

const ROW_COUNT = 5_000;
const SEED = 7;

/** What a host makes of the same table. */
export interface HostAnswer {
  /** Digests of the placements on all scales, by the path that they took. */
  readonly digests: {
    readonly oneByOne: string;
    readonly together: string;
    readonly resident: string;
  };
  /** How many WebAssembly modules ran. */
  readonly modules: number;
  /** Whether a resident table lies in a memory of its own. */
  readonly isResident: boolean;
  /** Whether the host refuses code from strings. */
  readonly refusesEval: boolean;
}

/** Classifies the table by columns: each scale alone, all together, and with resident columns. */
export function hostAnswer(): HostAnswer {
  const countModules = watchInstances();
  const table = seededTable(ROW_COUNT, SEED);
  const resident = residentTable(table);
  const stepsOf = (placements: readonly { readonly step: Uint8Array }[]) =>
    placements.map(({ step }) => step);
  return {
    digests: {
      oneByOne: digestOf(HOST_SCALES.map((scale) => classifyTable(table, scale).step)),
      together: digestOf(stepsOf(classifyTable(table, HOST_SCALES))),
      resident: digestOf(stepsOf(classifyTable(resident, HOST_SCALES))),
    },
    modules: countModules(),
    isResident: resident !== table,
    refusesEval: refusesEval(),
  };
}

/** The digest of the same placements, customer by customer. */
export function rowDigest(): string {
  const table = seededTable(ROW_COUNT, SEED);
  return digestOf(
    HOST_SCALES.map((scale) =>
      Uint8Array.from(
        { length: ROW_COUNT },
        (_, row) => (classifyCustomer(customerAt(table, row), scale).rank ?? 0) - 1,
      ),
    ),
  );
}

/** FNV-1a over the steps of all scales, with the count of each step of each scale. */
function digestOf(steps: readonly Uint8Array[]): string {
  let hash = 0x811c_9dc5;
  for (const column of steps) {
    for (const step of column) hash = Math.imul(hash ^ step, 0x0100_0193);
  }
  const countsOf = (column: Uint8Array) => {
    const counts = new Map<number, number>();
    for (const step of [...column].sort((a, b) => a - b)) counts.set(step, (counts.get(step) ?? 0) + 1);
    return [...counts].map((entry) => entry.join(":")).join(" ");
  };
  return [(hash >>> 0).toString(16), ...steps.map(countsOf)].join("; ");
}

interface Watched {
  Instance: new (...words: unknown[]) => object;
}

/** Counts the WebAssembly instances that the host makes from now on. */
function watchInstances(): () => number {
  let count = 0;
  const { WebAssembly: watched } = globalThis as unknown as { WebAssembly?: Watched };
  if (watched !== undefined) {
    watched.Instance = new Proxy(watched.Instance, {
      construct(target, words) {
        const instance = new target(...words);
        count += 1;
        return instance;
      },
    });
  }
  return () => count;
}

function refusesEval(): boolean {
  try {
    return new Function("return false")();
  } catch {
    return true;
  }
}
