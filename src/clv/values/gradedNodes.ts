/** Points and weights of a quadrature. */
interface QuadratureNodes {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

const NODES_PER_PANEL = 12;

/** Behind this multiple of 1/rate nothing counts any more: e^−45 is 3e-20. */
const LAST_EXPONENT = 45;

const PANEL_COUNT = 7;

/** Each panel but the first ends three times as far from 0 as it begins. */
const GRADING = 3;

/**
 * Gauss-Legendre panels on 0 to `end` that widen from 0, for e^(−rate·t) times expected purchases until t: those bend
 * most at the beginning, and are smooth with a singularity somewhere below 0. Good to 1e-12 where that is farther away
 * than a hundredth of the horizon.
 */
export function gradedNodes(end: number, rate: number): QuadratureNodes {
  const reach = rate > 0 ? Math.min(end, LAST_EXPONENT / rate) : end;
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let panel = 0; panel < PANEL_COUNT; panel += 1) {
    const from = panel === 0 ? 0 : reach * GRADING ** (panel - PANEL_COUNT);
    const half = (reach * GRADING ** (panel + 1 - PANEL_COUNT) - from) / 2;
    for (let index = 0; index < NODES_PER_PANEL; index += 1) {
      const { node, weight } = legendreNode(NODES_PER_PANEL, index);
      nodes.push(from + half * (1 + node));
      weights.push(half * weight);
    }
  }
  return { nodes: Float64Array.from(nodes), weights: Float64Array.from(weights) };
}

/** A root of the Legendre polynomial of some degree by Newton's method, and its weight 2/((1 − z²)·P′(z)²). */
function legendreNode(degree: number, index: number): { readonly node: number; readonly weight: number } {
  let node = Math.cos((Math.PI * (index + 0.75)) / (degree + 0.5));
  let slope = 0;
  for (let round = 0; round < 6; round += 1) {
    let value = 1;
    let before = 0;
    for (let order = 1; order <= degree; order += 1) {
      const next = ((2 * order - 1) * node * value - (order - 1) * before) / order;
      before = value;
      value = next;
    }
    slope = (degree * (node * value - before)) / (node * node - 1);
    node -= value / slope;
  }
  return { node, weight: 2 / ((1 - node * node) * slope * slope) };
}
