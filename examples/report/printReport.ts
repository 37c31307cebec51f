import type { LoyaltyReport, ReportedScale, ReportedTotals } from "../../src/report/index.ts";
import { factText } from "./factText.ts";
import { issueText } from "./issueText.ts";
import { numberText, percentText, statedPercentText } from "./numberText.ts";
import { type ReportTexts, textsOf } from "./texts.ts";
import { bar, type TextColumn, textTable } from "./textTable.ts";

type AnyReport = LoyaltyReport<Record<string, string>>;

/** How the report is to look. */
export interface PrintStyle {
  readonly locale: string;
  /** Whether escape codes may make titles bold. */
  readonly isStyled: boolean;
}

const BAR_WIDTH = 24;

/** How many issues are written out one by one. */
const ISSUES_SHOWN = 5;

/** The report as lines for people: the totals, then a table per scale with the highest step on top. */
export function* printReport(report: AnyReport, style: PrintStyle): Generator<string> {
  const texts = textsOf(style.locale);
  const bold = (text: string): string => (style.isStyled ? `\u001b[1m${text}\u001b[22m` : text);
  yield bold(texts.title(report.asOf));
  yield texts.basis(numberText(report.windowDays, texts.signs), report.currency, report.timeZone);
  yield "";
  yield* totalsTable(report, texts);
  for (const [key, scale] of Object.entries(report.scales)) {
    yield "";
    yield bold(`${scale.label} (${key})`);
    yield* scaleTable(scale, texts);
    yield* scaleNotes(scale, report, style.locale);
  }
  yield* remarks(report, texts);
}

function totalsTable(report: AnyReport, texts: ReportTexts): string[] {
  const columns: TextColumn[] = [
    { title: "", align: "left" },
    { title: texts.lifetime, align: "right" },
    { title: texts.recent(numberText(report.windowDays, texts.signs)), align: "right" },
  ];
  const text = (value: number | string | null): string =>
    value === null ? "–" : numberText(value, texts.signs);
  const both = (name: string, of: (totals: ReportedTotals) => number | string | null): string[] => [
    name,
    text(of(report)),
    text(of(report.recent)),
  ];
  return textTable(columns, [
    [texts.customers, text(report.customerCount)],
    both(texts.buyers, (totals) => totals.buyerCount),
    both(texts.orders, (totals) => totals.orderCount),
    both(texts.revenue, (totals) => totals.revenue),
    both(texts.profit, (totals) => totals.profit),
    [texts.averageOrderValue, text(report.averageOrderValue)],
    [texts.revenuePerBuyer, text(report.revenuePerBuyer)],
    [texts.revenuePerCustomer, text(report.revenuePerCustomer)],
  ]);
}

function scaleTable(scale: ReportedScale, texts: ReportTexts): string[] {
  const { signs } = texts;
  // Without costs, only those who never bought have a profit, of nothing: no column for that.
  const hasProfit = scale.census.some((step) => step.profit !== null && Number(step.profit) !== 0);
  const largest = Math.max(scale.offCount, ...scale.census.map((step) => step.count));
  const row = (
    rank: string,
    name: string,
    count: number,
    share: number,
    money: readonly (string | null)[],
  ): string[] => [
    rank,
    name,
    numberText(count, signs),
    percentText(share, signs),
    ...money.map((amount) => (amount === null ? "–" : numberText(amount, signs))),
    bar(count, largest, BAR_WIDTH),
  ];
  const columns: TextColumn[] = [
    { title: "", align: "right" },
    { title: texts.step, align: "left" },
    { title: texts.count, align: "right" },
    { title: texts.share, align: "right" },
    { title: texts.revenue, align: "right" },
    ...(hasProfit ? [{ title: texts.profit, align: "right" } as const] : []),
    { title: "", align: "left" },
  ];
  const moneyOf = (revenue: string, profit: string | null): (string | null)[] =>
    hasProfit ? [revenue, profit] : [revenue];
  const steps = scale.census.map((step) =>
    row(String(step.rank), step.label, step.count, step.share, moneyOf(step.revenue, step.profit)),
  );
  const off = row("", texts.off, scale.offCount, scale.offShare, moneyOf(scale.offRevenue, scale.offProfit));
  return textTable(columns, [...steps.reverse(), ...(scale.offCount > 0 ? [off] : [])]);
}

function* scaleNotes(
  scale: ReportedScale,
  { currency, windowDays }: AnyReport,
  locale: string,
): Generator<string> {
  const texts = textsOf(locale);
  const { signs } = texts;
  const labelOf = (id: string): string => scale.census.find((one) => one.step === id)?.label ?? id;
  if (scale.mostCrowded !== null && scale.emptiest !== null) {
    const crowded = `${texts.mostCrowded}: ${labelOf(scale.mostCrowded)}`;
    yield `${crowded}; ${texts.emptiest.toLowerCase()}: ${labelOf(scale.emptiest)}`;
  }
  for (const note of scale.calibration) {
    const { step, fact, threshold, top, amongCount } = note;
    if (threshold === null) {
      yield texts.closed(labelOf(step));
      continue;
    }
    // A threshold on money is a decimal string, and says its currency.
    const value = numberText(threshold, signs) + (typeof threshold === "string" ? ` ${currency}` : "");
    yield texts.calibrated(
      labelOf(step),
      factText(fact, locale, windowDays),
      value,
      statedPercentText(top, signs),
      numberText(amongCount, signs),
    );
  }
}

function* remarks(report: AnyReport, texts: ReportTexts): Generator<string> {
  const { signs } = texts;
  const lines: string[] = [];
  if (report.rejected > 0) lines.push(texts.rejected(numberText(report.rejected, signs)));
  if (report.issues.count > 0) lines.push(texts.issues(numberText(report.issues.count, signs)));
  for (const issue of report.issues.listed.slice(0, ISSUES_SHOWN)) {
    lines.push(`  ${issueText(issue)}`);
  }
  const unshown = report.issues.count - Math.min(ISSUES_SHOWN, report.issues.listed.length);
  if (unshown > 0) lines.push(`  ${texts.more(numberText(unshown, signs))}`);
  if (report.nameless !== null) {
    const { orderCount, revenue } = report.nameless;
    lines.push(texts.nameless(numberText(orderCount, signs), numberText(revenue, signs)));
  }
  if (report.mayDoubleCount) lines.push(texts.mayDoubleCount);
  if (report.customerCount === 0) lines.push(texts.noRows);
  if (lines.length > 0) yield "";
  yield* lines;
}
