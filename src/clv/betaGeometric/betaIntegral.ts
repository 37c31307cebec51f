/** Terms below this share of the sum no longer matter. */
const NEGLIGIBLE = 1e-18;

/** Steps of log-odds; for what is smooth on a scale of 1 the error is about exp(−π² / step) or less. */
const STEP_MAX = 0.2;

/** Steps in standard deviations, for densities with a narrow peak. */
const STEP_OF_PEAK = 0.5;

/** How far from the last feature the spacing begins to grow. */
const MARGIN = 3;

/** A positive integral as exp(`lnScale`) · `scaled`, so that it can neither overflow nor underflow. */
interface ScaledIntegral {
  readonly lnScale: number;
  readonly scaled: number;
}

/**
 * ∫ p^(a−1) (1−p)^(b−1) (1 + p·reach)^(−shape) · valueAt(p) dp from 0 to 1, to about 1e-13 for any positive function
 * (with shapes of 1e6, 1e-10).
 *
 * Over log-odds s = ln(p / (1−p)) the weight is p^a (1−p)^b (1 + p·reach)^(−shape) ds, smooth and falling off on both
 * sides, so the trapezoidal rule converges exponentially. Left and right of all features the spacing grows
 * exponentially, s(u) = u − e^(left−u) + e^(u−right), so that tails as long as 1/a and 1/b take a few nodes. Nodes are
 * added from the mode outwards until they no longer matter.
 *
 * @param a Above 0.
 * @param b Above 0.
 * @param shape From 0.
 * @param reach From 0.
 * @param steepness The function is smooth in p·steepness on a scale of 1.
 * @param valueAt Finite and positive from 0 to 1, of moderate size.
 */
export function betaIntegral(
  a: number,
  b: number,
  shape: number,
  reach: number,
  steepness: number,
  valueAt: (p: number) => number,
): ScaledIntegral {
  const lnWeightAt = (s: number, p: number): number => {
    const lnLarger = -Math.log1p(Math.exp(-Math.abs(s)));
    const lnSmaller = lnLarger - Math.abs(s);
    const lnBeta = s > 0 ? a * lnLarger + b * lnSmaller : a * lnSmaller + b * lnLarger;
    return lnBeta - shape * Math.log1p(p * reach);
  };
  const mode = modeOf(a, b, shape, reach);
  const modeLnOdds = Math.log(mode) - Math.log1p(-mode);
  const lnScale = lnWeightAt(modeLnOdds, mode);
  const left = -Math.log(1 + b + steepness) - MARGIN;
  const right = Math.log(1 + a) + MARGIN;
  const start = Math.min(right, Math.max(left, modeLnOdds));
  const step = Math.min(STEP_MAX, STEP_OF_PEAK / Math.sqrt(curvatureAt(mode, a, b, shape, reach)));
  let sum = 0;
  const addNode = (u: number): boolean => {
    const below = Math.exp(left - u);
    const above = Math.exp(u - right);
    const s = u - below + above;
    const p = 1 / (1 + Math.exp(-s));
    const term = Math.exp(lnWeightAt(s, p) - lnScale) * (1 + below + above) * valueAt(p);
    sum += term;
    return term > NEGLIGIBLE * sum;
  };
  addNode(start);
  for (let node = 1; addNode(start - node * step); ) node += 1;
  for (let node = 1; addNode(start + node * step); ) node += 1;
  return { lnScale, scaled: sum * step };
}

/** Where the weight over log-odds is largest: the root of a (1−p) (1+pw) = b p (1+pw) + R w p (1−p) between 0 and 1. */
function modeOf(a: number, b: number, shape: number, reach: number): number {
  const linear = a + b + (shape - a) * reach;
  const square = (shape - a - b) * reach;
  const root = (2 * a) / (linear + Math.sqrt(Math.max(0, linear * linear - 4 * square * a)));
  return Math.min(1 - Number.EPSILON, Math.max(Number.MIN_VALUE, root));
}

/** Less the second derivative of the logarithm of the weight by log-odds. */
function curvatureAt(p: number, a: number, b: number, shape: number, reach: number): number {
  const spread = p * (1 - p);
  const stretched = 1 + p * reach;
  const ofTilt = (shape * reach * ((1 - 2 * p) * stretched - reach * spread)) / (stretched * stretched);
  return spread * (a + b + ofTilt);
}
