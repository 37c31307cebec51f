import type { Readable, Writable } from "node:stream";
import { isLoyaltyError, type LoyaltyError } from "../../src/customers/index.ts";
import { composePlacedReport, placeCustomers } from "../../src/report/index.ts";
import { HELP, parseReportArguments, type ReportArguments } from "./arguments.ts";
import { printReport } from "./printReport.ts";
import type { ProgressOutput } from "./progress.ts";
import { readInput } from "./readInput.ts";
import { UsageError } from "./usageError.ts";
import { writeCustomers, writeLines } from "./writeCustomers.ts";

/** What the command has to do with: the words after its name and the three streams. */
export interface Surroundings {
  readonly words: readonly string[];
  readonly input: Readable;
  readonly output: Writable & { readonly isTTY?: boolean };
  readonly errors: ProgressOutput;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs the command and returns its exit code: 0; 1 when every row was refused, after the report; 2 for what the
 * caller can mend, said in one line.
 */
export async function runReport(surroundings: Surroundings): Promise<number> {
  try {
    const asked = parseReportArguments(surroundings.words);
    if (asked !== "help") return await report(asked, surroundings);
    await writeLines([HELP], surroundings.output);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError) && !isLoyaltyError(error)) throw error;
    surroundings.errors.write(`${isLoyaltyError(error) ? sentenceOf(error) : error.message}\n`);
    return 2;
  }
}

/** Everything that is wrong, in one line, and the way out where there is one. */
function sentenceOf({ code, message, issues }: LoyaltyError): string {
  const others = issues.slice(1).map((issue) => `${issue.code} at ${issue.path.join(".")}`);
  const hint = "Name them with --customer-column, --date-column and --amount-column.";
  return [
    message,
    ...(others.length > 0 ? [`(${others.join(", ")})`] : []),
    ...(code === "column_not_found" ? [hint] : []),
  ].join(" ");
}

async function report(
  asked: ReportArguments,
  { input, output, errors, environment }: Surroundings,
): Promise<number> {
  const reading = await readInput(asked, input, errors);
  const { asOf, windowDays, minimumGapDays, countFreeOrders, ownFacts, locale, customers } = asked;
  const placed = placeCustomers(reading.activities, undefined, {
    asOf,
    windowDays,
    ...(minimumGapDays === undefined ? {} : { minimumGapDays }),
    countFreeOrders,
    ownFacts,
    locale,
    rejected: reading.rejectedCount,
  });
  if (customers !== undefined) await writeCustomers(placed, customers, output);
  if (customers !== "-") {
    const result = composePlacedReport(placed);
    const isStyled = output.isTTY === true && (environment.NO_COLOR ?? "") === "";
    const lines = asked.json ? [JSON.stringify(result, null, 2)] : printReport(result, { locale, isStyled });
    await writeLines(lines, output);
  }
  if (reading.rowCount === 0 || reading.acceptedCount > 0) return 0;
  errors.write("Every row was refused: this is a report of nothing.\n");
  return 1;
}
