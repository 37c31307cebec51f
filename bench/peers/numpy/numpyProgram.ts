import type { NumpyForm } from "../../policy/numpyOfPolicy.ts";
import type { Policy } from "../../policy/policy.ts";

const TYPES = {
  count: "uint32",
  money: "float64",
  day: "int32",
  number: "float64",
  score: "uint8",
  flag: "uint8",
} as const;

/**
 * A whole program: reads the columns from the folder that its first argument names (the second is the count of
 * rows, the third the name for its answers), then answers lines as `startProgram` asks them.
 */
export function numpyProgram(policy: Policy, { body, blockRows }: NumpyForm): string {
  const reads = policy.columns.map(
    ({ field, kind }) => `w_${field} = np.fromfile(f"{folder}/${field}.bin", np.${TYPES[kind]}, rows)`,
  );
  const answers = policy.rankings.map((_, ranking) => `r${ranking} = np.zeros(rows, np.uint8)`);
  const form = ["def form(first, end):", ...body.map((line) => `    ${line}`)].join("\n");
  return [
    "import sys\nimport time\nimport numpy as np",
    `np.seterr(all="ignore")`,
    "folder, rows, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]",
    [...reads, ...answers].join("\n"),
    form,
    `step = ${blockRows ?? "max(rows, 1)"}`,
    RUN.replace("ANSWERS", policy.rankings.map((_, ranking) => `r${ranking}`).join(", ")),
  ].join("\n\n");
}

const RUN = `def run():
    for first in range(0, rows, step):
        form(first, min(first + step, rows))

for line in sys.stdin:
    words = line.split()
    if words[0] == "hello":
        print("ready", flush=True)
    elif words[0] == "run":
        runs = int(words[2])
        start = time.perf_counter_ns()
        for _ in range(runs):
            run()
        print(time.perf_counter_ns() - start, flush=True)
    else:
        run()
        for ranking, answers in enumerate([ANSWERS]):
            answers.tofile(f"{folder}/{name}-{ranking}.out")
        print("written", flush=True)
`;
