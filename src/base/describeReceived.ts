const RECEIVED_MAX_LENGTH = 80;

/** A short, safe description of any value: it never throws, and never prints a whole payload. */
export function describeReceived(value: unknown): string {
  const text = readableText(value);
  return text.length > RECEIVED_MAX_LENGTH ? `${text.slice(0, RECEIVED_MAX_LENGTH - 1)}…` : text;
}

/** A revoked proxy throws when it is looked at. */
function readableText(value: unknown): string {
  try {
    return plainText(value);
  } catch {
    return typeof value;
  }
}

function plainText(value: unknown): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value.slice(0, RECEIVED_MAX_LENGTH));
    case "number":
      return Object.is(value, -0) ? "-0" : String(value);
    case "object":
      if (value === null) return "null";
      if (Array.isArray(value)) return `array of ${value.length}`;
      if (value instanceof Date) return Number.isNaN(value.getTime()) ? "invalid Date" : value.toISOString();
      return "object";
    case "bigint":
    case "boolean":
    case "symbol":
      return String(value);
    default:
      return typeof value; // "undefined" or "function"
  }
}
