import type { Citation } from "../../citation.ts";
import { type Direction, directionOf } from "../../text/direction.ts";

/** A stretch of a citation's text. */
export interface CitedPiece {
  text: string;
  italic: boolean;
  /** Words that are not ours, which keep their own direction; of the statement, its language and direction. */
  from: { language: string; direction: Direction } | "elsewhere" | null;
}

/** A citation as a style writes it, in order. */
export type CitedText = CitedPiece[];

export function ours(text: string): CitedPiece {
  return { text, italic: false, from: null };
}

/** A name from the files or the settings. */
export function named(text: string, italic = false): CitedPiece {
  return { text, italic, from: "elsewhere" };
}

/** The title; where it is one of the statement's own, styles may set it in italics. */
export function titled({ title, language }: Citation, italic = false): CitedPiece {
  return { text: title, italic, from: { language, direction: directionOf(language) } };
}

/** The mark that ends a part, where its words do not end in one themselves. */
export function stopAfter(text: string): string {
  return /[\p{Sentence_Terminal}…]["'”’»›)]*$/u.test(text) ? "" : ".";
}

/** The same as plain text. */
export function plainCitation(text: CitedText): string {
  return text.map((piece) => piece.text).join("");
}
