/** Reads a value of JSON into what it must be; throws `Misfit` for anything else. */
export type Check<Value> = (value: unknown) => Value;

/** What was expected, and where in the value. */
export class Misfit extends Error {}

function misfit(expected: string, value: unknown): never {
  throw new Misfit(`expected ${expected}, found ${JSON.stringify(value)?.slice(0, 60)}`);
}

/** A text that matches as a whole. */
export function matching<Text extends string = string>(
  form: RegExp,
  expected: string,
): Check<Text> {
  return (value) =>
    typeof value === "string" && form.test(value) ? (value as Text) : misfit(expected, value);
}

/** A text that passes. */
export function passing<Text extends string = string>(
  expected: string,
  passes: (text: string) => boolean,
): Check<Text> {
  return (value) =>
    typeof value === "string" && !/\p{Surrogate}/u.test(value) && passes(value)
      ? (value as Text)
      : misfit(expected, value);
}

export function oneOf<Text extends string>(texts: readonly Text[]): Check<Text> {
  return (value) =>
    texts.includes(value as Text) ? (value as Text) : misfit(`one of ${texts.join(", ")}`, value);
}

/** A whole number from `least` up. */
export function whole(least: number): Check<number> {
  return (value) =>
    Number.isSafeInteger(value) && (value as number) >= least
      ? (value as number)
      : misfit(`a whole number from ${least}`, value);
}

export const yesOrNo: Check<boolean> = (value) =>
  typeof value === "boolean" ? value : misfit("true or false", value);

export function orNull<Value>(check: Check<Value>): Check<Value | null> {
  return (value) => (value === null ? null : check(value));
}

export function listOf<Value>(check: Check<Value>, most: number): Check<Value[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length > most) misfit(`a list of at most ${most}`, value);
    return (value as unknown[]).map(check);
  };
}

/** An object with these keys; others are passed over, so that a later release may say more. */
export function objectOf<Shape extends object>(
  checks: {
    [Key in keyof Shape]: Check<Shape[Key]>;
  },
): Check<Shape> {
  return (value) => {
    if (typeof value !== "object" || value === null) misfit("an object", value);
    const read = {} as Shape;
    for (const key of Object.keys(checks) as (keyof Shape & string)[]) {
      read[key] = within(key, () => checks[key]((value as Shape)[key]));
    }
    return read;
  };
}

function within<Value>(key: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof Misfit) throw new Misfit(`${key}: ${error.message}`);
    throw error;
  }
}
