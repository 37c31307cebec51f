import type { CustomerLevel } from "../builtin/customerLevels.ts";
import type { LadderStep } from "../builtin/ladderOfLoyalty.ts";
import type { Labels } from "../scale.ts";

/** How one works on customers of a level. */
export type ApproachPhase = "approach" | "engage" | "keep-and-grow";

/** What is to be won from them: that they know you, like you, trust you, and buy as a matter of course. */
export type ApproachGoal = "know" | "like" | "trust" | "buy";

/** What a step of one scale is on the other. */
export interface StepMapping<From extends string = string, To extends string = string> {
  readonly step: From;
  /** The step that means most nearly the same: a judgement, from what the sources say of both. */
  readonly closest: To;
  /**
   * The steps that the default criteria let such a customer stand on, from the lowest; null is off the scale.
   * No judgement: {@link allowedPairs} gives the same.
   */
  readonly allowed: readonly (To | null)[];
  readonly phase: ApproachPhase;
  readonly goal: ApproachGoal;
  /** Why `closest` is the closest, in English and Vietnamese. */
  readonly reasons: Labels;
}

/** The seven rungs in terms of the six levels, and the other way round, from the lowest. */
export interface LadderLevelMapping {
  readonly rungs: readonly StepMapping<LadderStep, CustomerLevel>[];
  readonly levels: readonly StepMapping<CustomerLevel, LadderStep>[];
}

const SAME_TARGET: Labels = {
  en: "Both fit the picture of a target customer and may not know you yet.",
  vi: "Cả hai đều đúng chân dung khách hàng mục tiêu và có thể chưa biết đến bạn.",
};
const SAME_CHANCE: Labels = {
  en: "Both are the ones to win next. The ladder asks whether they showed interest, the levels whether you can sell to them.",
  vi: "Cả hai đều là người cần chinh phục tiếp theo. Nấc thang hỏi họ đã quan tâm chưa, cấp độ hỏi bạn có bán được cho họ không.",
};
const SAME_FIRST_ORDER: Labels = {
  en: "Both bought once: a buyer, not yet a customer.",
  vi: "Cả hai đã mua một lần: là người mua hàng, chưa phải khách hàng.",
};
const SAME_RETURN: Labels = {
  en: "Both came back and bought again.",
  vi: "Cả hai đã quay lại và mua thêm lần nữa.",
};
const SAME_BOND: Labels = {
  en: "You are part of their life: the one feels they belong, the other buys by habit. A membership card leads to both.",
  vi: "Bạn đã là một phần trong đời sống của họ: người này thấy mình thuộc về bạn, người kia mua theo thói quen. Thẻ thành viên dẫn đến cả hai.",
};
const BEYOND_BOND: Labels = {
  en: "Above belonging the levels have only the key account. The advocate makes you grow by recommending, the key account by buying.",
  vi: "Trên mức gắn bó, các cấp độ chỉ còn khách hàng trọng điểm. Người ủng hộ giúp bạn lớn lên nhờ giới thiệu, khách hàng trọng điểm nhờ mua hàng.",
};
const SAME_DESTINATION: Labels = {
  en: "Each is where its scale leads and where the profit lies: the one by spreading the word, the other by buying often and much.",
  vi: "Mỗi bên là đích đến của thang và là nơi có lợi nhuận lớn nhất: bên này nhờ lan truyền, bên kia nhờ mua thường xuyên với giá trị lớn.",
};

/**
 * The ready mapping between the ladder of loyalty and the customer levels, with their default criteria and
 * `climb: "highest"`. The two measure different things: the levels how often and how much someone buys, the
 * ladder also whether they belong and recommend. So `closest` is a reading, and `allowed` says how far the two
 * may differ: an advocate can be on any level, since one can recommend without ever buying.
 *
 * The source of the levels names the way of working in two rows, approach – engage – keep and grow and know –
 * like – trust – buy, without saying where the lines fall. Here the three phases are the three pairs of levels,
 * and the goal is what is to be won from those who stand there; a rung has those of its closest level.
 *
 * @example
 * LADDER_LEVEL_MAPPING.rungs[3].closest; // => "rebuy"
 * LADDER_LEVEL_MAPPING.rungs[3].allowed; // => ["rebuy", "frequency-buyer", "key-account"]
 * LADDER_LEVEL_MAPPING.levels[0].goal; // => "know"
 */
export const LADDER_LEVEL_MAPPING: LadderLevelMapping = {
  rungs: [
    {
      step: "suspect",
      closest: "suspect",
      allowed: ["suspect", "prospect"],
      phase: "approach",
      goal: "know",
      reasons: SAME_TARGET,
    },
    {
      step: "prospect",
      closest: "prospect",
      allowed: ["suspect", "prospect", null],
      phase: "approach",
      goal: "like",
      reasons: SAME_CHANCE,
    },
    {
      step: "shopper",
      closest: "first-buy",
      allowed: ["first-buy"],
      phase: "engage",
      goal: "trust",
      reasons: SAME_FIRST_ORDER,
    },
    {
      step: "customer",
      closest: "rebuy",
      allowed: ["rebuy", "frequency-buyer", "key-account"],
      phase: "engage",
      goal: "trust",
      reasons: SAME_RETURN,
    },
    {
      step: "member",
      closest: "frequency-buyer",
      allowed: ["rebuy", "frequency-buyer", "key-account"],
      phase: "keep-and-grow",
      goal: "buy",
      reasons: SAME_BOND,
    },
    {
      step: "advocate",
      closest: "key-account",
      allowed: ["suspect", "prospect", "first-buy", "rebuy", "frequency-buyer", "key-account", null],
      phase: "keep-and-grow",
      goal: "buy",
      reasons: BEYOND_BOND,
    },
    {
      step: "raving-fan",
      closest: "key-account",
      allowed: ["suspect", "prospect", "first-buy", "rebuy", "frequency-buyer", "key-account", null],
      phase: "keep-and-grow",
      goal: "buy",
      reasons: SAME_DESTINATION,
    },
  ],
  levels: [
    {
      step: "suspect",
      closest: "suspect",
      allowed: ["suspect", "prospect", "advocate", "raving-fan"],
      phase: "approach",
      goal: "know",
      reasons: SAME_TARGET,
    },
    {
      step: "prospect",
      closest: "prospect",
      allowed: ["suspect", "prospect", "advocate", "raving-fan"],
      phase: "approach",
      goal: "like",
      reasons: SAME_CHANCE,
    },
    {
      step: "first-buy",
      closest: "shopper",
      allowed: ["shopper", "advocate", "raving-fan"],
      phase: "engage",
      goal: "trust",
      reasons: SAME_FIRST_ORDER,
    },
    {
      step: "rebuy",
      closest: "customer",
      allowed: ["customer", "member", "advocate", "raving-fan"],
      phase: "engage",
      goal: "trust",
      reasons: SAME_RETURN,
    },
    {
      step: "frequency-buyer",
      closest: "member",
      allowed: ["customer", "member", "advocate", "raving-fan"],
      phase: "keep-and-grow",
      goal: "buy",
      reasons: SAME_BOND,
    },
    {
      step: "key-account",
      closest: "raving-fan",
      allowed: ["customer", "member", "advocate", "raving-fan"],
      phase: "keep-and-grow",
      goal: "buy",
      reasons: SAME_DESTINATION,
    },
  ],
};
