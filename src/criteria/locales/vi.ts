import type { FactPhrase, Locale, RenewalTemplates } from "../locale.ts";

const NEW_ORDER: RenewalTemplates = {
  atMost: "một đơn hàng mới (đơn gần nhất cách đây {actual}, cần không quá {required})",
  lessThan: "một đơn hàng mới (đơn gần nhất cách đây {actual}, cần dưới {required})",
  plain: "một đơn hàng mới",
};

const FACTS: Readonly<Record<string, FactPhrase>> = {
  interests: { other: "lượt quan tâm" },
  orders: { other: "đơn hàng" },
  orderDays: { other: "ngày có đơn hàng" },
  referrals: { other: "lượt giới thiệu" },
  unpromptedReferrals: { other: "lượt giới thiệu tự nguyện" },
  convertedReferrals: { other: "lượt giới thiệu thành công" },
  testimonials: { other: "lời chứng thực" },
  reviews: { other: "bài đánh giá" },
  mentions: { other: "lượt nhắc đến trên mạng xã hội" },
  complaints: { other: "khiếu nại" },
  openComplaints: { other: "khiếu nại chưa giải quyết" },
  firstContactResolutions: { other: "khiếu nại được giải quyết ngay lần liên hệ đầu tiên" },

  recentInterests: { other: "lượt quan tâm", window: true },
  recentOrders: { other: "đơn hàng", window: true },
  recentOrderDays: { other: "ngày có đơn hàng", window: true },
  recentReferrals: { other: "lượt giới thiệu", window: true },
  recentUnpromptedReferrals: { other: "lượt giới thiệu tự nguyện", window: true },
  recentConvertedReferrals: { other: "lượt giới thiệu thành công", window: true },
  recentTestimonials: { other: "lời chứng thực", window: true },
  recentReviews: { other: "bài đánh giá", window: true },
  recentMentions: { other: "lượt nhắc đến trên mạng xã hội", window: true },
  recentComplaints: { other: "khiếu nại", window: true },
  recentOpenComplaints: { other: "khiếu nại chưa giải quyết", window: true },
  recentFirstContactResolutions: {
    other: "khiếu nại được giải quyết ngay lần liên hệ đầu tiên",
    window: true,
  },

  revenue: { name: "doanh thu" },
  profit: { name: "lợi nhuận" },
  recentRevenue: { name: "doanh thu", window: true },
  recentProfit: { name: "lợi nhuận", window: true },

  firstOrderAt: { name: "đơn hàng đầu tiên" },
  lastOrderAt: { name: "đơn hàng gần nhất" },
  lastInterestAt: { name: "lượt quan tâm gần nhất" },
  memberSince: { name: "tư cách hội viên bắt đầu" },

  recencyDays: {
    name: "thời gian kể từ đơn hàng gần nhất",
    unit: { other: "ngày" },
    renewal: NEW_ORDER,
  },
  meanGapDays: { name: "khoảng cách trung bình giữa các lần mua", unit: { other: "ngày" } },
  rhythm: {
    name: "thời gian kể từ đơn hàng gần nhất",
    unit: { other: "lần nhịp mua thường lệ" },
    renewal: NEW_ORDER,
  },

  nps: { name: "điểm NPS" },
  intent: { name: "điểm ý định mua lại" },
  csat: { name: "điểm CSAT" },
  ces: { name: "điểm CES" },

  member: { yes: "là hội viên", no: "không phải là hội viên" },
  targeted: { yes: "thuộc nhóm khách hàng mục tiêu", no: "không thuộc nhóm khách hàng mục tiêu" },
  reachable: {
    yes: "nằm trong phạm vi phục vụ (giao hàng, hàng có sẵn, pháp luật)",
    no: "nằm ngoài phạm vi phục vụ (giao hàng, hàng có sẵn, pháp luật)",
  },
  contactable: { yes: "đồng ý nhận liên hệ", no: "không đồng ý nhận liên hệ" },
};

/** The Vietnamese sentences, with a phrase for every built-in fact. */
export const vi: Locale = {
  code: "vi",
  pluralOf: () => "other",
  facts: FACTS,
  window: { days: { other: "trong {days} ngày gần nhất" }, unstated: "trong kỳ xét" },
  or: { last: " hoặc ", others: ", " },
  plus: " cộng ",
  measure: "{number} {unit}",
  counts: {
    more: "thêm {gap} {subject}",
    none: "không có {subject}",
    atLeast: "ít nhất {required} {subject}",
    moreThan: "nhiều hơn {required} {subject}",
    atMost: "không quá {required} {subject}",
    lessThan: "ít hơn {required} {subject}",
    equals: "đúng {required} {subject}",
    differsFrom: "số {subject} khác {required}",
  },
  quantities: {
    atLeast: "{subject} từ {required} trở lên",
    moreThan: "{subject} trên {required}",
    atMost: "{subject} không quá {required}",
    lessThan: "{subject} dưới {required}",
    equals: "{subject} đúng bằng {required}",
    differsFrom: "{subject} khác {required}",
  },
  days: {
    atLeast: "{subject} từ ngày {required} trở đi",
    moreThan: "{subject} sau ngày {required}",
    atMost: "{subject} không muộn hơn ngày {required}",
    lessThan: "{subject} trước ngày {required}",
    equals: "{subject} đúng ngày {required}",
    differsFrom: "{subject} khác ngày {required}",
  },
  flags: { yes: "{subject}: có", no: "{subject}: không" },
  actual: {
    known: "{sentence} (hiện là {actual})",
    unknown: "{sentence} (chưa có dữ liệu)",
    unknownWillDo: "{sentence} (chưa có dữ liệu, vẫn đạt)",
    amountMissing: "{sentence}, hiện là {actual}: cần thêm {gap}",
    amountTooHigh: "{sentence}, hiện là {actual}: cần bớt {gap}",
  },
  before: "{sentence} trước ngày {day}",
  oneOf: "một trong các điều kiện: {options}",
  between: { options: "; hoặc ", parts: " và " },
  nested: "({sentence})",
  impossible: "không thể đạt được",
};
