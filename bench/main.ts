/**
 * The bench: `npm run bench`, or with flags `npm run bench -- --quick --json --only rows --no-install`.
 *
 * ## What it measures
 * The verbs that loop over a whole population, and those that run at every row or event, from 10,000 to
 * 10,000,000 customers or orders: how each speed grows stands in the results. Beside each, in one process and one
 * run, who else does the job:
 * - classify rows: `classifyCustomer` over objects; a chain of ifs for the same scale, json-rules-engine
 * - classify columns: `classifyTable` on ordinary arrays (copied in blocks into a module compiled for the scales)
 *   and on resident ones, and the executor for hosts that refuse to compile; C for this processor, numpy,
 *   DuckDB, polars, arquero, and branches by hand
 * - orders to facts: `summarizeOrders`, and the full path that also settles repeats and refunds; DuckDB, polars,
 *   arquero, a `Map` of objects. DuckDB stands there three times: with count, sum, first and last day and the same
 *   two in one window, as the goal has it; without the window; and with the distinct days that ours counts too.
 *   "Everything" has repeats, conflicts, refunds and aliases, which the peer settles too
 * - intake: rows to activities; the library's own zod schemas alone, and one as one writes it for these rows
 * - one activity to a new placement: a plain figure, checked against the batch
 * - lifetime value: fits of simulated customers, expected purchases and twelve months of value in columns; what the
 *   Python package lifetimes took on another day stands in the case
 * - memory: what tables and trackers keep, and the most that a stream of orders ever takes
 *
 * ## Peers
 * Packages stand in `package.json` of this folder with a lockfile of their own and are installed by the first run
 * (`--no-install` leaves that). gcc, clang and a python3 with numpy are used where they are found. What is missing
 * is said on stderr and in the results. All peers get the same comparisons: programs in C, SQL, Python and so on
 * are written from the plan that the library itself compiles, of several ways to write C the fastest counts, and
 * their columns are loaded beforehand. C writes over its own answers, where ours makes new arrays at each call.
 *
 * ## How to read it
 * Figures are medians in nanoseconds per row, order, activity or operation, with the middle half of the rounds.
 * `ratio` is the peer's time through ours, taken within each round: 2 is twice as fast as the peer, .5 half as
 * fast. Ratios carry over to other machines, nanoseconds do not. `goal` is what the project wants to reach, `aim`
 * what it hopes for.
 *
 * ## How it measures
 * Populations are seeded. Every case and size runs in a process of its own, on a bundle like the published one:
 * nothing inherits the heap or the type feedback of another case. Up to a million it does so twice, some while
 * apart, because now and then an engine settles for slow code for the life of a process. The sides take turns, in
 * reversed order every second round, after warming up, at least seven rounds each, with garbage collected before
 * each sample; programs in other languages look at their own clocks. All outcomes are compared before and after;
 * a difference ends the run with an error.
 *
 * Small sizes flatter whoever branches: 10,000 rows that come again and again are learnt by the processor. Texts
 * are hashed once and then known to a `Map`, so peers by hand are cheaper here than at first sight of a row.
 *
 * ## What it writes
 * The tables (or JSON) on stdout, progress on stderr; a full run also writes `results.md` and `results.json`
 * beside this file. `--quick` leaves out sizes above 100,000 and takes three rounds; it and `--only` (the part of a
 * name) write nothing.
 */
import { runBench } from "./runBench.ts";

process.exitCode = await runBench(process.argv.slice(2));
