/** Puts values in place of the `{tokens}` of a template, once; a token without a value stays as it is. */
export function fillTemplate(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (token, name: string) => String(values[name] ?? token));
}
