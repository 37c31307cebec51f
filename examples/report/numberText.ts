/** How numbers are written in a language: `1,234.50` or `1.234,50`. */
export interface NumberSigns {
  readonly group: string;
  readonly decimal: string;
}

/** An exact number or decimal string with its digits in groups of three. */
export function numberText(value: number | string, signs: NumberSigns): string {
  const [, sign, whole, fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? [];
  if (whole === undefined) return String(value);
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, signs.group);
  return `${sign}${grouped}${fraction === undefined ? "" : signs.decimal + fraction}`;
}

/** A share as a percentage with one decimal. */
export function percentText(share: number, signs: NumberSigns): string {
  return `${(share * 100).toFixed(1).replace(".", signs.decimal)}%`;
}

/** A share that someone wrote down, such as a fifth, without the noise of binary fractions: `20%`, `12.5%`. */
export function statedPercentText(share: number, signs: NumberSigns): string {
  return `${String(Number((share * 100).toFixed(6))).replace(".", signs.decimal)}%`;
}
