import { isWeekday, monthNamed } from "./months.ts";
import { knownCity, knownRegion } from "./places.ts";

/** The place at the beginning of a dateline, as it is to be shown. */
export interface WrittenPlace {
  name: string;
  end: number;
  /** How it is written: in capitals, with capital initials, or in a script that has none. */
  letters: "upper" | "title" | "caseless";
  isKnownCity: boolean;
  /** Whether a known state or country follows: "Washington, D.C.". */
  hasRegion: boolean;
  words: number;
}

const WORD = /(?:(?:ST|STE|MT|FT|St|Ste|Mt|Ft)\. )?\p{L}[\p{L}\p{M}'’-]*/uy;
const SMALL = new Set(
  "of the de del la las los el al da do dos das on upon sur am an der les le en na nad над на".split(
    " ",
  ),
);
const MOST_WORDS = 4;

function isUpper(word: string): boolean {
  return /\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word.replaceAll("և", ""));
}

function fits(word: string, isFirst: boolean, before: string): boolean {
  if (monthNamed(word) !== null || isWeekday(word)) return false;
  if (!isFirst && SMALL.has(word)) return true;
  if (/^\p{Ll}/u.test(word)) return false;
  return isFirst || isUpper(word) === isUpper(before);
}

/** The words of one name at `at`; `null` where none begins there. */
function readName(text: string, at: number): { words: string[]; end: number } | null {
  const words: string[] = [];
  let end = at;
  while (words.length < MOST_WORDS) {
    WORD.lastIndex = words.length === 0 ? at : end + 1;
    if (words.length > 0 && text[end] !== " ") break;
    const word = WORD.exec(text)?.[0];
    if (word === undefined || !fits(word, words.length === 0, words[0] ?? "")) break;
    words.push(word);
    end = WORD.lastIndex;
  }
  return words.length === 0 || SMALL.has(words.at(-1) ?? "") ? null : { words, end };
}

function titled(word: string, isFirst: boolean, turkic: boolean): string {
  const lower = (letters: string) =>
    letters.toLocaleLowerCase(turkic ? "tr" : "und").replace(/եվ|եւ/g, "և");
  if (!isFirst && SMALL.has(lower(word))) return lower(word);
  return word
    .split(/(?<=[-.\s])|(?<=^\p{L}['’])/u)
    .map((part, index) =>
      index > 0 && SMALL.has(lower(part.replace("-", "")))
        ? lower(part)
        : part.slice(0, 1) + lower(part.slice(1)),
    )
    .join("");
}

/** The name as it is shown: as the list of cities has it, else with capital initials. */
function shown(words: string[]): { name: string; isKnown: boolean } {
  const written = words.join(" ");
  const known = knownCity(written);
  const isTurkish = written.includes("İ") && known !== null && !known.includes("İ");
  if (known !== null && !isTurkish) return { name: known, isKnown: true };
  const isWrittenInCapitals = words.every((word) => isUpper(word) || SMALL.has(word));
  if (!isWrittenInCapitals) return { name: written, isKnown: known !== null };
  const turkic = /[İĞŞƏ]/.test(written);
  const name = words.map((word, index) => titled(word, index === 0, turkic)).join(" ");
  return { name, isKnown: known !== null };
}

function readRegion(text: string, at: number): { name: string; end: number } | null {
  const pattern =
    /, ?((?:\p{L}\.){2,3}|\p{L}[\p{L}\p{M}'’-]*(?: \p{Lu}[\p{L}\p{M}'’-]*){0,2}\.?)/uy;
  pattern.lastIndex = at;
  const written = pattern.exec(text)?.[1];
  if (written === undefined) return null;
  const end = pattern.lastIndex;
  const whole = knownRegion(written);
  if (whole !== null) return { name: whole, end };
  const bare = written.replace(/\.$/, "");
  const known = knownRegion(bare);
  if (known !== null) return { name: known, end: end - (written.length - bare.length) };
  const province = /\s(?:Region|Oblast|Province|State|Republic|Territory|County)$/iu.test(bare);
  return province ? { name: bare, end } : null;
}

/** The place, or the places with "/" between them, at `at`, with a known region behind; `null` where no name begins there. */
export function readPlace(text: string, at: number): WrittenPlace | null {
  const first = readName(text, at);
  if (!first) return null;
  const place = shown(first.words);
  let { name, isKnown } = { name: place.name, isKnown: place.isKnown };
  let end = first.end;
  for (let more = 0; more < 2; more++) {
    const slash = /^(?:\/| \/ )(?=\p{L})/u.exec(text.slice(end, end + 5))?.[0];
    const next = slash === undefined ? null : readName(text, end + slash.length);
    if (!next) break;
    const other = shown(next.words);
    name = `${name}/${other.name}`;
    isKnown = isKnown && other.isKnown;
    end = next.end;
  }
  const region = readRegion(text, end);
  const written = text.slice(at, end);
  const hasCase = /[\p{Lu}\p{Ll}]/u.test(written);
  return {
    name: region ? `${name}, ${region.name}` : name,
    end: region ? region.end : end,
    letters: hasCase
      ? isUpper(written.replace(/ (?:de|del|la|do|da|on|of|sur) /g, " "))
        ? "upper"
        : "title"
      : "caseless",
    isKnownCity: isKnown,
    hasRegion: region !== null && (isKnown || knownRegion(name) === null),
    words: first.words.length,
  };
}
