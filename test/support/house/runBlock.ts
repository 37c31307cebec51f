import { expect } from "vitest";
import { publicDoors, ROOT } from "./checkout.ts";
import { compileBlock } from "./compileBlock.ts";

/** The names that a block may use, or left behind. */
export type Names = Readonly<Record<string, unknown>>;

export interface BlockResult {
  readonly names: Names;
  readonly checkCount: number;
}

const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (...values: unknown[]) => Promise<Names>;

/**
 * Runs a block of documentation and fails on the first value that does not hold. `place` and `line` say where
 * the block stands, `names` what is in scope besides its own imports.
 */
export async function runBlock(
  code: string,
  place: string,
  line: number,
  names: Names = {},
): Promise<BlockResult> {
  const { body, checkCount, problems } = compileBlock(code);
  expect(problems, `${place}:${line}`).toEqual([]);
  const tools: Names = {
    load: loadPublic,
    check: async (at: number, actual: () => Promise<unknown>, expected: unknown) => {
      expect(await actual(), `${place}:${line + at}`).toStrictEqual(expected);
    },
    checkThrows: async (at: number, action: () => Promise<unknown>, code: string) => {
      const error: unknown = await action().then(
        () => "nothing was thrown",
        (thrown) => thrown,
      );
      const issues = (error as { issues?: readonly { code: string }[] }).issues ?? [error];
      expect(issues, `${place}:${line + at}`).toContainEqual(expect.objectContaining({ code }));
    },
  };
  const scope = { ...names, ...tools };
  const run = new AsyncFunction(...Object.keys(scope), body);
  return { names: await run(...Object.values(scope)), checkCount };
}

/** What a user gets under one of the package's names, from `src`; and modules of Node. */
async function loadPublic(specifier: string): Promise<Names> {
  if (specifier.startsWith("node:")) return import(/* @vite-ignore */ specifier);
  const door = publicDoors().get(specifier);
  if (door === undefined) throw new Error(`${specifier} is no public name of the package`);
  return import(/* @vite-ignore */ ROOT + door);
}

/** Everything that the package exports at run time, under one roof. */
export async function publicNames(): Promise<Names> {
  const modules = await Promise.all([...publicDoors().keys()].map(loadPublic));
  return Object.assign({}, ...modules);
}
