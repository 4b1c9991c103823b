/** Which marks may close each opening mark. Some languages open with what others close with. */
const CLOSED_BY: Readonly<Record<string, string>> = {
  "(": ")",
  "[": "]",
  "{": "}",
  "（": "）",
  "［": "］",
  "【": "】",
  "「": "」",
  "『": "』",
  "《": "》",
  "〈": "〉",
  "«": "»",
  "»": "«",
  "‹": "›",
  "“": "”",
  "„": "“”",
  "”": "”",
  "‘": "’",
  "‚": "‘’",
  '"': '"',
};
/** Every mark that opens or closes. */
const MARKS = new RegExp(
  `[${[...Object.entries(CLOSED_BY).flat().join("")].map((mark) => `\\${mark}`).join("")}]`,
  "g",
);
/** These open only before a word: elsewhere they close, or are an apostrophe or a sign for inches. */
const OPENS_BEFORE_A_WORD = new Set(['"', "”", "»", "‘"]);
const SINGLE = new Set(["‘", "‚", "‹"]);
/** Deeper nesting than this is not prose, and would only cost time. */
const DEEPEST = 32;

/** A quotation or a bracket: the places of its opening and its closing mark. */
export interface Enclosure {
  open: number;
  close: number;
}

function beginsWord(line: string, at: number): boolean {
  const before = line[at - 1] ?? " ";
  const after = line[at + 1] ?? " ";
  return /[\s([{“„«‘"—–-]/.test(before) && !/\s/.test(after);
}

function closes(line: string, at: number, opening: string): boolean {
  const mark = line[at] as string;
  if (!CLOSED_BY[opening]?.includes(mark)) return false;
  if (mark === "’" || mark === "‘") return !/\p{L}/u.test(line[at + 1] ?? " ");
  return mark !== '"' || !beginsWord(line, at);
}

function opens(line: string, at: number): boolean {
  const mark = line[at] as string;
  if (!(mark in CLOSED_BY)) return false;
  return !OPENS_BEFORE_A_WORD.has(mark) || beginsWord(line, at);
}

/**
 * The quotations and brackets of a line, each with both its marks; a mark without its partner is passed over.
 * `goesOn` says that the line is the beginning of a longer one: then what is still open closes at its end.
 */
export function enclosuresOf(line: string, goesOn: boolean): Enclosure[] {
  const found: Enclosure[] = [];
  const open: { mark: string; at: number }[] = [];
  for (const { 0: mark, index: at } of line.matchAll(MARKS)) {
    const partner = open.findLastIndex((opening) => closes(line, at, opening.mark));
    const opening = open[partner];
    if (opening) {
      found.push({ open: opening.at, close: at });
      open.length = partner;
    } else if (opens(line, at) && open.length < DEEPEST) {
      open.push({ mark, at });
    }
  }
  if (!goesOn) return found;
  const stillOpen = open.filter((opening) => !SINGLE.has(opening.mark));
  return [...found, ...stillOpen.map(({ at }) => ({ open: at, close: line.length }))];
}

/** Where the outermost enclosure around `at` opens, or -1 where there is none. */
export function outermostOpening(enclosures: Enclosure[], at: number): number {
  let outermost = -1;
  for (const { open, close } of enclosures) {
    if (open < at && at <= close && (outermost < 0 || open < outermost)) outermost = open;
  }
  return outermost;
}
