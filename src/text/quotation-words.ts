import { quotableForm } from "./quotable-form.ts";
import { isWord, piecesOf } from "./words.ts";

/** A word or a sign of a text: where it stands, and under what it is compared. */
export interface QuotationWord {
  start: number;
  end: number;
  /** Equal for equal words, whatever their quotation marks, dashes and accents are made of (see `quotableForm`). */
  key: string;
  /** The same in any case. */
  loose: string;
  /** Otherwise it is a sign. */
  word: boolean;
}

const PLAIN = /^\w+$/;

/** The words and signs of the text, in order, without white space and what is invisible. */
export function quotationWords(text: string): QuotationWord[] {
  const words: QuotationWord[] = [];
  let at = 0;
  for (const piece of piecesOf(text)) {
    const start = at;
    at += piece.length;
    const key = PLAIN.test(piece) ? piece : quotableForm(piece).form;
    if (key !== "")
      words.push({ start, end: at, key, loose: key.toLowerCase(), word: isWord(piece) });
  }
  return words;
}
