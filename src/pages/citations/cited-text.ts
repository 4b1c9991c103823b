import type { Citation } from "../../citation.ts";
import type { Direction } from "../../text/direction.ts";
import { directionOfWords } from "../../text/paragraph-direction.ts";

/** A stretch of a citation's text. */
export interface CitedPiece {
  text: string;
  /** Only words that are not ours. */
  italic: boolean;
  /** Of the statement's own words. */
  language: string | null;
  /** Of words that are not ours, which stand apart from those around them: that of their letters. */
  direction: Direction | "auto" | null;
}

/** A citation as a style writes it, in order. */
export type CitedText = CitedPiece[];

export function ours(text: string): CitedPiece {
  return { text, italic: false, language: null, direction: null };
}

/** A name from the files or the settings. */
export function named(text: string, italic = false): CitedPiece {
  return { text, italic, language: null, direction: "auto" };
}

export function titled({ title, language }: Citation, italic = false): CitedPiece {
  return { text: title, italic, language, direction: directionOfWords(title, language) };
}

/** The mark that ends a part, where its words do not end in one themselves. */
export function stopAfter(text: string): string {
  return /[\p{Sentence_Terminal}…]["'”’»›)]*$/u.test(text) ? "" : ".";
}

/** The same as plain text. */
export function plainCitation(text: CitedText): string {
  return text.map((piece) => piece.text).join("");
}
