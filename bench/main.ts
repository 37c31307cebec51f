/**
 * The bench: `npm run bench`, or with flags `npm run bench -- --quick --json --only rows`.
 *
 * ## What it measures
 * The verbs that loop over a whole population, and the one that runs at every event, each at 10,000, 100,000 and
 * 1,000,000 customers (in summaries: activities). Beside each of them the same job written by hand, in one run:
 * - classify rows: `classifyCustomer` over objects, against a chain of ifs for the same scale
 * - classify columns: `classifyTable`, against a loop with the same branches over the same typed arrays
 * - summarize: `summarizeCustomers`, against a `Map` of objects that keeps count, sum, first and last day only
 *   (ours fills all facts, so equal speed is not to be expected); "everything" has repeats, conflicts, refunds,
 *   cancellations and aliases, which the peer settles too, and the other kinds, which it passes over
 * - one activity to a new placement: a plain figure, checked against the batch
 *
 * ## How to read it
 * Figures are medians in nanoseconds per row, activity or operation, with the middle half of the rounds.
 * `ratio` is the peer's time through ours, taken within each round: 2 is twice as fast as the peer, .5 half as
 * fast. Ratios carry over to other machines, nanoseconds do not. `goal` is what the project wants to reach.
 *
 * ## How it measures
 * Populations are seeded. Every case and size runs in a process of its own, on a bundle like the published one:
 * nothing inherits the heap or the type feedback of another case. It does so several times, some while apart,
 * because now and then an engine settles for slow code for the life of a process. The sides take turns, in
 * reversed order every second round, after two rounds of warm-up, with garbage collected before each sample.
 * Both sides' outcomes are kept and compared before and after; a difference ends the run with an error.
 *
 * Small sizes flatter whoever branches: 10,000 rows that come again and again are learnt by the processor.
 * Texts are hashed once and then known, so summaries from objects are cheaper here than at first sight of a row.
 *
 * ## What it writes
 * The table (or JSON) on stdout, progress on stderr; a full run also writes `results.md` and `results.json`
 * beside this file. `--quick` leaves out the largest size and takes fewer rounds; it and `--only` write nothing.
 */
import { BENCH_CASES } from "./cases/benchCases.ts";
import { runBench } from "./runBench.ts";

process.exitCode = await runBench(process.argv.slice(2), BENCH_CASES);
