export type Direction = "ltr" | "rtl";

/** Scripts written from right to left, by their ISO 15924 codes. */
const RIGHT_TO_LEFT = new Set(
  "Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi".split(" "),
);

/** An archive has few languages; asking for their scripts costs as much as a page. */
const known = new Map<string, Direction>();
const MOST_KNOWN = 1000;

/** The direction of a BCP 47 language's usual script, or of the script that the tag names; `ltr` for a tag that is none. */
export function directionOf(language: string): Direction {
  const direction = known.get(language) ?? directionOfScript(scriptOf(language));
  if (known.size < MOST_KNOWN) known.set(language, direction);
  return direction;
}

function directionOfScript(script: string | null): Direction {
  return script !== null && RIGHT_TO_LEFT.has(script) ? "rtl" : "ltr";
}

function scriptOf(language: string): string | null {
  try {
    return new Intl.Locale(language).maximize().script ?? null;
  } catch {
    return null;
  }
}
