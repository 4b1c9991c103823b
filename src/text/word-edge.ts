/** What a character is to the words of a quotation; 0 where it has not been looked up yet. */
const OUTSIDE = 1;
const LETTER = 2;
const DIGIT = 3;
/** Of a script that writes words without spaces: a quotation may begin and end anywhere in it. */
const UNSPACED = 4;
const HYPHEN = 5;
const APOSTROPHE = 6;
const IN_FIGURE = 7;

const FORMS: [kind: number, form: RegExp][] = [
  [
    UNSPACED,
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u,
  ],
  [HYPHEN, /[-\u2010\u2011]/],
  [APOSTROPHE, /['’ʼ]/],
  [IN_FIGURE, /[.,:]/],
  [DIGIT, /\p{N}/u],
  [LETTER, /[\p{L}\p{M}]/u],
];

const classes = new Uint8Array(0x10000);

/**
 * Whether a quotation may begin, or end, at that place: not within a word or a figure. `non-nuclear` and `can't` are one word,
 * and `5.3` one figure; a word behind an elided article may begin a quotation (`l'accord`).
 */
export function isWordEdge(text: string, at: number, side: "start" | "end"): boolean {
  const out = side === "start" ? -1 : 1;
  const inner = side === "start" ? at : at - 1;
  const within = classAt(text, inner);
  const beside = classAt(text, inner + out);
  if (within !== LETTER && within !== DIGIT) return true;
  if (beside === LETTER || beside === DIGIT) return false;
  const beyond = classAt(text, inner + 2 * out);
  if (beside === IN_FIGURE) return within !== DIGIT || beyond !== DIGIT;
  const joins = beside === HYPHEN || (beside === APOSTROPHE && side === "end");
  return !joins || (beyond !== LETTER && beyond !== DIGIT);
}

/** Outside of the text is no word. Letters beyond the Basic Multilingual Plane are looked up by either half. */
function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return OUTSIDE;
  if (code >= 0xd800 && code <= 0xdfff) return lookUp(wholeAt(text, at));
  const known = classes[code] as number;
  if (known !== 0) return known;
  const found = lookUp(String.fromCharCode(code));
  classes[code] = found;
  return found;
}

function wholeAt(text: string, at: number): string {
  const low = text.charCodeAt(at) >= 0xdc00;
  return text.slice(low ? at - 1 : at, low ? at + 1 : at + 2);
}

function lookUp(character: string): number {
  return FORMS.find(([, form]) => form.test(character))?.[0] ?? OUTSIDE;
}
