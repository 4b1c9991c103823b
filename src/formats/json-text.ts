/** A value as a JSON document: one line, with its end. */
export function jsonText(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
