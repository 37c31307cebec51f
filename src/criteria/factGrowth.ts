/**
 * What is known of how facts change, beyond their kinds: with it an explanation asks for nothing that can no
 * longer come true. Criteria know no facts of their own, so whoever asks for an explanation says it.
 */
export interface FactGrowth {
  /** Facts that nobody can lower, such as how often someone has bought. */
  readonly onlyGrows: ReadonlySet<string>;
  /** Facts that fall only when others grow, with those others: a new order ends the time since the last one. */
  readonly fallsWith: ReadonlyMap<string, readonly string[]>;
}

/** Nothing is known. */
export const NO_GROWTH: FactGrowth = {
  onlyGrows: /* @__PURE__ */ new Set(),
  fallsWith: /* @__PURE__ */ new Map(),
};
