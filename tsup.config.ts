import { readFileSync } from "node:fs";
import { defineConfig } from "tsup";

const manifest: { exports: Record<string, unknown> } = JSON.parse(readFileSync("package.json", "utf8"));

/** One entry per subpath of package.json: `./scales` is built from the door `src/scales/index.ts`. */
const rooms = Object.keys(manifest.exports)
  .filter((subpath) => subpath !== "." && subpath !== "./package.json")
  .map((subpath) => subpath.slice("./".length));

export default defineConfig({
  entry: Object.fromEntries([
    ["index", "src/index.ts"],
    ...rooms.map((room) => [room, `src/${room}/index.ts`]),
  ]),
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  dts: true,
  splitting: true, // one LoyaltyError class for all subpaths, in CJS too
  treeshake: true, // splits CJS with rollup; tsup's other way, sucrase, turns every `??` into a call
  clean: true,
});
