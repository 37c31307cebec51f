/** One customer of a beta-geometric model: how often they buy, and how easily they leave or stay. */
export interface Individual {
  readonly rate: number;
  readonly leave: number;
  readonly stay: number;
}

/** What was seen of a customer. */
export interface History {
  readonly repeats: number;
  readonly lastAge: number;
  readonly age: number;
}

/** Likelihood of a history for one individual, split by whether they are alive at its end. */
export function individualLikelihood(
  { rate, leave, stay }: Individual,
  firstChance: number,
  { repeats, lastAge, age }: History,
): { readonly alive: number; readonly gone: number } {
  const chances = repeats + firstChance;
  return {
    alive: stay ** chances * rate ** repeats * Math.exp(-rate * age),
    gone: chances === 0 ? 0 : leave * stay ** (chances - 1) * rate ** repeats * Math.exp(-rate * lastAge),
  };
}

const STEP = 0.22;

/**
 * The integrals over all individuals of several functions times their density, not normalised, by the trapezoidal
 * rule over ln rate and log-odds of leaving: plain and slow, for r, a and b above .35.
 */
export function integrateIndividuals(
  [r, alpha, a, b]: readonly number[],
  ofIndividual: (individual: Individual) => readonly number[],
): readonly number[] {
  const totals: number[] = [];
  for (let lnRate = -90; lnRate < 8; lnRate += STEP) {
    const rate = Math.exp(lnRate);
    const ofRate = Math.exp(r! * lnRate - alpha! * rate);
    if (ofRate < 1e-30) continue;
    for (let odds = -90; odds < 90; odds += STEP) {
      const [leave, stay] = [1 / (1 + Math.exp(-odds)), 1 / (1 + Math.exp(odds))];
      const density = ofRate * leave ** a! * stay ** b!;
      if (density < 1e-30) continue;
      const values = ofIndividual({ rate, leave, stay });
      for (const [index, value] of values.entries()) totals[index] = (totals[index] ?? 0) + density * value;
    }
  }
  return totals;
}

/** Uniform numbers from a seed (mulberry32). */
export function seededUniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function gamma(shape: number, uniform: () => number): number {
  if (shape < 1) return gamma(shape + 1, uniform) * uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - uniform()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A life: ages at repeat purchases, the last of them or the first purchase being the end unless `alive` at `until`. */
export interface Life {
  readonly purchases: readonly number[];
  /** Age when the customer left, Infinity if not before `until`. */
  readonly leftAt: number;
}

/** Simulates a customer up to an age. */
export function simulateLife(
  [r, alpha, a, b]: readonly number[],
  firstChance: number,
  until: number,
  uniform: () => number,
): Life {
  const rate = gamma(r!, uniform) / alpha!;
  const toLeave = gamma(a!, uniform);
  const leave = toLeave / (toLeave + gamma(b!, uniform));
  const purchases: number[] = [];
  if (firstChance === 1 && uniform() < leave) return { purchases, leftAt: 0 };
  let age = 0;
  for (;;) {
    age -= Math.log(1 - uniform()) / rate;
    if (age > until) return { purchases, leftAt: Number.POSITIVE_INFINITY };
    purchases.push(age);
    if (uniform() < leave) return { purchases, leftAt: age };
  }
}
