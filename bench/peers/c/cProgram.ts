import { C_BLOCK_ROWS, type CForm, cOfPolicy, cTypeOf } from "../../policy/cOfPolicy.ts";
import { columnName, type Policy } from "../../policy/policy.ts";

/**
 * A whole program: reads the columns from the folder that its first argument names (the second is the count of
 * rows, the third the name for its answers), then answers lines as `startProgram` asks them.
 */
export function cProgram(policy: Policy): { readonly source: string; readonly forms: readonly string[] } {
  const forms = cOfPolicy(policy);
  const source = [
    HEAD,
    storage(policy),
    ...forms.map((form, index) => formText(policy, form, index)),
    tail(policy, forms),
  ];
  return { source: source.join("\n\n"), forms: forms.map(({ name }) => name) };
}

const HEAD = `#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#define BLOCK ${C_BLOCK_ROWS}
#define LANES __attribute__((aligned(64)))

static void *take(size_t bytes) {
  void *memory = aligned_alloc(64, (bytes / 64 + 1) * 64);
  if (!memory) exit(3);
  memset(memory, 0, bytes);
  return memory;
}

static void *read_column(const char *folder, const char *field, size_t bytes) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s.bin", folder, field);
  FILE *file = fopen(path, "rb");
  void *column = take(bytes);
  if (!file || fread(column, 1, bytes, file) != bytes) { fprintf(stderr, "cannot read %s\\n", path); exit(2); }
  fclose(file);
  return column;
}

static void write_answers(const char *folder, const char *name, int ranking, const uint8_t *answers, size_t rows) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s-%d.out", folder, name, ranking);
  FILE *file = fopen(path, "wb");
  if (!file || fwrite(answers, 1, rows, file) != rows) { fprintf(stderr, "cannot write %s\\n", path); exit(2); }
  fclose(file);
}`;

/** Scratch is static; columns and answers are parameters that overlap with nothing, or no loop gets lanes. */
function storage({ columns, comparisons }: Policy): string {
  const masks = comparisons.map((_, index) => `static LANES uint8_t m${index}[BLOCK];`);
  const narrow = columns.map(({ field }) => `static LANES uint8_t n_${field}[BLOCK];`);
  return [...masks, ...narrow].join("\n");
}

function formText(policy: Policy, { name, body }: CForm, index: number): string {
  const columns = policy.columns.map((fact) => `const ${cTypeOf(fact.kind)} *restrict ${columnName(fact)}`);
  const answers = policy.rankings.map((_, ranking) => `uint8_t *restrict r${ranking}`);
  const parameters = ["long first", "long end", ...columns, ...answers].join(", ");
  return `/* ${name} */\nstatic __attribute__((noinline)) void form${index}(${parameters}) {\n${body}\n}`;
}

function tail({ columns, rankings }: Policy, forms: readonly CForm[]): string {
  const reads = columns.map((fact) => {
    const type = cTypeOf(fact.kind);
    return `  ${type} *${columnName(fact)} = read_column(argv[1], "${fact.field}", rows * sizeof(${type}));`;
  });
  const answers = rankings.map((_, ranking) => `  uint8_t *r${ranking} = take(rows);`);
  const names = [...columns.map(columnName), ...rankings.map((_, ranking) => `r${ranking}`)];
  const cases = forms.map(
    (_, form) => `        case ${form}: form${form}(first, end, ${names.join(", ")}); break;`,
  );
  const writes = rankings.map(
    (_, ranking) => `      write_answers(argv[1], argv[3], ${ranking}, r${ranking}, rows);`,
  );
  return `int main(int argc, char **argv) {
  if (argc != 4) return 2;
  long rows = atol(argv[2]);
${[...reads, ...answers].join("\n")}
  char line[256];
  while (fgets(line, sizeof line, stdin)) {
    int form = 0;
    long runs = 1;
    if (line[0] == 'h') { puts("ready"); fflush(stdout); continue; }
    if (line[0] == 'r') sscanf(line, "run %d %ld", &form, &runs);
    else sscanf(line, "write %d", &form);
    struct timespec start, stop;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (long run = 0; run < runs; run++) {
      for (long first = 0; first < rows; first += BLOCK) {
        long end = first + BLOCK < rows ? first + BLOCK : rows;
        switch (form) {
${cases.join("\n")}
        }
      }
    }
    clock_gettime(CLOCK_MONOTONIC, &stop);
    if (line[0] == 'r') {
      printf("%.0f\\n", (stop.tv_sec - start.tv_sec) * 1e9 + (double)(stop.tv_nsec - start.tv_nsec));
    } else {
${writes.join("\n")}
      puts("written");
    }
    fflush(stdout);
  }
  return 0;
}
`;
}
