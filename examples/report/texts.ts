import type { NumberSigns } from "./numberText.ts";

/** The words and signs of the printed report in one language. */
export interface ReportTexts {
  readonly signs: NumberSigns;
  readonly title: (asOf: string) => string;
  readonly basis: (windowDays: string, currency: string, timeZone: string) => string;
  readonly lifetime: string;
  readonly recent: (windowDays: string) => string;
  readonly customers: string;
  readonly buyers: string;
  readonly orders: string;
  readonly revenue: string;
  readonly profit: string;
  readonly averageOrderValue: string;
  readonly revenuePerBuyer: string;
  readonly revenuePerCustomer: string;
  readonly step: string;
  readonly count: string;
  readonly share: string;
  readonly off: string;
  readonly mostCrowded: string;
  readonly emptiest: string;
  readonly calibrated: (step: string, fact: string, threshold: string, top: string, among: string) => string;
  readonly closed: (step: string) => string;
  readonly rejected: (count: string) => string;
  readonly issues: (count: string) => string;
  readonly more: (count: string) => string;
  readonly nameless: (orders: string, revenue: string) => string;
  readonly mayDoubleCount: string;
  readonly noRows: string;
}

const EN: ReportTexts = {
  signs: { group: ",", decimal: "." },
  title: (asOf) => `Loyalty report as of ${asOf}`,
  basis: (windowDays, currency, timeZone) => `window ${windowDays} days, ${currency}, ${timeZone}`,
  lifetime: "lifetime",
  recent: (windowDays) => `last ${windowDays} days`,
  customers: "Customers",
  buyers: "Buyers",
  orders: "Orders",
  revenue: "Revenue",
  profit: "Profit",
  averageOrderValue: "Revenue per order",
  revenuePerBuyer: "Revenue per buyer",
  revenuePerCustomer: "Revenue per customer",
  step: "Step",
  count: "Customers",
  share: "Share",
  off: "off the scale",
  mostCrowded: "Most crowded",
  emptiest: "Emptiest",
  calibrated: (step, fact, threshold, top, among) =>
    `${step} calibrated: ${fact} of at least ${threshold}, the top ${top} of ${among}`,
  closed: (step) => `${step} closed: there was nobody to calibrate it on`,
  rejected: (count) => `Rows refused: ${count}`,
  issues: (count) => `Issues: ${count}`,
  more: (count) => `… and ${count} more`,
  nameless: (orders, revenue) => `Of people who were forgotten: ${orders} orders, revenue ${revenue}`,
  mayDoubleCount: "Some rows have no id: a row that came in twice was counted twice.",
  noRows: "There were no activities up to this day.",
};

const VI: ReportTexts = {
  signs: { group: ".", decimal: "," },
  title: (asOf) => `Báo cáo khách hàng trung thành đến hết ngày ${asOf}`,
  basis: (windowDays, currency, timeZone) => `kỳ xét ${windowDays} ngày, ${currency}, ${timeZone}`,
  lifetime: "từ đầu",
  recent: (windowDays) => `${windowDays} ngày qua`,
  customers: "Số người",
  buyers: "Người đã mua",
  orders: "Đơn hàng",
  revenue: "Doanh thu",
  profit: "Lợi nhuận",
  averageOrderValue: "Doanh thu mỗi đơn",
  revenuePerBuyer: "Doanh thu mỗi người mua",
  revenuePerCustomer: "Doanh thu mỗi người",
  step: "Nấc",
  count: "Số người",
  share: "Tỷ lệ",
  off: "ngoài thang",
  mostCrowded: "Đông nhất",
  emptiest: "Vắng nhất",
  calibrated: (step, fact, threshold, top, among) =>
    `${step}: ${fact} từ ${threshold} trở lên, thuộc nhóm ${top} cao nhất trong ${among} người`,
  closed: (step) => `${step}: không có ai để xác định ngưỡng`,
  rejected: (count) => `Dòng bị từ chối: ${count}`,
  issues: (count) => `Vấn đề trong dữ liệu: ${count}`,
  more: (count) => `… và ${count} vấn đề khác`,
  nameless: (orders, revenue) => `Của những người đã được xoá tên: ${orders} đơn hàng, doanh thu ${revenue}`,
  mayDoubleCount: "Một số dòng không có mã: dòng gửi hai lần sẽ được tính hai lần.",
  noRows: "Không có hoạt động nào tính đến ngày này.",
};

/** The texts of a locale that the command line allows. */
export function textsOf(locale: string): ReportTexts {
  return locale === "vi" ? VI : EN;
}
