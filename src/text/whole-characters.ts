/** A stretch of a text: UTF-16 offsets, `end` not included. */
export interface Span {
  start: number;
  end: number;
}

/** Made when it is first asked for: most texts never need it. */
let characters: Intl.Segmenter | undefined;

/** Two of these are never one character, so that nothing needs to be looked up between them. */
const PLAIN = /^[\t\n -~\u00a0-\u00ac\u2010-\u2027\u3001\u3002]{0,2}$/;

/** So many characters on each side are looked at first. */
const AROUND = 32;

/** The stretches, each widened to whole characters as readers see them (grapheme clusters of UAX #29), in order, none overlapping. */
export function wholeCharacters(text: string, spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of spans) {
    const start = Math.max(startOfCharacter(text, span.start), whole.at(-1)?.end ?? 0);
    const end = endOfCharacter(text, span.end);
    if (start < end) whole.push({ start, end });
  }
  return whole;
}

function startOfCharacter(text: string, at: number): number {
  return PLAIN.test(text.slice(Math.max(0, at - 1), at + 1)) ? at : characterAt(text, at).start;
}

function endOfCharacter(text: string, at: number): number {
  if (PLAIN.test(text.slice(Math.max(0, at - 1), at + 1))) return at;
  const character = characterAt(text, at);
  return character.start === at ? at : character.end;
}

/** The character that holds that place; what is looked at grows until both its ends are seen. */
function characterAt(text: string, at: number, around = AROUND): Span {
  const base = Math.max(0, at - around);
  const top = Math.min(text.length, at + around);
  characters ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  const found = characters.segment(text.slice(base, top)).containing(at - base);
  if (!found) return { start: at, end: at };
  const start = base + found.index;
  const end = start + found.segment.length;
  const cut = (start === base && base > 0) || (end === top && top < text.length);
  return cut ? characterAt(text, at, around * 4) : { start, end };
}
