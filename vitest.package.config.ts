import { defineConfig } from "vitest/config";
import { reporters } from "./test/support/house/reporters.ts";

/** The checks of what users install: they need `npm run build` first, so they run apart from the other tests. */
export default defineConfig({
  test: {
    globalSetup: ["test/package/packedPackage.ts"],
    include: ["test/package/**/*.test.ts"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: reporters("package"),
  },
});
