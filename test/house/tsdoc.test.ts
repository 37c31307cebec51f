import { expect, test } from "vitest";
import { ROOT, readSources } from "../support/house/checkout.ts";
import { examplesOf } from "../support/house/docExamples.ts";
import { publicNames, runBlock } from "../support/house/runBlock.ts";

const examples = readSources("src").flatMap(examplesOf);

test("there are examples", () => {
  expect(examples.length).toBeGreaterThan(0);
});

test.each(examples)("the example of $path:$line holds", async ({ path, line, code }) => {
  const own = await import(/* @vite-ignore */ ROOT + path);
  const { checkCount } = await runBlock(code, path, line, { ...(await publicNames()), ...own });
  expect(checkCount, `${path}:${line} states no value`).toBeGreaterThan(0);
});
