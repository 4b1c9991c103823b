/** A schema in the dialect of OpenAPI 3.1, which is JSON Schema 2020-12. */
export type Schema = Readonly<Record<string, unknown>>;

export const text: Schema = { type: "string" };
export const textOrNull: Schema = { type: ["string", "null"] };
export const truth: Schema = { type: "boolean" };
export const count: Schema = { type: "integer", minimum: 0 };
export const date: Schema = {
  type: "string",
  pattern: "^\\d{4}-\\d{2}-\\d{2}$",
  description: "A day.",
};
export const dateOrNull: Schema = { ...date, type: ["string", "null"] };
export const instant: Schema = {
  type: "string",
  format: "date-time",
  description: "UTC, RFC 3339.",
};
export const path: Schema = {
  type: "string",
  pattern: "^/",
  description: "An address of this site.",
};
export const pathOrNull: Schema = { ...path, type: ["string", "null"] };
export const sha256: Schema = { type: "string", pattern: "^[0-9a-f]{64}$" };
export const language: Schema = { type: "string", description: "A BCP 47 tag." };

export const id: Schema = { type: "string", pattern: "^[0-9a-z]{10}$" };
export const place: Schema = { ...textOrNull, description: "The place that the dateline names." };
export const agency: Schema = { ...textOrNull, description: "The agency that the dateline names." };
export const headlineDerived: Schema = {
  ...truth,
  description: "Whether the headline was taken from the text.",
};

export function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

export function arrayOf(items: Schema): Schema {
  return { type: "array", items };
}

/** With exactly the keys of that type, all of them there but for the optional ones. */
export function objectOf<Value>(
  properties: Record<keyof Value & string, Schema>,
  optional: (keyof Value & string)[] = [],
): Schema {
  const required = Object.keys(properties).filter((name) => !optional.some((one) => one === name));
  return { type: "object", required, properties, additionalProperties: false };
}
