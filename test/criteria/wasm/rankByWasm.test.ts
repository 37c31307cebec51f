import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { compileCriteria } from "../../../src/criteria/compileCriteria.ts";
import type { Criterion } from "../../../src/criteria/criterion.ts";
import type { ColumnLookup, Ranking, RankPlan } from "../../../src/criteria/rankPlan.ts";
import { rankByWasm } from "../../../src/criteria/wasm/rankByWasm.ts";
import { writeKernel } from "../../../src/criteria/wasm/writeKernel.ts";
import { SCRATCH_BYTES } from "../../../src/machine/createMemory.ts";
import { host } from "../../../src/machine/host.ts";
import { allocateResident } from "../../../src/machine/residentMemory.ts";
import { activityStatus } from "../../../src/scales/builtin/activityStatus.ts";
import { customerLevels } from "../../../src/scales/builtin/customerLevels.ts";
import { ladderOfLoyalty } from "../../../src/scales/builtin/ladderOfLoyalty.ts";
import { lifecycleStages } from "../../../src/scales/builtin/lifecycleStages.ts";
import { loyaltyLevels } from "../../../src/scales/builtin/loyaltyLevels.ts";
import { compileScale } from "../../../src/scales/compileScale.ts";
import { compileTogether } from "../../../src/scales/compileTogether.ts";
import type { Column, FactSchema } from "../../../src/units/column.ts";
import { rankPlainly } from "../support/rankPlainly.ts";
import { residentColumns } from "./support/residentColumns.ts";

const SCHEMA: FactSchema = new Map([
  ["orders", { kind: "count", field: "orders" }],
  ["nps", { kind: "score", field: "nps" }],
  ["lastOrderAt", { kind: "day", field: "lastOrderDay" }],
  ["rhythm", { kind: "number", field: "rhythm" }],
]);

const STEPS: readonly Criterion[] = [
  { fact: "orders", atLeast: 1 },
  {
    any: [
      { fact: "orders", atLeast: 300 },
      { fact: "nps", atLeast: 9 },
    ],
  },
  { all: [{ fact: "rhythm", lessThan: 1.5 }, { not: { fact: "lastOrderAt", lessThan: "1990-01-01" } }] },
];

/** A new plan each time, so that nothing is remembered of it. */
function planOf(steps: readonly Criterion[], climb: Ranking["climb"] = "highest"): RankPlan {
  const { comparisons, roots } = compileCriteria(steps, { schema: SCHEMA });
  return { comparisons, rankings: [{ roots, climb }] };
}

/** Rows without any regularity that the length of a block could hide. */
function columnsFor(rowCount: number): ReadonlyMap<string, Column> {
  const rows = Array.from({ length: rowCount }, (_, row) => (row * 7919) % 1013);
  return new Map<string, Column>([
    ["orders", Uint32Array.from(rows, (row) => row % 601)],
    ["nps", Uint8Array.from(rows, (row) => (row % 3 === 0 ? 255 : row % 11))],
    ["lastOrderDay", Int32Array.from(rows, (row) => row * 200)],
    ["rhythm", Float64Array.from(rows, (row) => (row % 5 === 0 ? Number.NaN : row / 100))],
  ]);
}

function lookup(columns: ReadonlyMap<string, Column>): ColumnLookup {
  return (field) => columns.get(field) as Column;
}

describe("rows", () => {
  test.each([32_752, 32_767, 32_768, 32_769, 70_001])("%i of them, in several blocks", (rowCount) => {
    const plan = planOf(STEPS);
    const columns = columnsFor(rowCount);
    const plain = rankPlainly(plan, lookup(columns), rowCount);
    expect(new Set(plain[0])).toEqual(new Set([255, 0, 1, 2]));
    expect(rankByWasm(plan, lookup(columns), rowCount)).toEqual(plain);
    expect(rankByWasm(plan, lookup(residentColumns(columns)), rowCount)).toEqual(plain);
  });

  test("fewer than the columns have", () => {
    const plan = planOf(STEPS);
    const columns = columnsFor(100);
    const [ranks] = rankByWasm(plan, lookup(columns), 37) ?? [];
    expect(ranks).toEqual(rankPlainly(plan, lookup(columns), 37)[0]);
  });

  test("none: empty ranks", () => {
    expect(rankByWasm(planOf(STEPS), lookup(columnsFor(0)), 0)).toEqual([new Uint8Array(0)]);
  });

  test("of columns in several memories, or in one and outside", () => {
    const plan = planOf(STEPS);
    const columns = columnsFor(1000);
    const plain = rankPlainly(plan, lookup(columns), 1000);
    const [here, there] = [residentColumns(columns), residentColumns(columns)];
    for (const other of [there, columns]) {
      const mixed: ColumnLookup = (field) => lookup(field === "nps" ? other : here)(field);
      expect(rankByWasm(plan, mixed, 1000)).toEqual(plain);
    }
  });

  test("of a column that lies where kernels write", () => {
    const [orders] = allocateResident([{ type: "u32", length: 300 }]) as readonly [Uint32Array];
    const front = new Uint32Array(orders.buffer, 0, 300).fill(7);
    const plan = planOf([{ fact: "orders", atLeast: 7 }]);
    expect(rankByWasm(plan, () => front, 300)).toEqual([new Uint8Array(300)]);
    expect(front).toEqual(new Uint32Array(300).fill(7));
  });

  test("at the very end of a memory, where a round would read beyond it", () => {
    const plan = planOf([{ fact: "nps", atLeast: 9 }]);
    const [array] = allocateResident([{ type: "u8", length: 1 }]) ?? [];
    const end = array?.buffer.byteLength ?? 0;
    const nps = new Uint8Array(array?.buffer ?? new ArrayBuffer(0), end - 20, 20).fill(9);
    for (const rowCount of [5, 6, 20]) {
      expect(rankByWasm(plan, () => nps, rowCount)).toEqual([new Uint8Array(rowCount)]);
    }
  });

  test("of shared memory", () => {
    const nps = new Uint8Array(new SharedArrayBuffer(40)).fill(9);
    expect(rankByWasm(planOf([{ fact: "nps", atLeast: 9 }]), () => nps, 40)).toEqual([new Uint8Array(40)]);
  });
});

describe("plans", () => {
  test.each(["highest", "stepwise"] as const)("of 254 steps, each reached (%s)", (climb) => {
    const steps = Array.from({ length: 254 }, (_, index) => ({ fact: "orders", atLeast: 1 + index }));
    const orders = Uint32Array.from({ length: 300 }, (_, row) => row);
    const expected = orders.map((count) => Math.min(count, 254) - 1);
    expect(rankByWasm(planOf(steps, climb), () => orders, 300)).toEqual([Uint8Array.from(expected)]);
  });

  test("without a comparison, a root or a ranking", () => {
    const columnOf = lookup(columnsFor(20));
    const always = planOf([{ all: [] }, { any: [] }]);
    expect(rankByWasm(always, columnOf, 20)).toEqual([new Uint8Array(20)]);
    expect(rankByWasm(planOf([{ any: [] }]), columnOf, 20)).toEqual([new Uint8Array(20).fill(255)]);
    expect(rankByWasm(planOf([]), columnOf, 20)).toEqual([new Uint8Array(20).fill(255)]);
    expect(rankByWasm({ comparisons: [], rankings: [] }, columnOf, 20)).toEqual([]);
  });

  test("100 levels deep", () => {
    let criterion: Criterion = { fact: "orders", atLeast: 300 };
    for (let level = 2; level <= 100; level += 1) {
      const other: Criterion = { fact: "nps", is: level % 11 };
      const inner: Criterion = { not: criterion };
      criterion =
        level % 3 === 0 ? inner : level % 3 === 1 ? { all: [criterion, other] } : { any: [criterion, other] };
    }
    const plan = planOf([criterion]);
    const columns = columnsFor(500);
    expect(rankByWasm(plan, lookup(columns), 500)).toEqual(rankPlainly(plan, lookup(columns), 500));
  });

  test("of 1,000 comparisons, but not of more", () => {
    const steps = (count: number): Criterion[] => [
      { any: Array.from({ length: count }, (_, index) => ({ fact: "rhythm", is: index / 7 })) },
    ];
    const columns = columnsFor(600);
    const largest = planOf(steps(1000));
    expect(rankByWasm(largest, lookup(columns), 600)).toEqual(rankPlainly(largest, lookup(columns), 600));
    expect(rankByWasm(planOf(steps(1001)), lookup(columns), 600)).toBeUndefined();
  });

  test("of as many rankings as a function has parameters for, but not of more", () => {
    const [ranking] = planOf(STEPS).rankings;
    const { comparisons } = planOf(STEPS);
    const columns = columnsFor(600);
    const fieldCount = new Set(comparisons.flatMap(({ facts }) => facts.map(({ field }) => field))).size;
    const ranked = (count: number) =>
      rankByWasm(
        { comparisons, rankings: Array.from({ length: count }, () => ranking as Ranking) },
        lookup(columns),
        600,
      );
    const [plain] = rankPlainly(planOf(STEPS), lookup(columns), 600);
    const most = 999 - fieldCount;
    expect(ranked(most)).toEqual(Array.from({ length: most }, () => plain));
    expect(ranked(most + 1)).toBeUndefined();
  });

  test("not of more columns than a function has parameters for", () => {
    const facts = (count: number): RankPlan => {
      const names = Array.from({ length: count }, (_, index) => `own${index}`);
      const schema: FactSchema = new Map(names.map((field) => [field, { kind: "flag", field }]));
      const all = names.map((fact) => ({ fact, is: true }));
      const { comparisons, roots } = compileCriteria([{ all }], { schema });
      return { comparisons, rankings: [{ roots, climb: "highest" }] };
    };
    const flags = new Uint8Array(20).fill(1);
    expect(rankByWasm(facts(998), () => flags, 20)).toEqual([new Uint8Array(20)]);
    expect(rankByWasm(facts(999), () => flags, 20)).toBeUndefined();
  });

  test("not of trees of any size", () => {
    const { comparisons, rankings } = planOf(STEPS);
    const parts = rankings[0]?.roots ?? [];
    const roots = Array.from({ length: 250 }, (_, index) => {
      const repeated = Array.from({ length: 200 + index }, (_, part) => parts[part % parts.length] ?? fail());
      return { kind: "all", parts: repeated } as const;
    });
    const columns = lookup(columnsFor(20));
    expect(rankByWasm({ comparisons, rankings: [{ roots, climb: "highest" }] }, columns, 20)).toBeUndefined();
  });

  test("of so many rankings that their ranks fill the scratch", () => {
    const { comparisons, rankings } = planOf(STEPS);
    const plan = { comparisons, rankings: Array.from({ length: 200 }, () => rankings).flat() };
    const columns = residentColumns(columnsFor(2000));
    expect(2000 * 200).toBeGreaterThan(SCRATCH_BYTES);
    expect(rankByWasm(plan, lookup(columns), 2000)).toEqual(rankPlainly(plan, lookup(columns), 2000));
  });
});

function fail(): never {
  throw new Error("no such part");
}

describe("modules", () => {
  test("of the built-in scales, one by one and together, stay below what old browsers compile at once", () => {
    const amount = { currency: "USD" } as const;
    const scales = [
      ladderOfLoyalty(),
      customerLevels({ keyAccountRevenue: "500.00", ...amount }),
      loyaltyLevels({ veryLoyalRevenue: "500.00", ...amount }),
      lifecycleStages(),
      activityStatus(),
    ].map((scale) => compileScale(scale));
    for (const plan of [...scales.map(({ plan }) => plan), compileTogether(scales)]) {
      expect(writeKernel(plan)?.bytes.length).toBeLessThan(4096);
    }
  });

  test("are compiled once per plan, and linked once per memory", () => {
    const present = host.WebAssembly as NonNullable<typeof host.WebAssembly>;
    const Module = vi.fn((bytes: Uint8Array) => new present.Module(bytes));
    const Instance = vi.fn(
      (...given: ConstructorParameters<typeof present.Instance>) => new present.Instance(...given),
    );
    vi.stubGlobal("WebAssembly", {
      Module: asConstructor(Module),
      Instance: asConstructor(Instance),
      Memory: present.Memory,
    });
    const plan = planOf(STEPS);
    const columns = columnsFor(50);
    const resident = residentColumns(columns);
    for (const some of [columns, resident, columns, resident]) rankByWasm(plan, lookup(some), 50);
    expect(Module).toHaveBeenCalledTimes(1);
    expect(Instance).toHaveBeenCalledTimes(2);
  });
});

/** A constructor that gives what a function gives. */
function asConstructor<Given extends unknown[], Made extends object>(make: (...given: Given) => Made) {
  return function Constructor(...given: Given): Made {
    return make(...given);
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("a host that refuses", () => {
  const present = host.WebAssembly as NonNullable<typeof host.WebAssembly>;
  const columns = lookup(columnsFor(50));
  const refusing = () =>
    vi.fn(function Refusing(): never {
      throw new Error("refused");
    });
  let rank: typeof rankByWasm;

  beforeEach(async () => {
    vi.resetModules(); // no memory has been made yet
    ({ rankByWasm: rank } = await import("../../../src/criteria/wasm/rankByWasm.ts"));
  });

  test("has no WebAssembly", () => {
    vi.stubGlobal("WebAssembly", undefined);
    expect(rank(planOf(STEPS), columns, 50)).toBeUndefined();
  });

  test("forbids modules: the plan is not tried again, others are", () => {
    const Module = refusing();
    vi.stubGlobal("WebAssembly", { validate: () => true, Module, Memory: present.Memory });
    const plan = planOf(STEPS);
    expect(rank(plan, columns, 50)).toBeUndefined();
    expect(rank(plan, columns, 50)).toBeUndefined();
    expect(Module).toHaveBeenCalledTimes(1);
    rank(planOf(STEPS), columns, 50);
    expect(Module).toHaveBeenCalledTimes(2);
  });

  test("has no memory: it is asked again later, and nothing else is lost", () => {
    const Memory = refusing();
    vi.stubGlobal("WebAssembly", { Module: present.Module, Instance: present.Instance, Memory });
    const plan = planOf(STEPS);
    for (let call = 0; call < 50; call += 1) expect(rank(plan, columns, 50)).toBeUndefined();
    expect(Memory).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
    for (let call = 0; call < 51; call += 1) expect(rank(plan, columns, 50)).toBeUndefined();
    expect(rank(plan, columns, 50)).toEqual(rankPlainly(plan, columns, 50));
  });

  test("has no instance for one memory", () => {
    const Instance = refusing();
    vi.stubGlobal("WebAssembly", { Module: present.Module, Instance, Memory: present.Memory });
    const plan = planOf(STEPS);
    expect(rank(plan, columns, 50)).toBeUndefined();
    vi.unstubAllGlobals();
    expect(rank(plan, columns, 50)).toEqual(rankPlainly(plan, columns, 50));
  });
});
