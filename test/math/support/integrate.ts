/** ∫₀^∞ f(t) dt by the double exponential rule t = exp(v − e^(−v)), for f that falls like an exponential. */
export function integrateHalfLine(f: (t: number) => number, spacing = 1 / 64): number {
  let sum = 0;
  for (let index = -7 / spacing; index * spacing < 300; index += 1) {
    const v = index * spacing;
    const t = Math.exp(v - Math.exp(-v));
    const part = f(t) * t * (1 + Math.exp(-v));
    if (Number.isFinite(part)) sum += part;
    if (v > 3 && !(part > 0)) break;
  }
  return sum * spacing;
}

/** ∫₀^1 f(t, 1 − t) dt by the tanh-sinh rule; f may be infinite at either end. */
export function integrateUnit(f: (t: number, rest: number) => number, spacing = 1 / 64): number {
  let sum = 0;
  for (let index = -5 / spacing; index <= 5 / spacing; index += 1) {
    const u = Math.PI * Math.sinh(index * spacing);
    const t = 1 / (1 + Math.exp(-u));
    const rest = 1 / (1 + Math.exp(u));
    const part = f(t, rest) * t * rest * Math.PI * Math.cosh(index * spacing);
    if (Number.isFinite(part)) sum += part;
  }
  return sum * spacing;
}
