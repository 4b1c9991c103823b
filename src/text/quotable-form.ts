import {
  CJK,
  classAt,
  DASH,
  ELLIPSIS,
  HIDDEN,
  MARK,
  ORDINARY,
  QUOTE,
  SPACE,
  STOP,
  widthAt,
} from "./quotable-classes.ts";

/**
 * A text in the form in which two ways of typing the same words are equal. White space of any kind is one space, and none at
 * the ends, beside quotation marks, dashes and ellipses, before `; : ! ?`, and between CJK characters. All quotation marks
 * and apostrophes are `'`, all dashes in a row `-`, an ellipsis is three full stops. Soft hyphens and other invisible
 * format characters are left out; letters with accents are whole (Unicode NFC). Letters, their case and all other signs stay.
 */
export interface QuotableForm {
  form: string;
  /** What the characters of `form` were made of, in order. */
  pieces: FormPiece[];
}

/** A stretch of the form, from `at` to the next piece, and the stretch of the text that it stands for. */
export interface FormPiece {
  at: number;
  start: number;
  end: number;
  /** Whether each character stands for one of the text; otherwise all of them stand for all of it. */
  plain: boolean;
}

export function quotableForm(text: string): QuotableForm {
  const writer = new FormWriter(text);
  let at = 0;
  while (at < text.length) {
    const kind = classAt(text, at);
    if (kind === ORDINARY || kind === CJK) at = writer.ordinary(at);
    else if (kind === SPACE) at = writer.space(at);
    else at = writer.sign(kind, at);
  }
  return writer.finished();
}

/** An ellipsis may be typed as three full stops, with or without spaces between them. */
const THREE_STOPS = /\.[\s\u0085]*\.[\s\u0085]*\./y;

const CLOSED_UP = new Set(["'", "-", ";", ":", "!", "?", "..."]);

class FormWriter {
  readonly #text: string;
  readonly #parts: string[] = [];
  readonly #pieces: FormPiece[] = [];
  #length = 0;
  /** The last characters written. */
  #tail = "";
  #space: { start: number; end: number } | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** Each of these answers where it came to. Letters, and single spaces between them, stay as they are. */
  ordinary(start: number): number {
    const text = this.#text;
    const kind = classAt(text, start);
    const end = this.#endOfOrdinary(start, kind);
    if (end > start) {
      this.#add(text.slice(start, end), start, end);
      return end;
    }
    let marked = start + widthAt(text, start);
    while (marked < text.length && classAt(text, marked) === MARK) marked += widthAt(text, marked);
    this.#add(text.slice(start, marked).normalize("NFC"), start, marked);
    return marked;
  }

  space(start: number): number {
    let end = start + 1;
    while (end < this.#text.length && classAt(this.#text, end) === SPACE) end++;
    if (this.#length > 0) this.#space ??= { start, end };
    return end;
  }

  sign(kind: number, start: number): number {
    const end = start + widthAt(this.#text, start);
    if (kind === HIDDEN) return end;
    if (kind === DASH) this.#dash(start, end);
    else if (kind === QUOTE) this.#add("'", start, end);
    else if (kind === ELLIPSIS) this.#add("...", start, end);
    else if (kind === STOP) this.#add(".", start, end);
    else this.#add(this.#text.slice(start, end).normalize("NFC"), start, end);
    return end;
  }

  finished(): QuotableForm {
    return { form: this.#parts.join(""), pieces: this.#pieces };
  }

  /** Where the run of characters of that kind ends, without the last if marks stand upon it. */
  #endOfOrdinary(start: number, kind: number): number {
    const text = this.#text;
    let last = start;
    let at = start;
    while (at < text.length) {
      const here = classAt(text, at);
      if (here === MARK) return last;
      const goesOn = here === SPACE && text[at] === " " && kind === ORDINARY && at > start;
      if (here !== kind && !(goesOn && classAt(text, at + 1) === ORDINARY)) break;
      last = at;
      at += widthAt(text, at);
    }
    return at;
  }

  /** Dashes in a row are one, and a piece of its own, so that no place within the row is one of the form. */
  #dash(start: number, end: number): void {
    const last = this.#pieces.at(-1);
    if (!last || !this.#tail.endsWith("-")) {
      this.#add("-", start, end);
      return;
    }
    const at = this.#length - 1;
    if (!last.plain) last.end = end;
    else if (last.at === at) Object.assign(last, { end, plain: false });
    else {
      last.end -= 1;
      this.#pieces.push({ at, start: last.end, end, plain: false });
    }
    this.#space = null;
  }

  #add(written: string, start: number, end: number): void {
    const space = this.#space;
    this.#space = null;
    if (space && !this.#closesUp(written, start)) this.#write(" ", space.start, space.end);
    this.#write(written, start, end);
  }

  #write(written: string, start: number, end: number): void {
    const last = this.#pieces.at(-1);
    const plain = written.length === end - start;
    if (plain && last?.plain && last.end === start) last.end = end;
    else this.#pieces.push({ at: this.#length, start, end, plain });
    this.#parts.push(written);
    this.#length += written.length;
    this.#tail = written.length < 3 ? (this.#tail + written).slice(-3) : written.slice(-3);
  }

  /** Whether white space between what was written and what follows is a matter of house style. */
  #closesUp(written: string, start: number): boolean {
    const tail = this.#tail;
    const last = tail.at(-1);
    if (last === "'" || last === "-" || tail === "...") return true;
    if (CLOSED_UP.has(written)) return true;
    const kind = classAt(this.#text, start);
    if (kind === STOP) return last === "." || this.#threeStopsAt(start);
    return kind === CJK && classAt(tail, tail.length - 1) === CJK;
  }

  #threeStopsAt(start: number): boolean {
    THREE_STOPS.lastIndex = start;
    return THREE_STOPS.test(this.#text);
  }
}
