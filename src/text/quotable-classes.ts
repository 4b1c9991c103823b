import { indexOfUnspaced } from "./character-width.ts";

/** What a character is to a comparison of quotations. */
export const ORDINARY = 1;
/** One beside which white space between two of its kind does not count. */
export const CJK = 2;
export const SPACE = 3;
/** It belongs to the character before it. */
export const MARK = 4;
export const QUOTE = 5;
export const DASH = 6;
export const ELLIPSIS = 7;
export const STOP = 8;
/** Invisible: a soft hyphen, a direction, a place where a line may break. */
export const HIDDEN = 9;
/** A sign that some set apart from the word before it, or a letter that Unicode writes in another way. */
export const OTHER = 10;

const SIGNS: [kind: number, form: RegExp][] = [
  [HIDDEN, /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/],
  [SPACE, /[\s\u0085]/],
  [QUOTE, /["'\u0060\u00b4«»‘’‚‛“”„‟‹›「」『』＂＇ʼ]/],
  [DASH, /[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/],
  [ELLIPSIS, /…/],
  [STOP, /\./],
  [OTHER, /[;:!?]/],
  // The later parts of a Korean syllable typed in parts are no marks to Unicode, and make one character all the same.
  [MARK, /[\p{M}\u1160-\u11ff]/u],
];

/** By code unit; 0 where it has not been looked up yet. */
const classes = new Uint8Array(0x10000);

/** The class of the character at that place; half of a surrogate pair is looked up as the whole. */
export function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code <= 0xdfff) return lookUp(text.codePointAt(at) ?? 0);
  const known = classes[code] as number;
  if (known !== 0) return known;
  const found = lookUp(code);
  classes[code] = found;
  return found;
}

/** 2 for a character beyond the Basic Multilingual Plane, else 1. */
export function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff && at + 1 < text.length ? 2 : 1;
}

function lookUp(code: number): number {
  const character = String.fromCodePoint(code);
  const sign = SIGNS.find(([, form]) => form.test(character));
  if (sign) return sign[0];
  if (character.normalize("NFC") !== character) return OTHER;
  return indexOfUnspaced(character) === 0 ? CJK : ORDINARY;
}
