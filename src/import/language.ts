import { type Certainty, languageByWords, NEVER_CERTAIN } from "./languages/by-words.ts";
import {
  ARABIC_WORDS,
  AZERBAIJANI_WORDS,
  CYRILLIC_WORDS,
  LATIN_WORDS,
  RUSSIAN_WORDS,
  TURKISH_WORDS,
} from "./languages/function-words.ts";
import { countScripts } from "./languages/scripts.ts";
import { mayBeIn } from "./languages/written-in.ts";

/** How much of a text is looked at, in UTF-16 code units. */
const SAMPLE = 1500;
/** Fewer letters than this prove nothing. */
const FEWEST_LETTERS = 60;
/** A character of these is as much as a word. */
const FEWEST_IDEOGRAPHS = 16;
/** Less than this in one script is a mixed text. */
const MOST_LETTERS = 0.8;
const MOST_IDEOGRAPHS = 0.6;

/** Scripts that one language of today's news writes. */
const ONE_LANGUAGE: Readonly<Record<string, string>> = {
  Armenian: "hy",
  Georgian: "ka",
  Greek: "el",
  Hangul: "ko",
  Thai: "th",
  Lao: "lo",
  Khmer: "km",
  Tamil: "ta",
  Telugu: "te",
  Kannada: "kn",
  Malayalam: "ml",
  Sinhala: "si",
  Gujarati: "gu",
  Gurmukhi: "pa",
};

/** Where the letters speak for a language too. */
const WITH_LETTERS: Certainty = { share: 0.05, different: 2 };
/** No other language of the lists writes these letters, so that the words only rule out a list of names. */
const TURKISH: Certainty = { share: 0.02, different: 1 };
const RUSSIAN: Certainty = { share: 0.08, different: 2 };
const ARABIC: Certainty = { share: 0.1, different: 3 };

function share(text: string, letters: RegExp): number {
  return (text.match(letters)?.length ?? 0) / text.length;
}

function inLatin(text: string): string | null {
  if (share(text, /[əƏ]/g) > 0.02) return languageByWords(text, AZERBAIJANI_WORDS, WITH_LETTERS);
  const isTurkish = share(text, /[ığşİ]/g) > 0.03 && share(text, /[qwxñňäŋýþţâãîăøåāêû]/gi) < 0.01;
  return isTurkish
    ? languageByWords(text, TURKISH_WORDS, TURKISH)
    : languageByWords(text, LATIN_WORDS);
}

function inCyrillic(text: string): string | null {
  const foreign = share(text, /[іїєґўђѓѕјљњћќџәғқңөұүһӣӯҷҳӏѳѵѣӑӗӧӝӟӥӵҡҫҙҥҕҽӡѐѝ]/giu);
  const isRussian = share(text, /[ыэё]/giu) > 0.003 && foreign < 0.004;
  if (isRussian) return languageByWords(text, RUSSIAN_WORDS, RUSSIAN);
  const isUkrainian = share(text, /[їєґ]/giu) > 0.004 && share(text, /[ыэўёј]/giu) < 0.003;
  const language = languageByWords(text, CYRILLIC_WORDS, isUkrainian ? WITH_LETTERS : undefined);
  if (language === "uk") return isUkrainian ? "uk" : null;
  return language === "bg" && foreign < 0.004 ? "bg" : null;
}

function inArabic(text: string): string | null {
  const others = share(text, /[ټډړږښۍېګێۆەڕڵڤۇۈڭۋٻڄڀٺ]/gu);
  if (others > 0.01) return null;
  const urdu = share(text, /[ٹڈڑںےہ]/gu);
  const language = languageByWords(text, ARABIC_WORDS, ARABIC);
  if (language === "ur") return urdu > 0.02 ? "ur" : null;
  return urdu < 0.005 ? language : null;
}

function inIdeographs(text: string, counts: Map<string, number>): string | null {
  const kana = counts.get("Kana") ?? 0;
  const ideographs = counts.get("Han") ?? 0;
  if (kana + ideographs < FEWEST_IDEOGRAPHS) return null;
  if (kana > (kana + ideographs) * 0.15) return "ja";
  const isSpokenCantonese = /[嘅喺咗嘢冇啲]/u.test(text);
  return kana <= (kana + ideographs) * 0.02 && !isSpokenCantonese ? "zh" : null;
}

/**
 * The BCP 47 tag of the language in which the text is written, or `null` where that is not certain: short texts (under 60
 * letters or 12 words; 16 characters of Chinese or Japanese), mixed texts, and languages that are not known or come too near to
 * another. Reads the first 1,500 characters.
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const counts = countScripts(sample);
  const letters = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const ideographs = (counts.get("Han") ?? 0) + (counts.get("Kana") ?? 0);
  if (ideographs >= letters * MOST_IDEOGRAPHS) return inIdeographs(sample, counts);
  const script = [...counts.keys()].find(
    (name) => (counts.get(name) ?? 0) >= letters * MOST_LETTERS,
  );
  if (script === undefined || letters < FEWEST_LETTERS) return null;
  const language = inScript(script, sample);
  return language === null || NEVER_CERTAIN.has(language) ? null : language;
}

function inScript(script: string, text: string): string | null {
  if (script === "Latin") return inLatin(text);
  if (script === "Cyrillic") return inCyrillic(text);
  if (script === "Arabic") return inArabic(text);
  return ONE_LANGUAGE[script] ?? null;
}

/** What BCP 47 calls a language that is not known. */
const UNDETERMINED = "und";

/** The language of a text that does not tell it: as far as it is certain, else the `usual` one, but `und` where that is written in another script. */
export function languageOf(text: string, usual: string): string {
  const sample = text.slice(0, SAMPLE);
  return detectLanguage(text) ?? (mayBeIn(usual, sample) ? usual : UNDETERMINED);
}
