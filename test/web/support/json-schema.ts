/** The keywords of JSON Schema that the description uses; `schemaFaults` throws on any other. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: false;
  items?: Schema;
  enum?: unknown[];
  pattern?: string;
  minimum?: number;
}

const KNOWN =
  "$ref type properties required additionalProperties items enum pattern minimum description format".split(
    " ",
  );

/** What of the value is not as the schema says, a line each; references are looked up in `root`. */
export function schemaFaults(value: unknown, given: object, root: object, at = "$"): string[] {
  const schema = given as Schema;
  const unknown = Object.keys(schema).filter((keyword) => !KNOWN.includes(keyword));
  if (unknown.length > 0) throw new Error(`${at}: expected a known keyword, found ${unknown}`);
  if (schema.$ref) return schemaFaults(value, lookedUp(schema.$ref, root), root, at);
  const faults: string[] = [];
  const types = [schema.type ?? typeOf(value)].flat();
  if (!types.includes(typeOf(value))) faults.push(`${at}: expected ${types}, got ${typeOf(value)}`);
  if (schema.enum && !schema.enum.includes(value)) faults.push(`${at}: ${value} is none of them`);
  if (typeof value === "string" && schema.pattern && !new RegExp(schema.pattern).test(value)) {
    faults.push(`${at}: ${value} is not as ${schema.pattern}`);
  }
  if (typeof value === "number" && value < (schema.minimum ?? value)) {
    faults.push(`${at}: ${value} is below ${schema.minimum}`);
  }
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items)
      faults.push(...value.flatMap((one, n) => schemaFaults(one, items, root, `${at}[${n}]`)));
    return faults;
  }
  if (typeof value !== "object" || value === null) return faults;
  return [...faults, ...propertyFaults(value as Record<string, unknown>, schema, root, at)];
}

function propertyFaults(
  value: Record<string, unknown>,
  { properties = {}, required = [], additionalProperties }: Schema,
  root: object,
  at: string,
): string[] {
  const missing = required.filter((name) => !(name in value)).map((name) => `${at}: no ${name}`);
  const inside = Object.entries(value).flatMap(([name, one]) => {
    const schema = properties[name];
    if (schema) return schemaFaults(one, schema, root, `${at}.${name}`);
    return additionalProperties === false ? [`${at}: ${name} is not described`] : [];
  });
  return [...missing, ...inside];
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

function lookedUp(reference: string, root: object): Schema {
  let found: unknown = root;
  for (const name of reference.replace("#/", "").split("/")) {
    found = (found as Record<string, unknown>)[name];
  }
  if (typeof found !== "object" || found === null) throw new Error(`nothing at ${reference}`);
  return found;
}
