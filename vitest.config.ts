import { defineConfig } from "vitest/config";
import { reporters } from "./test/support/house/reporters.ts";

/** Everything that holds without a build. Type tests (`*.test-d.ts`) are judged by test/house/types.test.ts. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/package/**", "**/node_modules/**"],
    maxWorkers: "100%", // many house tests only wait for a process of their own
    restoreMocks: true,
    isolate: false, // pure functions leave nothing behind for the next file; loading them once halves the time
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: reporters("test"),
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      reporter: ["text-summary"],
      thresholds: { lines: 95, branches: 95, functions: 95, statements: 95 },
    },
  },
});
