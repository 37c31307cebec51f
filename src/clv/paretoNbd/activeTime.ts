/**
 * How long a customer is expected to stay active within the next `horizon`, when the dropout rate has shape `s` and
 * inverse scale `beta`: β/(s−1) · [1 − (β/(β+t))^(s−1)], the factor that both expectations of Fader & Hardie 2005 have
 * in common; β ln(1 + t/β) at s = 1.
 */
export function activeTime(s: number, beta: number, horizon: number): number {
  const grown = Math.log1p(horizon / beta);
  const excess = s - 1;
  return beta * (excess === 0 ? grown : -Math.expm1(-excess * grown) / excess);
}
