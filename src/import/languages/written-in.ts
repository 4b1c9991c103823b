import { countScripts } from "./scripts.ts";

/** The scripts of `countScripts` in which a language is written, by what BCP 47 calls its script. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  Arab: ["Arabic"],
  Armn: ["Armenian"],
  Beng: ["Bengali"],
  Cyrl: ["Cyrillic"],
  Deva: ["Devanagari"],
  Ethi: ["Ethiopic"],
  Geor: ["Georgian"],
  Grek: ["Greek"],
  Hans: ["Han"],
  Hant: ["Han"],
  Hebr: ["Hebrew"],
  Jpan: ["Han", "Kana"],
  Kore: ["Hangul", "Han"],
  Latn: ["Latin"],
  Thai: ["Thai"],
};

/** Languages of today's texts in two scripts. */
const IN_TWO_SCRIPTS = /^(?:az|bs|kk|ku|ky|mn|ms|pa|ro|sd|sr|tg|tk|tt|ug|uz)(?:-|$)/i;

/** Fewer letters may be a name in any text. */
const FEWEST_LETTERS = 10;
/** With less than this in its script, a text is in another language. */
const LEAST = 0.2;

/** Whether the text may be in that language (BCP 47): false where its script alone says that it is not. */
export function mayBeIn(language: string, text: string): boolean {
  const scripts = scriptsOf(language);
  if (scripts === null || IN_TWO_SCRIPTS.test(language)) return true;
  const counts = countScripts(text);
  const letters = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const own = scripts.reduce((sum, script) => sum + (counts.get(script) ?? 0), 0);
  return letters < FEWEST_LETTERS || own >= letters * LEAST;
}

const known = new Map<string, readonly string[] | null>();

/** `null` where they are not known. */
function scriptsOf(language: string): readonly string[] | null {
  const before = known.get(language);
  if (before !== undefined) return before;
  const scripts = SCRIPTS[new Intl.Locale(language).maximize().script ?? ""] ?? null;
  known.set(language, scripts);
  return scripts;
}
