/** The reporters of a test run; on CI its results are also written where `.ci/summary.js` adds them up. */
export function reporters(run: string): (string | [string, { outputFile: string }])[] {
  if (process.env.CI === undefined) return ["default"];
  return ["default", ["json", { outputFile: `node_modules/.cache/loyalty-ladder/results/${run}.json` }]];
}
